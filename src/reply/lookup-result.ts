import type { Fact } from '../data/model/fact.ts';
import type { Range } from '../data/queries/chronology.ts';
import type { AskedKind, EntityHit, StoryIndex } from '../search/story-search.ts';
import type { Language } from './model/language.ts';

/** What a question for facts came to. */
export interface LookupResult {
  readonly index: StoryIndex;
  readonly language: Language;
  /** What was typed, for the echo: the words, then the other options. */
  readonly asked: string;
  /** The days that were understood. */
  readonly range: Range | null;
  /** A day as it was typed that no calendar has: no fact can be of it. */
  readonly noSuchDay: string | null;
  /** By the `words` of the question (best first), or all there is under the `names` and filters given (newest first). */
  readonly by: 'words' | 'names' | 'filter';
  /** What the question was narrowed to, by an option or because it names nothing else: people, or places. */
  readonly narrowedTo: 'who' | 'where' | null;
  /** A name fits several that nothing links: each fact is of one of them. */
  readonly apart: boolean;
  readonly facts: readonly Fact[];
  readonly related: readonly Fact[];
  /** Facts that may answer, where none surely does: at most three, best first. */
  readonly nearest: readonly Fact[];
  /** They were found by what they mean, and not by their words alone. */
  readonly byMeaning: boolean;
  /** What was asked for and no fact on the matter holds. */
  readonly lacks: AskedKind | null;
  readonly suggestions: readonly EntityHit[];
}
