import { released } from '../../data/embargo.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Act, Change, DryRun } from '../../data/revisions/revision.ts';
import { contradictionsOf } from '../../draft-check/citation-problems.ts';
import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import type { Store } from '../../store/store.ts';
import { type CurationClaim, checkPermission, entryPoint } from '../permissions.ts';
import { storyAccess } from '../story-access.ts';
import type { Ask, Desk } from '../command.ts';
import { languageFor, storyOf } from '../ask.ts';
import { redactEmbargoed, unknownReferences } from './embargo-redaction.ts';

/** What a proposal is shown with. */
export interface ProposalContext {
  readonly desk: Desk;
  readonly store: Store;
  readonly index: StoryIndex;
  readonly language: Language;
  readonly now: Temporal.Instant;
}

/** What an act of curation needs. */
export interface CurationContext extends ProposalContext {
  readonly ask: Ask;
  readonly server: string;
  /** The asker, as a pseudonym of the store. */
  readonly actor: string;
}

/** The server and channel in which a story is curated; null where none claims it, or there is no store. */
export const curationClaimOf = async (story: string | null, { store }: Desk): Promise<CurationClaim> =>
  story === null || store === null ? null : store.curationClaims.of(story);

/**
 * Checks the permission again, where the change is made: no entry point that forgot its check leads past it.
 * @throws ReaderError that says why the asker may change nothing here.
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
    await storyAccess(index.story.id, ask.from, desk),
    desk.rules,
  );
  if (why !== null) throw new ReaderError(translateText(language, `may.${why}`));
  if (server === null || user === null) throw new ReaderError(translateText(language, 'may.noServer'));
  const actor = await store.pseudonyms.of(user, name);
  return { ask, desk, store, index, language, server, actor, now: desk.clock.now() };
}

/** A change before its approval. */
export interface ProposedChange {
  readonly act: Act;
  readonly change: Change;
  readonly reason: string | null;
  readonly was: string | null;
}

/**
 * Checks the story with the change in it. Problems name nothing that is under embargo.
 * @throws ReaderError when the files of the story are not loaded.
 */
export async function dryRun(
  { desk, index, language, now }: Omit<ProposalContext, 'store'>,
  wanted: ProposedChange,
): Promise<DryRun> {
  const { act, change, reason, was } = wanted;
  const unknown = unknownReferences(wanted, index.story, language);
  if (unknown.length > 0) return { problems: unknown };
  const by = translateText(language, 'proposal.desk');
  const checked = await desk.history?.dryRun(index.story.id, { act, change, reason, was, at: now.toString(), by });
  if (checked === undefined || checked === null) throw new ReaderError(translateText(language, 'proposal.noFiles'));
  const base = checked.base === undefined ? {} : { base: checked.base };
  if ('problems' in checked)
    return { problems: checked.problems.map((problem) => redactEmbargoed(problem, change, index.story)), ...base };
  const story = released(checked.story, now);
  const contradictions = change.on === 'fact' && act !== 'retract' ? contradictionsOf(story, change.id) : [];
  return contradictions.length > 0 ? { problems: contradictions, ...base } : { story, ...base };
}

/** Two for a retraction, and for the status `confirmed`. */
export function approvalsNeeded(act: Act, change: Change): 1 | 2 {
  return act === 'retract' || (change.on === 'fact' && change.fields['status'] === 'confirmed') ? 2 : 1;
}

/** The fact that a change is about, as it is served now. */
export const currentFact = ({ on, id }: Change, { story }: StoryIndex): Fact | null =>
  on === 'fact' ? (story.facts.get(id) ?? null) : null;
