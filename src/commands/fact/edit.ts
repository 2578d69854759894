import { ReaderError } from '../../errors.ts';
import type { Fields, Yaml } from '../../data/revisions/revision.ts';
import type { Card } from '../../reply/model/card.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { RANKS } from '../permissions/rank.ts';
import type { Ask, Desk, Form } from '../command.ts';
import { benchOf, factOf, trial, type Bench, type Wanted } from '../curation/context.ts';
import { typed } from '../ask.ts';
import { verified } from './changed-fields.ts';
import { fieldsOf, NOTHING_WRITTEN, writtenOf, type Written } from './form-fields.ts';
import { changeForm, retractForm, verifyForm } from './modals.ts';
import { asNew, correction, givenIn } from './propose.ts';
import { ownCard, proposalNamed } from '../curation/submit-proposal.ts';

/** A proposal as it was written, in the window in which it is written anew. */
export async function editForm(ask: Ask, desk: Desk): Promise<Form> {
  const { bench, proposal } = await mine(ask, desk);
  const { act, change, reason } = proposal;
  if (change.on !== 'fact') throw new ReaderError(word(bench.language, 'proposal.noEdit'));
  const again = { ...(reason !== null && { value: reason }), ...(act === 'add' && ({ optional: true } as const)) };
  if (act === 'retract') return withReason(retractForm, reason);
  if (act === 'verify') return withReason(verifyForm('cite' in change.fields), reason);
  const written = { ...writtenIn(proposal, bench), ...givenIn(ask) };
  return changeForm('form.edit', written, again);
}

const withReason = ({ title, fields }: Form, reason: string | null): Form => ({
  title,
  fields: fields.map((field) => (field.option === 'reason' && reason !== null ? { ...field, value: reason } : field)),
});

/** Writes a proposal anew. It keeps its place, and loses the approvals that it had. */
export async function edit(ask: Ask, desk: Desk): Promise<Card> {
  const { bench, proposal, version } = await mine(ask, desk);
  const { store, actor, language, index } = bench;
  const wanted = await rewritten(bench, proposal);
  const base = factOf(wanted.change, index)?.version ?? null;
  const edited = await store.proposals.edit(proposal.id, version, actor, { ...wanted, base });
  if (edited === null) throw new ReaderError(word(language, 'proposal.older'));
  const faulty = 'problems' in (await trial(bench, wanted));
  if (edited.state === 'draft' && !faulty)
    return ownCard(bench, (await store.proposals.open(edited.id, edited.version)) ?? edited);
  return ownCard(bench, edited);
}

interface Mine {
  readonly bench: Bench;
  readonly proposal: Proposal;
  readonly version: number;
}

/** @throws ReaderError for a proposal of somebody else, which editors alone may write anew, and for one that is decided. */
async function mine(ask: Ask, desk: Desk): Promise<Mine> {
  const bench = await benchOf(ask, desk);
  const { proposal, version } = await proposalNamed(bench);
  const { language, actor } = bench;
  const isEditor = RANKS.indexOf(ask.from.rank) >= RANKS.indexOf('editor');
  if (proposal.proposer !== actor && !isEditor) throw new ReaderError(word(language, 'proposal.notYours'));
  if (version !== proposal.version || (proposal.state !== 'draft' && proposal.state !== 'open')) {
    throw new ReaderError(word(language, 'proposal.older'));
  }
  return { bench, proposal, version };
}

/** What was changed of a proposal, with the rest of it as it was. */
async function rewritten(bench: Bench, proposal: Proposal): Promise<Wanted> {
  const { ask, index, language } = bench;
  const { act, change, was } = proposal;
  const reason = typed(ask, 'reason') || (act === 'add' ? null : proposal.reason);
  if (change.on !== 'fact') throw new ReaderError(word(language, 'proposal.noEdit'));
  const fact = index.story.facts.get(change.id);
  if (act === 'retract') return { act, change, reason, was };
  if (act === 'verify') {
    const fields = fact === undefined ? change.fields : { ...change.fields, ...verified(fact, givenIn(ask), index) };
    return { act, change: { ...change, fields }, reason, was };
  }
  const written = { ...writtenIn(proposal, bench), ...givenIn(ask) };
  if (act === 'correct' && fact !== undefined) return correction(bench, fact, written, reason);
  const kept = 'supersedes' in change.fields ? { supersedes: change.fields['supersedes'] ?? [] } : {};
  const fields = { ...fieldsOf(written, bench), ...kept };
  // Meanwhile another fact may have got its number.
  const taken = fact !== undefined && act !== 'correct';
  return { act, change: taken ? await asNew(bench, fields) : { ...change, fields }, reason, was };
}

/** What a proposal says, as it was written: of a correction, the fact with what is to be corrected. */
function writtenIn({ change }: Proposal, { index }: Bench): Written {
  const fact = index.story.facts.get(change.id);
  const fields: Fields = change.on === 'fact' ? change.fields : {};
  const text = (name: string): string | undefined => textOf(fields[name]);
  const figure = record(fields['figure']);
  const [cite] = Array.isArray(fields['cite']) ? fields['cite'] : [];
  const said = {
    kind: text('kind'),
    says: text('says'),
    when: text('when'),
    words: text('words'),
    speaker: text('said_by'),
    status: text('status'),
    contradicts: Array.isArray(fields['contradicts']) ? fields['contradicts'].join(', ') : undefined,
    value: textOf(figure['value']),
    unit: textOf(figure['unit']),
    counts: textOf(figure['counts']),
    source: textOf(record(cite)['source']),
    snippet: textOf(record(cite)['quote']),
  };
  const before = fact === undefined ? NOTHING_WRITTEN : writtenOf(fact);
  return { ...before, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** Taken away is ''; left out, undefined. */
const textOf = (value: Yaml | null | undefined): string | undefined =>
  value === null ? '' : typeof value === 'string' ? value : undefined;
const record = (value: Yaml | null | undefined): Readonly<Record<string, Yaml>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Yaml>>) : {};
