import type { Card, ProposalAction } from '../../reply/model/card.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { proposalCard, type ProposalView } from '../../reply/cards/proposal.ts';
import { languageOf } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Desk } from '../command.ts';
import { currentFact, approvalsNeeded, dryRun, type ProposalContext } from './context.ts';

/** What is known of a proposal by now, to be shown with those buttons that make sense. */
export async function proposalView(
  sight: ProposalContext,
  proposal: Proposal,
  like: readonly Fact[] = [],
): Promise<ProposalView> {
  const { store, index, language } = sight;
  const { story } = index;
  const { act, change, state, approvals, question, at, decided } = proposal;
  const names = await store.pseudonyms.names([proposal.proposer, ...approvals]);
  const checked = await dryRun(sight, proposal);
  // What is approved is in the story, whatever has become of it since.
  const result = 'story' in checked ? checked.story : state === 'approved' ? story : null;
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

/** The fact before the change: of one that is approved, as the base stood just before that. */
async function beforeOf(
  { desk, index }: ProposalContext,
  { state, story, change, decided }: Proposal,
): Promise<Fact | null> {
  if (state !== 'approved' || decided === null || desk.history === null) return currentFact(change, index);
  const earlier = await desk.history.at(story, Temporal.Instant.from(decided).subtract({ milliseconds: 1 }));
  return earlier === null ? null : currentFact(change, earlier);
}

/** What its editors may do about a proposal: nobody approves of what the checker would not have. */
export function allowedActions({ state, problems, change }: ProposalView): readonly ProposalAction[] {
  if (state !== 'open') return [];
  // A name is not written anew: another one is another proposal.
  if (change.on !== 'fact') return problems.length > 0 ? ['reject'] : ['approve', 'reject'];
  return problems.length > 0 ? ['edit', 'reject'] : ['approve', 'edit', 'reject'];
}

/** The card of a proposal in the channel where it waits; null where there is nothing to show, or nowhere to show it. */
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
