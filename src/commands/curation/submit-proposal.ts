import { ReaderError } from '../../errors.ts';
import type { Card, Line } from '../../reply/model/card.ts';
import { proposalCard, type ProposalView } from '../../reply/cards/proposal.ts';
import { translate, translateText } from '../../reply/i18n/translate.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Fields } from '../../data/revisions/revision.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { curationClaimOf, currentFact, dryRun, type CurationContext, type ProposedChange } from './context.ts';
import { similarFacts } from './similar-facts.ts';
import { proposalView } from './proposal-view.ts';

interface SubmitOptions {
  readonly question?: string | null;
  /** What is like it was seen, and it is wanted all the same. */
  readonly anyway?: true;
}

/** Puts a change before the editors; as a draft where something is to be mended first, or a like fact is there. */
export async function submitProposal(
  curation: CurationContext,
  given: ProposedChange,
  { question = null, anyway }: SubmitOptions = {},
): Promise<Card> {
  const { store, index, server, actor } = curation;
  const like = anyway === true ? [] : similarTo(curation, given);
  const { wanted, faulty } = await tryProposal(curation, given);
  const proposal = await store.proposals.add({
    ...wanted,
    story: index.story.id,
    server,
    base: currentFact(wanted.change, index)?.version ?? null,
    proposer: actor,
    question,
    state: faulty || like.length > 0 ? 'draft' : 'open',
  });
  return proposerCard(curation, proposal, like);
}

const MOST_TRIES = 100;

/**
 * The change as it can be proposed: a new fact with a number that is free, another one with the values that it replaces. What
 * is under embargo has numbers too, which nobody is told.
 */
export async function tryProposal(
  curation: CurationContext,
  given: ProposedChange,
): Promise<{ readonly wanted: ProposedChange; readonly faulty: boolean }> {
  let wanted = given;
  for (let tries = 1; ; tries += 1) {
    const checked = await dryRun(curation, wanted);
    const isTaken = 'problems' in checked && checked.problems.some(({ code }) => code === 'id-taken');
    const isNew = wanted.act === 'add' || wanted.act === 'update';
    if (!isTaken || !isNew || tries === MOST_TRIES) {
      return { wanted: withBase(wanted, checked.base), faulty: 'problems' in checked };
    }
    const { id } = wanted.change;
    const next = id.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
    wanted = { ...wanted, change: { ...wanted.change, id: next } };
  }
}

const withBase = ({ change, ...rest }: ProposedChange, base: Fields | undefined): ProposedChange => ({
  ...rest,
  change: change.on === 'fact' && base !== undefined ? { ...change, base } : change,
});

/** Only of a new fact: what is corrected is like itself. */
function similarTo({ index }: CurationContext, { act, change }: ProposedChange): Fact[] {
  if (act !== 'add' || change.on !== 'fact') return [];
  const { says, cite } = change.fields;
  const [first] = Array.isArray(cite) ? cite : [];
  const quote = typeof first === 'object' && 'quote' in first ? first['quote'] : '';
  return similarFacts(index, typeof says === 'string' ? says : '', typeof quote === 'string' ? quote : '');
}

/** A proposal as its proposer sees it, with what can be done about it. */
export async function proposerCard(
  curation: CurationContext,
  proposal: Proposal,
  like: readonly Fact[] = [],
): Promise<Card> {
  const { language } = curation;
  const view = await proposalView(curation, proposal, like);
  const isDraft = proposal.state === 'draft';
  const actions =
    isDraft && view.problems.length === 0 ? (['submit', 'edit', 'withdraw'] as const) : (['edit', 'withdraw'] as const);
  const shown = proposalCard(view, proposal.change.on === 'fact' ? actions : ['withdraw'], language);
  return { ...shown, lead: [...(await standing(curation, view)), ...shown.lead] };
}

async function standing(
  { index, desk, language }: CurationContext,
  { state, problems }: ProposalView,
): Promise<Line[]> {
  if (state === 'draft') {
    return [{ as: 'text', words: translate(language, problems.length > 0 ? 'proposal.isFaulty' : 'proposal.isLike') }];
  }
  const channel = (await curationClaimOf(index.story.id, desk))?.channel ?? '';
  return [{ as: 'text', words: translate(language, 'proposal.waits', { channel: { channel } }) }];
}

/**
 * The proposal that a question names, as `id.version`, or by its id alone: then of its newest version.
 * @throws ReaderError where this story has none.
 */
export async function requireProposal({
  store,
  index,
  language,
  ask,
}: CurationContext): Promise<{ readonly proposal: Proposal; readonly version: number }> {
  const [, id = '', version] = /^([\w-]{1,40})(?:\.(\d{1,6}))?$/.exec((ask.options['proposal'] ?? '').trim()) ?? [];
  const proposal = ask.proposal?.id === id ? ask.proposal : await store.proposals.get(id);
  if (proposal === null || proposal.story !== index.story.id) {
    throw new ReaderError(translateText(language, 'proposal.unknown'));
  }
  return { proposal, version: version === undefined ? proposal.version : Number(version) };
}
