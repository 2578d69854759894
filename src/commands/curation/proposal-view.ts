import type { Card, ProposalAction } from '../../reply/model/card.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { proposalCard, type ProposalView } from '../../reply/cards/proposal.ts';
import { languageOf } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Desk } from '../command.ts';
import { currentFact, approvalsNeeded, dryRun, type ProposalContext } from './context.ts';

/** A proposal as its card shows it now. */
export async function proposalView(
  sight: ProposalContext,
  proposal: Proposal,
  like: readonly Fact[] = [],
): Promise<ProposalView> {
  const { store, index, language } = sight;
  const { story } = index;
  const { act, change, state, approvals, question, at, decided } = proposal;
  const names = await store.pseudonyms.names([proposal.proposer, ...approvals]);
  // An approved change is in the served story.
  const checked = state === 'approved' ? { story } : await dryRun(sight, proposal);
  const result = 'story' in checked ? checked.story : null;
  const isUndecided = state === 'draft' || state === 'open';
  const asks =
    question === null
      ? undefined
      : ((await store.questions.get(question))?.asks ?? story.questions.get(question)?.asks);
  const words = (instant: string): string => formatInstant(instant, story.timezone, language);
  return {
    ...proposal,
    proposer: names.get(proposal.proposer) ?? '',
    approvers: approvals.map((actor) => names.get(actor) ?? ''),
    needed: approvalsNeeded(act, change),
    at: words(at),
    decided: decided === null ? null : words(decided),
    question: asks ?? question,
    before: await beforeOf(sight, proposal),
    after: result === null || change.on !== 'fact' ? null : (result.facts.get(change.id) ?? null),
    story: result ?? story,
    problems: isUndecided && 'problems' in checked ? checked.problems : [],
    like,
  };
}

/** The fact before the change; for an approved one, the fact 1 ms before the approval. */
async function beforeOf(
  { desk, index }: ProposalContext,
  { state, story, change, decided }: Proposal,
): Promise<Fact | null> {
  if (state !== 'approved' || decided === null || desk.history === null) return currentFact(change, index);
  const earlier = await desk.history.at(story, Temporal.Instant.from(decided).subtract({ milliseconds: 1 }));
  return earlier === null ? null : currentFact(change, earlier);
}

/** What editors may do about a proposal: nobody can approve a change that does not pass the check. */
export function allowedActions({ state, problems, change }: ProposalView): readonly ProposalAction[] {
  if (state !== 'open') return [];
  // A proposed name is not edited: another name is another proposal.
  if (change.on !== 'fact') return problems.length > 0 ? ['reject'] : ['approve', 'reject'];
  return problems.length > 0 ? ['edit', 'reject'] : ['approve', 'edit', 'reject'];
}

/** The card of a proposal in its channel, in the language of the server; null for an unknown proposal or story. */
export async function proposalBoardCard(
  id: string,
  desk: Desk,
): Promise<{ readonly card: Card; readonly proposal: Proposal; readonly language: Language } | null> {
  const { store } = desk;
  const proposal = (await store?.proposals.get(id)) ?? null;
  const now = desk.clock.now();
  const index = desk.stories.get(proposal?.story ?? '')?.(now);
  if (store === null || proposal === null || index === undefined) return null;
  const { language: tag } = await store.settings.get('server', proposal.server);
  const language = languageOf(tag ?? index.story.language);
  const view = await proposalView({ desk, store, index, language, now }, proposal);
  return { card: proposalCard(view, allowedActions(view), language), proposal, language };
}
