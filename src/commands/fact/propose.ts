import { requireFact } from '../curation/named-fact.ts';
import { ReaderError } from '../../errors.ts';
import type { Fact } from '../../data/model/fact.ts';
import { noticeOf } from '../../data/revisions/correction-notice.ts';
import type { Fields } from '../../data/revisions/revision.ts';
import type { Card } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Ask, Desk, Modal } from '../command.ts';
import { curationContext, dryRun, type CurationContext, type ProposedChange } from '../curation/context.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';
import { correctedFields, updatedFields, verifiedFields } from './changed-fields.ts';
import { factFields, EMPTY_FORM, type FactForm } from './form-fields.ts';
import { changeModalFor, newFactModal, retractForm, verifyForm } from './modals.ts';
import { submitProposal } from '../curation/submit-proposal.ts';

/** What was written of a fact in the options and the window of a question. */
export function formInput(ask: Ask): Partial<FactForm> {
  const given = (Object.keys(EMPTY_FORM) as (keyof FactForm)[])
    .filter((name) => name in ask.options)
    .map((name) => {
      // What is copied letter for letter is taken so, the line ends around it excepted.
      const exact = name === 'snippet' || name === 'words';
      return [name, exact ? (ask.options[name] ?? '').replace(/^\s+|\s+$/g, '') : optionText(ask, name)] as const;
    });
  return Object.fromEntries(given);
}

const reasonOf = (ask: Ask): string | null => optionText(ask, 'reason') || null;

/** The window of what is proposed; null where everything was written. */
export function proposalModal(ask: Ask, desk: Desk): Modal | null {
  const index = storyOf(ask, desk);
  const action = optionText(ask, 'action');
  if (action === 'propose') return newFactModal(formInput(ask), ask, index, languageFor(ask));
  if (action === 'retract') return retractForm;
  if (action === 'verify') return verifyForm(optionText(ask, 'source') !== '');
  return action === 'correct' || action === 'update' ? changeModalFor(action, requireFact(ask, desk)) : null;
}

/** Puts a new fact, or a change of one, before the editors. */
export async function propose(ask: Ask, desk: Desk): Promise<Card> {
  const curation = await curationContext(ask, desk);
  const { index } = curation;
  const given = formInput(ask);
  const reason = reasonOf(ask);
  // A question of the files is answered there; one that was logged here, by the approval.
  const asked = optionText(ask, 'question');
  const inFiles = index.story.questions.has(asked) ? { question: asked } : {};
  const question = asked === '' || 'question' in inFiles ? null : asked;
  switch (optionText(ask, 'action')) {
    case 'propose': {
      const fields = { ...factFields({ ...EMPTY_FORM, ...given }, curation), ...inFiles };
      return submitProposal(
        curation,
        { act: 'add', change: await newFactChange(curation, fields), reason, was: null },
        { question },
      );
    }
    case 'update': {
      const fields = { ...updatedFields(requireFact(ask, desk), given, curation), ...inFiles };
      return submitProposal(
        curation,
        { act: 'update', change: await newFactChange(curation, fields), reason, was: null },
        { question },
      );
    }
    case 'correct':
      return submitProposal(curation, await correctionChange(curation, requireFact(ask, desk), given, reason), {
        question,
      });
    case 'retract':
      return submitProposal(curation, { act: 'retract', change: on(requireFact(ask, desk), {}), reason, was: null });
    default: {
      const fact = requireFact(ask, desk);
      return submitProposal(curation, {
        act: 'verify',
        change: on(fact, verifiedFields(fact, given, index)),
        reason,
        was: null,
      });
    }
  }
}

const on = ({ id }: Pick<Fact, 'id'>, fields: Fields): ProposedChange['change'] => ({ on: 'fact', id, fields });

/** With what was wrong, in the words of a notice, where one is due. */
export async function correctionChange(
  curation: CurationContext,
  fact: Fact,
  given: Partial<FactForm>,
  reason: string | null,
): Promise<ProposedChange> {
  const { index, language } = curation;
  const fields = correctedFields(fact, given, curation);
  if (Object.keys(fields).length === 0) throw new ReaderError(translateText(language, 'proposal.nothingChanges'));
  const wanted: ProposedChange = { act: 'correct', change: on(fact, fields), reason, was: null };
  const checked = await dryRun(curation, wanted);
  const after = 'story' in checked ? checked.story.facts.get(fact.id) : undefined;
  return after === undefined ? wanted : { ...wanted, was: noticeOf(fact, after, index.story) };
}

const COUNTED = /^(\D*)(\d+)$/;

/** A new fact with the next number of the story, which nothing else has or waits for. */
export async function newFactChange(
  { store, index, server }: Pick<CurationContext, 'store' | 'index' | 'server'>,
  fields: Fields,
): Promise<ProposedChange['change']> {
  const { id: story, facts } = index.story;
  const waiting = await store.proposals.list({ story, server, states: ['draft', 'open'], limit: 1_000 });
  const approved = await store.revisions.all(story);
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
