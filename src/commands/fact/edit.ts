import { ReaderError } from '../../errors.ts';
import type { Fields, Yaml } from '../../data/revisions/revision.ts';
import type { Card } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { RANKS } from '../permissions.ts';
import type { Ask, Desk, Modal } from '../command.ts';
import {
  curationContext,
  currentFact,
  dryRun,
  type CurationContext,
  type ProposedChange,
} from '../curation/context.ts';
import { optionText } from '../ask.ts';
import { verifiedFields } from './changed-fields.ts';
import { factFields, EMPTY_FORM, formFromFact, type FactForm } from './form-fields.ts';
import { changeFactModal, retractForm, verifyForm } from './modals.ts';
import { newFactChange, correctionChange, formInput } from './propose.ts';
import { proposerCard, requireProposal, tryProposal } from '../curation/submit-proposal.ts';

/** The modal that edits a proposal, with its current values. */
export async function editModal(ask: Ask, desk: Desk): Promise<Modal> {
  const { curation, proposal } = await requireEditable(ask, desk);
  const { act, change, reason } = proposal;
  if (change.on !== 'fact') throw new ReaderError(translateText(curation.language, 'proposal.noEdit'));
  const again = { ...(reason !== null && { value: reason }), ...(act === 'add' && ({ optional: true } as const)) };
  if (act === 'retract') return withReason(retractForm, reason);
  if (act === 'verify') return withReason(verifyForm('cite' in change.fields), reason);
  const written = { ...formFromProposal(proposal, curation), ...formInput(ask) };
  return changeFactModal('form.edit', written, again);
}

const withReason = ({ title, fields }: Modal, reason: string | null): Modal => ({
  title,
  fields: fields.map((field) => (field.option === 'reason' && reason !== null ? { ...field, value: reason } : field)),
});

/** Edits a proposal. It keeps its id and loses its approvals. */
export async function edit(ask: Ask, desk: Desk): Promise<Card> {
  const { curation, proposal, version } = await requireEditable(ask, desk);
  const { store, actor, language, index } = curation;
  const { wanted, faulty } = await tryProposal(curation, await editedChange(curation, proposal));
  const base = currentFact(wanted.change, index)?.version ?? null;
  const edited = await store.proposals.edit(proposal.id, version, actor, { ...wanted, base });
  if (edited === null) throw new ReaderError(translateText(language, 'proposal.older'));
  if (edited.state === 'draft' && !faulty)
    return proposerCard(curation, (await store.proposals.open(edited.id, edited.version)) ?? edited);
  return proposerCard(curation, edited);
}

interface Editable {
  readonly curation: CurationContext;
  readonly proposal: Proposal;
  readonly version: number;
}

/** @throws ReaderError for a decided proposal, and for another person's unless the asker is an editor. */
async function requireEditable(ask: Ask, desk: Desk): Promise<Editable> {
  const curation = await curationContext(ask, desk);
  const { proposal, version } = await requireProposal(curation);
  const { language, actor } = curation;
  const isEditor = RANKS.indexOf(ask.from.rank) >= RANKS.indexOf('editor');
  if (proposal.proposer !== actor && !isEditor) throw new ReaderError(translateText(language, 'proposal.notYours'));
  if (version !== proposal.version || (proposal.state !== 'draft' && proposal.state !== 'open')) {
    throw new ReaderError(translateText(language, 'proposal.older'));
  }
  return { curation, proposal, version };
}

/** The proposal with the edited fields; the others stay. */
async function editedChange(curation: CurationContext, proposal: Proposal): Promise<ProposedChange> {
  const { ask, index, language } = curation;
  const { act, change, was } = proposal;
  const reason = optionText(ask, 'reason') || (act === 'add' ? null : proposal.reason);
  if (change.on !== 'fact') throw new ReaderError(translateText(language, 'proposal.noEdit'));
  const fact = index.story.facts.get(change.id);
  if (act === 'retract') return { act, change, reason, was };
  if (act === 'verify') {
    const fields =
      fact === undefined ? change.fields : { ...change.fields, ...verifiedFields(fact, formInput(ask), index) };
    return { act, change: { ...change, fields }, reason, was };
  }
  const written = { ...formFromProposal(proposal, curation), ...formInput(ask) };
  if (act === 'correct' && fact !== undefined) return correctionChange(curation, fact, written, reason);
  // The fact may be under embargo by now.
  if (act === 'correct') throw new ReaderError(translateText(language, 'fact.unknown', { id: change.id }));
  const kept = 'supersedes' in change.fields ? { supersedes: change.fields['supersedes'] ?? [] } : {};
  const fields = { ...factFields(written, curation), ...kept };
  const same: ProposedChange = { act, change: { on: 'fact', id: change.id, fields }, reason, was };
  // Another fact may have got its number since; a number that was approved once is not given again, even if its fact is gone.
  const checked = await dryRun(curation, same);
  const approved = await curation.store.revisions.all(index.story.id);
  const isTaken =
    ('problems' in checked && checked.problems.some(({ code }) => code === 'id-taken')) ||
    approved.some((revision) => revision.change.on === 'fact' && revision.change.id === change.id);
  return isTaken ? { ...same, change: await newFactChange(curation, fields) } : same;
}

/** A proposal as form fields; a correction on top of the fact that it corrects. */
function formFromProposal({ change }: Proposal, { index }: CurationContext): FactForm {
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
  const before = fact === undefined ? EMPTY_FORM : formFromFact(fact);
  return { ...before, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** '' for a field that is removed; undefined for one that is left out. */
const textOf = (value: Yaml | null | undefined): string | undefined =>
  value === null ? '' : typeof value === 'string' ? value : undefined;
const record = (value: Yaml | null | undefined): Readonly<Record<string, Yaml>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Yaml>>) : {};
