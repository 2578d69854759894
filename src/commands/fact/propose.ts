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
import { newFactModal } from './modals.ts';
import { submitProposal } from '../curation/submit-proposal.ts';

/** What was written about a fact, in the options and the modal of a question. */
export function formInput(ask: Ask): Partial<FactForm> {
  const given = (Object.keys(EMPTY_FORM) as (keyof FactForm)[])
    .filter((name) => name in ask.options)
    .map((name) => {
      // Copied text keeps every letter; only white space around it is cut.
      const exact = name === 'snippet' || name === 'words';
      return [name, exact ? (ask.options[name] ?? '').replace(/^\s+|\s+$/g, '') : optionText(ask, name)] as const;
    });
  return Object.fromEntries(given);
}

/** The modal of a new fact. */
export const proposalModal = (ask: Ask, desk: Desk): Modal =>
  newFactModal(formInput(ask), ask, storyOf(ask, desk), languageFor(ask));

/** What every proposal is made from. */
interface Written {
  readonly curation: CurationContext;
  readonly given: Partial<FactForm>;
  readonly reason: string | null;
  /** A question of the files: the change itself answers it. */
  readonly inFiles: Fields;
  /** A question that was logged here: the approval answers it. */
  readonly logged: { readonly question: string | null };
}

async function readWritten(ask: Ask, desk: Desk): Promise<Written> {
  const curation = await curationContext(ask, desk);
  const question = optionText(ask, 'question');
  const isInFiles = curation.index.story.questions.has(question);
  return {
    curation,
    given: formInput(ask),
    reason: optionText(ask, 'reason') || null,
    inFiles: isInFiles ? { question } : {},
    logged: { question: question === '' || isInFiles ? null : question },
  };
}

/** Proposes a new fact. */
export async function propose(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, given, reason, inFiles, logged } = await readWritten(ask, desk);
  const fields = { ...factFields({ ...EMPTY_FORM, ...given }, curation), ...inFiles };
  const change = await newFactChange(curation, fields);
  return submitProposal(curation, { act: 'add', change, reason, was: null }, logged);
}

/** Proposes a new fact in place of one that the world has overtaken. */
export async function update(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, given, reason, inFiles, logged } = await readWritten(ask, desk);
  const fields = { ...updatedFields(requireFact(ask, desk), given, curation), ...inFiles };
  const change = await newFactChange(curation, fields);
  return submitProposal(curation, { act: 'update', change, reason, was: null }, logged);
}

/** Proposes other fields for a fact that was wrong. */
export async function correct(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, given, reason, logged } = await readWritten(ask, desk);
  return submitProposal(curation, await correctionChange(curation, requireFact(ask, desk), given, reason), logged);
}

/** Proposes that a fact must not be used again. */
export async function retract(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, reason } = await readWritten(ask, desk);
  return submitProposal(curation, { act: 'retract', change: on(requireFact(ask, desk), {}), reason, was: null });
}

/** Proposes that a fact still holds, perhaps with another proof or as confirmed. */
export async function verify(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, given, reason } = await readWritten(ask, desk);
  const fact = requireFact(ask, desk);
  const change = on(fact, verifiedFields(fact, given, curation.index));
  return submitProposal(curation, { act: 'verify', change, reason, was: null });
}

const on = ({ id }: Pick<Fact, 'id'>, fields: Fields): ProposedChange['change'] => ({ on: 'fact', id, fields });

/** A correction, with what was wrong in the words of its notice, where one is due. @throws ReaderError if nothing changes. */
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

/** A new fact with the next number that no fact, revision or waiting proposal of the story has. */
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
