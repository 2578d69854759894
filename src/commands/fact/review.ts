import { ReaderError } from '../../errors.ts';
import type { Card, ProposalAction } from '../../reply/model/card.ts';
import { EMPTY_CARD } from '../../reply/cards/answer.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { translate, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Ask, Desk } from '../command.ts';
import { curationContext, approvalsNeeded, type CurationContext } from '../curation/context.ts';
import { optionText } from '../ask.ts';
import { proposerCard, requireProposal } from '../curation/submit-proposal.ts';
import { proposalView } from '../curation/proposal-view.ts';

/** Approves, rejects or withdraws a proposal, or puts a draft before the editors. */
export async function review(ask: Ask, desk: Desk): Promise<Card> {
  const curation = await curationContext(ask, desk);
  const { proposal, version } = await requireProposal(curation);
  await requireOpen(curation, proposal, version);
  switch (optionText(ask, 'action')) {
    case 'approve':
      return approve(curation, proposal);
    case 'reject':
      return reject(curation, proposal);
    case 'withdraw':
      return withdraw(curation, proposal);
    default:
      return submit(curation, proposal);
  }
}

/** @throws ReaderError that says who decided it and when, or that this is an older version of it. */
async function requireOpen(
  { store, index, language }: CurationContext,
  proposal: Proposal,
  version: number,
): Promise<void> {
  const { state, decided, approvals } = proposal;
  if (state !== 'open' && state !== 'draft') {
    const names = await store.pseudonyms.names(approvals);
    const who = approvals.map((actor) => names.get(actor) ?? translateText(language, 'proposal.somebody')).join(', ');
    const date = formatInstant(decided ?? proposal.at, index.story.timezone, language);
    throw new ReaderError(translateText(language, `proposal.was.${state}`, { who, date }));
  }
  if (version !== proposal.version) throw new ReaderError(translateText(language, 'proposal.older'));
}

async function approve(curation: CurationContext, proposal: Proposal): Promise<Card> {
  const { store, actor, language, index } = curation;
  const { id, version, act, change, base } = proposal;
  const { problems } = await proposalView(curation, proposal);
  if (problems.length > 0)
    throw new ReaderError(translateText(language, 'proposal.faulty', { what: problems[0]?.message ?? '' }));
  if (base !== null && base !== index.story.facts.get(change.id)?.version) {
    throw new ReaderError(translateText(language, 'proposal.overtaken', { id: change.id }));
  }
  const result = await store.proposals.approve(id, version, actor, approvalsNeeded(act, change));
  switch (result) {
    case 'approved':
      await curation.desk.history?.refresh();
      return done(curation, proposal, 'proposal.done.approve');
    case 'counted':
      return done(curation, proposal, 'proposal.done.counted');
    case 'stale':
      throw new ReaderError(translateText(language, 'proposal.overtaken', { id: change.id }));
    case 'own':
    case 'twice':
    case 'closed':
      throw new ReaderError(translateText(language, `proposal.not.${result}`));
  }
}

async function reject(curation: CurationContext, proposal: Proposal): Promise<Card> {
  const { store, ask, actor, language } = curation;
  const why = optionText(ask, 'why');
  if (why === '') throw new ReaderError(translateText(language, 'proposal.noReason'));
  if (!(await store.proposals.reject(proposal.id, proposal.version, actor, why))) throw outdatedVersion(curation);
  return done(curation, proposal, 'proposal.done.reject');
}

async function withdraw(curation: CurationContext, proposal: Proposal): Promise<Card> {
  const { store, actor, language } = curation;
  if (proposal.proposer !== actor) throw new ReaderError(translateText(language, 'proposal.notYours'));
  if (!(await store.proposals.withdraw(proposal.id, proposal.version, actor))) throw outdatedVersion(curation);
  return done(curation, proposal, 'proposal.done.withdraw');
}

async function submit(curation: CurationContext, proposal: Proposal): Promise<Card> {
  const { store, actor, language } = curation;
  if (proposal.proposer !== actor) throw new ReaderError(translateText(language, 'proposal.notYours'));
  const { problems } = await proposalView(curation, proposal);
  if (problems.length > 0) return proposerCard(curation, proposal);
  const open = await store.proposals.open(proposal.id, proposal.version);
  if (open === null) throw outdatedVersion(curation);
  return proposerCard(curation, open);
}

const outdatedVersion = ({ language }: CurationContext): ReaderError =>
  new ReaderError(translateText(language, 'proposal.older'));

type Done = Extract<MessageKey, `proposal.done.${string}`>;

/** What was done, in a sentence; the card of the proposal says the rest. */
const done = ({ language }: CurationContext, { id, version, change }: Proposal, key: Done): Card => ({
  ...EMPTY_CARD,
  title: translate(language, key, { id: { code: change.id } }),
  proposal: { id, version, deeds: [] satisfies readonly ProposalAction[] },
});
