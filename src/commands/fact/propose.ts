import { namedFact } from '../curation/named-fact.ts';
import { ReaderError } from '../../errors.ts';
import type { Fact } from '../../data/model/fact.ts';
import { noticeOf } from '../../data/revisions/correction-notice.ts';
import type { Fields } from '../../data/revisions/revision.ts';
import type { Card } from '../../reply/model/card.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Ask, Desk, Form } from '../command.ts';
import { benchOf, trial, type Bench, type Wanted } from '../curation/context.ts';
import { languageFor, storyOf, typed } from '../ask.ts';
import { corrected, updated, verified } from './changed-fields.ts';
import { fieldsOf, NOTHING_WRITTEN, type Written } from './form-fields.ts';
import { formOf, newForm, retractForm, verifyForm } from './modals.ts';
import { put } from '../curation/submit-proposal.ts';

/** What was written of a fact in the options and the window of a question. */
export function givenIn(ask: Ask): Partial<Written> {
  const given = (Object.keys(NOTHING_WRITTEN) as (keyof Written)[])
    .filter((name) => name in ask.options)
    .map((name) => {
      // What is copied letter for letter is taken so, the line ends around it excepted.
      const exact = name === 'snippet' || name === 'words';
      return [name, exact ? (ask.options[name] ?? '').replace(/^\s+|\s+$/g, '') : typed(ask, name)] as const;
    });
  return Object.fromEntries(given);
}

const reasonOf = (ask: Ask): string | null => typed(ask, 'reason') || null;

/** The window of what is proposed; null where everything was written. */
export function proposeForm(ask: Ask, desk: Desk): Form | null {
  const index = storyOf(ask, desk);
  const action = typed(ask, 'action');
  if (action === 'propose') return newForm(givenIn(ask), ask, index, languageFor(ask));
  if (action === 'retract') return retractForm;
  if (action === 'verify') return verifyForm(typed(ask, 'source') !== '');
  return action === 'correct' || action === 'update' ? formOf(action, namedFact(ask, desk)) : null;
}

/** Puts a new fact, or a change of one, before the editors. */
export async function propose(ask: Ask, desk: Desk): Promise<Card> {
  const bench = await benchOf(ask, desk);
  const { index } = bench;
  const given = givenIn(ask);
  const reason = reasonOf(ask);
  // A question of the files is answered there; one that was logged here, by the approval.
  const asked = typed(ask, 'question');
  const inFiles = index.story.questions.has(asked) ? { question: asked } : {};
  const question = asked === '' || 'question' in inFiles ? null : asked;
  switch (typed(ask, 'action')) {
    case 'propose': {
      const fields = { ...fieldsOf({ ...NOTHING_WRITTEN, ...given }, bench), ...inFiles };
      return put(bench, { act: 'add', change: await asNew(bench, fields), reason, was: null }, { question });
    }
    case 'update': {
      const fields = { ...updated(namedFact(ask, desk), given, bench), ...inFiles };
      return put(bench, { act: 'update', change: await asNew(bench, fields), reason, was: null }, { question });
    }
    case 'correct':
      return put(bench, await correction(bench, namedFact(ask, desk), given, reason), { question });
    case 'retract':
      return put(bench, { act: 'retract', change: on(namedFact(ask, desk), {}), reason, was: null });
    default: {
      const fact = namedFact(ask, desk);
      return put(bench, { act: 'verify', change: on(fact, verified(fact, given, index)), reason, was: null });
    }
  }
}

const on = ({ id }: Pick<Fact, 'id'>, fields: Fields): Wanted['change'] => ({ on: 'fact', id, fields });

/** With what was wrong, in the words of a notice, where one is due. */
export async function correction(
  bench: Bench,
  fact: Fact,
  given: Partial<Written>,
  reason: string | null,
): Promise<Wanted> {
  const { index, language } = bench;
  const fields = corrected(fact, given, bench);
  if (Object.keys(fields).length === 0) throw new ReaderError(word(language, 'proposal.nothingChanges'));
  const wanted: Wanted = { act: 'correct', change: on(fact, fields), reason, was: null };
  const checked = await trial(bench, wanted);
  const after = 'story' in checked ? checked.story.facts.get(fact.id) : undefined;
  return after === undefined ? wanted : { ...wanted, was: noticeOf(fact, after, index.story) };
}

const COUNTED = /^(\D*)(\d+)$/;

/** A new fact with the next number of the story, which nothing else has or waits for. */
export async function asNew(
  { store, index, server }: Pick<Bench, 'store' | 'index' | 'server'>,
  fields: Fields,
): Promise<Wanted['change']> {
  const { id: story, facts } = index.story;
  const waiting = await store.proposals.list({ story, server, states: ['draft', 'open'], limit: 1_000 });
  const approved = await store.revisions.list(story);
  const ids = [...facts.keys(), ...[...waiting, ...approved].map(({ change }) => change.id)];
  const counted = ids.flatMap((id) => {
    const [, prefix = '', digits] = COUNTED.exec(id) ?? [];
    return digits === undefined ? [] : [{ prefix, digits }];
  });
  const [[prefix, all] = ['f', []] as const] = [...Map.groupBy(counted, (one) => one.prefix)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const next = Math.max(0, ...all.map(({ digits }) => Number(digits))) + 1;
  const width = Math.max(0, ...all.map(({ digits }) => digits.length));
  return { on: 'fact', id: `${prefix}${String(next).padStart(width, '0')}`, fields };
}
