import type { Checked } from '../../data/check.ts';
import { released } from '../../data/embargo.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Act, Change } from '../../data/revisions/revision.ts';
import { contradictionsOf } from '../../draft-check/citation-problems.ts';
import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import type { Store } from '../../store/store.ts';
import type { CurationClaim } from '../permissions/rank.ts';
import { checkPermission, entryPoint } from '../permissions/rules.ts';
import type { Ask, Desk } from '../command.ts';
import { languageFor, storyOf } from '../ask.ts';
import { redactEmbargoed, unknownReferences } from './embargo-redaction.ts';

/** Where a proposal is looked at. */
export interface ProposalContext {
  readonly desk: Desk;
  readonly store: Store;
  readonly index: StoryIndex;
  readonly language: Language;
  readonly now: Temporal.Instant;
}

/** Everything that a deed of curation is done with. */
export interface CurationContext extends ProposalContext {
  readonly ask: Ask;
  readonly server: string;
  /** Who acts, as a pseudonym of the store. */
  readonly actor: string;
}

/** The server and channel in which a story is curated; null where nobody does, or nothing is remembered. */
export const curationClaimOf = async (story: string | null, { store }: Desk): Promise<CurationClaim> =>
  story === null || store === null ? null : store.curationClaims.of(story);

/**
 * What curation needs where somebody acts. It asks once more whether they may, so that no way past the door leads here.
 * @throws ReaderError that says why nothing is changed here.
 */
export async function curationContext(ask: Ask, desk: Desk): Promise<CurationContext> {
  const language = languageFor(ask);
  const index = storyOf(ask, desk);
  const { store } = desk;
  const { server, user, name } = ask.from;
  if (store === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
  const why = checkPermission(
    `command:${entryPoint(ask)}`,
    ask.from,
    await curationClaimOf(index.story.id, desk),
    desk.rules,
  );
  if (why !== null) throw new ReaderError(translateText(language, `may.${why}`));
  if (server === null || user === null) throw new ReaderError(translateText(language, 'may.noServer'));
  const actor = await store.pseudonyms.of(user, name);
  return { ask, desk, store, index, language, server, actor, now: desk.clock.now() };
}

/** A change that has not been approved. */
export interface ProposedChange {
  readonly act: Act;
  readonly change: Change;
  readonly reason: string | null;
  readonly was: string | null;
}

/**
 * What the checker of files says of the base with the change in it.
 * @throws ReaderError when the files of the story are not at hand.
 */
export async function dryRun(
  { desk, index, language, now }: Omit<ProposalContext, 'store'>,
  wanted: ProposedChange,
): Promise<Checked> {
  const { act, change, reason, was } = wanted;
  const unknown = unknownReferences(change, index.story, language);
  if (unknown.length > 0) return { problems: unknown };
  const by = translateText(language, 'proposal.desk');
  const checked = await desk.history?.dryRun(index.story.id, { act, change, reason, was, at: now.toString(), by });
  if (checked === undefined || checked === null) throw new ReaderError(translateText(language, 'proposal.noFiles'));
  if ('problems' in checked)
    return { problems: checked.problems.map((problem) => redactEmbargoed(problem, index.story)) };
  const story = released(checked.story, now);
  const contradictions = change.on === 'fact' && act !== 'retract' ? contradictionsOf(story, change.id) : [];
  return contradictions.length > 0 ? { problems: contradictions } : { story };
}

/** Two editors sign what takes a fact away, and what is called confirmed. */
export function approvalsNeeded(act: Act, change: Change): 1 | 2 {
  return act === 'retract' || (change.on === 'fact' && change.fields['status'] === 'confirmed') ? 2 : 1;
}

/** The fact that a change is made to, as it is now. */
export const currentFact = ({ on, id }: Change, { story }: StoryIndex): Fact | null =>
  on === 'fact' ? (story.facts.get(id) ?? null) : null;
