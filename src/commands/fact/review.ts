import { ReaderError } from '../../errors.ts';
import type { Card, ProposalAction } from '../../reply/model/card.ts';
import { EMPTY_CARD } from '../../reply/cards/answer.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { translate, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Ask, Desk } from '../command.ts';
import { approvalsNeeded, curationContext, dryRun, type CurationContext } from '../curation/context.ts';
import { optionText } from '../ask.ts';
import { proposerCard, requireProposal } from '../curation/submit-proposal.ts';

/** A pending proposal, with everything that a decision needs. */
interface Review extends CurationContext {
  readonly proposal: Proposal;
}

async function openReview(ask: Ask, desk: Desk): Promise<Review> {
  const curation = await curationContext(ask, desk);
  const { proposal, version } = await requireProposal(curation);
  await requireOpen(curation, proposal, version);
  return { ...curation, proposal };
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

/** Approves a proposal, unless the checker finds a fault in it or its fact has changed meanwhile. */
export async function approve(ask: Ask, desk: Desk): Promise<Card> {
  const review = await openReview(ask, desk);
  const { store, actor, language, index, proposal } = review;
  const { id, version, act, change, base } = proposal;
  const tried = await dryRun(review, proposal);
  if ('problems' in tried && tried.problems.length > 0)
    throw new ReaderError(translateText(language, 'proposal.faulty', { what: tried.problems[0]?.message ?? '' }));
  if (base !== null && base !== index.story.facts.get(change.id)?.version) {
    throw new ReaderError(translateText(language, 'proposal.overtaken', { id: change.id }));
  }
  const result = await store.proposals.approve(id, version, actor, approvalsNeeded(act, change));
  switch (result) {
    case 'approved':
      await desk.history?.refresh();
      return done(review, 'proposal.done.approve');
    case 'counted':
      return done(review, 'proposal.done.counted');
    case 'stale':
      throw new ReaderError(translateText(language, 'proposal.overtaken', { id: change.id }));
    case 'own':
    case 'twice':
    case 'closed':
      throw new ReaderError(translateText(language, `proposal.not.${result}`));
  }
}

/** Rejects a proposal, with the reason. */
export async function reject(ask: Ask, desk: Desk): Promise<Card> {
  const review = await openReview(ask, desk);
  const { store, actor, language, proposal } = review;
  const why = optionText(ask, 'why');
  if (why === '') throw new ReaderError(translateText(language, 'proposal.noReason'));
  if (!(await store.proposals.reject(proposal.id, proposal.version, actor, why))) throw outdatedVersion(language);
  return done(review, 'proposal.done.reject');
}

/** Withdraws a proposal, at its proposer's wish. */
export async function withdraw(ask: Ask, desk: Desk): Promise<Card> {
  const review = await openReview(ask, desk);
  const { store, actor, language, proposal } = review;
  if (proposal.proposer !== actor) throw new ReaderError(translateText(language, 'proposal.notYours'));
  if (!(await store.proposals.withdraw(proposal.id, proposal.version, actor))) throw outdatedVersion(language);
  return done(review, 'proposal.done.withdraw');
}

/** Submits a draft to the editors. */
export async function submit(ask: Ask, desk: Desk): Promise<Card> {
  const review = await openReview(ask, desk);
  const { store, actor, language, proposal } = review;
  if (proposal.proposer !== actor) throw new ReaderError(translateText(language, 'proposal.notYours'));
  if ('problems' in (await dryRun(review, proposal))) return proposerCard(review, proposal);
  const open = await store.proposals.open(proposal.id, proposal.version);
  if (open === null) throw outdatedVersion(language);
  return proposerCard(review, open);
}

const outdatedVersion = (language: Language): ReaderError => new ReaderError(translateText(language, 'proposal.older'));

type Done = Extract<MessageKey, `proposal.done.${string}`>;

/** Confirms an action in one sentence; the proposal's card shows the rest. */
const done = ({ language, proposal: { id, version, change } }: Review, key: Done): Card => ({
  ...EMPTY_CARD,
  title: translate(language, key, { id: { code: change.id } }),
  proposal: { id, version, actions: [] satisfies readonly ProposalAction[] },
});
