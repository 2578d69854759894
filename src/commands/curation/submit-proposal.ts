import { ReaderError } from '../../errors.ts';
import type { Card, Line } from '../../reply/model/card.ts';
import { proposalCard, type Proposed } from '../../reply/cards/proposal.ts';
import { say, word } from '../../reply/i18n/translate.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { curatingOf, factOf, trial, type Bench, type Wanted } from './context.ts';
import { likeFacts } from './similar-facts.ts';
import { viewOf } from './proposal-view.ts';

interface Putting {
  readonly question?: string | null;
  /** What is like it was seen, and it is wanted all the same. */
  readonly anyway?: true;
}

/** Puts a change before the editors; as a draft where something is to be mended first, or a like fact is there. */
export async function put(bench: Bench, given: Wanted, { question = null, anyway }: Putting = {}): Promise<Card> {
  const { store, index, server, actor } = bench;
  const like = anyway === true ? [] : alike(bench, given);
  const { wanted, faulty } = await numbered(bench, given);
  const proposal = await store.proposals.add({
    ...wanted,
    story: index.story.id,
    server,
    base: factOf(wanted.change, index)?.version ?? null,
    proposer: actor,
    question,
    state: faulty || like.length > 0 ? 'draft' : 'open',
  });
  return ownCard(bench, proposal, like);
}

const TAKEN = /^The id '[^']+' is already taken /;
const MOST_TRIES = 100;

/** A new fact with a number that is free: what is under embargo has numbers too, which nobody is told. */
async function numbered(bench: Bench, given: Wanted): Promise<{ readonly wanted: Wanted; readonly faulty: boolean }> {
  let wanted = given;
  for (let tries = 1; ; tries += 1) {
    const checked = await trial(bench, wanted);
    const isTaken = 'problems' in checked && checked.problems.some(({ message }) => TAKEN.test(message));
    const isNew = wanted.act === 'add' || wanted.act === 'update';
    if (!isTaken || !isNew || tries === MOST_TRIES) return { wanted, faulty: 'problems' in checked };
    const { id } = wanted.change;
    const next = id.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
    wanted = { ...wanted, change: { ...wanted.change, id: next } };
  }
}

/** Only of a new fact: what is corrected is like itself. */
function alike({ index }: Bench, { act, change }: Wanted): Fact[] {
  if (act !== 'add' || change.on !== 'fact') return [];
  const { says, cite } = change.fields;
  const [first] = Array.isArray(cite) ? cite : [];
  const quote = typeof first === 'object' && 'quote' in first ? first['quote'] : '';
  return likeFacts(index, typeof says === 'string' ? says : '', typeof quote === 'string' ? quote : '');
}

/** A proposal as its proposer sees it, with what can be done about it. */
export async function ownCard(bench: Bench, proposal: Proposal, like: readonly Fact[] = []): Promise<Card> {
  const { language } = bench;
  const view = await viewOf(bench, proposal, like);
  const isDraft = proposal.state === 'draft';
  const deeds =
    isDraft && view.problems.length === 0 ? (['submit', 'edit', 'withdraw'] as const) : (['edit', 'withdraw'] as const);
  const shown = proposalCard(view, proposal.change.on === 'fact' ? deeds : ['withdraw'], language);
  return { ...shown, lead: [...(await standing(bench, view)), ...shown.lead] };
}

async function standing({ index, desk, language }: Bench, { state, problems }: Proposed): Promise<Line[]> {
  if (state === 'draft') {
    return [{ as: 'text', words: say(language, problems.length > 0 ? 'proposal.isFaulty' : 'proposal.isLike') }];
  }
  const channel = (await curatingOf(index.story.id, desk))?.channel ?? '';
  return [{ as: 'text', words: say(language, 'proposal.waits', { channel: { channel } }) }];
}

/**
 * The proposal that a question names, as `id.version`, or by its id alone: then of its newest version.
 * @throws ReaderError where this story has none.
 */
export async function proposalNamed({
  store,
  index,
  language,
  ask,
}: Bench): Promise<{ readonly proposal: Proposal; readonly version: number }> {
  const [, id = '', version] = /^([\w-]{1,40})(?:\.(\d{1,6}))?$/.exec((ask.options['proposal'] ?? '').trim()) ?? [];
  const proposal = await store.proposals.get(id);
  if (proposal === null || proposal.story !== index.story.id) {
    throw new ReaderError(word(language, 'proposal.unknown'));
  }
  return { proposal, version: version === undefined ? proposal.version : Number(version) };
}
