import type { StoryIndex } from '../search/facts/searchable-story.ts';
import type { CheckerIndex } from './model/checker-index.ts';
import { datelineDate } from './reading/dateline.ts';
import { splitSentences } from './reading/split-sentences.ts';
import { buildCheckerIndex } from './build-checker-index.ts';
import { checkSentence, type SentenceVerdict } from './verdict.ts';
import { localDay } from '../local-day.ts';

export type { DifferenceKind, Note } from './model/note.ts';
export type { SentenceVerdict } from './verdict.ts';

/** One sentence of a draft. `start` and `end` are UTF-16 offsets of the draft. */
export interface SentenceCheck extends SentenceVerdict {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

export interface CheckOptions {
  readonly now: Temporal.Instant;
  /** The day of the draft, 'YYYY-MM-DD': what "today" means in it. Without it, that of its dateline, of now, or of
   * the latest source where now is far from it. */
  readonly day?: string;
}

/** Holds drafts against one story. Reading the story costs most: keep it for as long as the story is the same. */
export interface Checker {
  check(draft: string, options: CheckOptions): SentenceCheck[];
}

/** Days around the last source within which a draft is taken to be of the day on which it is checked. */
const FRESH = 7;

function dayOf(draft: string, { story, lastDay }: CheckerIndex, { now, day }: CheckOptions): Temporal.PlainDate {
  if (day !== undefined) return Temporal.PlainDate.from(day);
  const today = Temporal.PlainDate.from(localDay(now, story.timezone));
  const own = datelineDate(draft, today);
  if (own) return own;
  if (lastDay === null) return today;
  const last = Temporal.PlainDate.from(lastDay);
  return Math.abs(last.until(today).days) <= FRESH ? today : last;
}

export function makeChecker({ story }: Pick<StoryIndex, 'story'>): Checker {
  const base = buildCheckerIndex(story);
  return {
    check(draft, options) {
      const today = dayOf(draft, base, options);
      return splitSentences(draft).map(({ text, start, end }) => ({
        sentence: text,
        start,
        end,
        ...checkSentence(text, base, today),
      }));
    },
  };
}

/** A draft against the facts, sentence by sentence. To check several drafts of one story, keep the checker instead. */
export const checkDraft = (index: Pick<StoryIndex, 'story'>, draft: string, options: CheckOptions): SentenceCheck[] =>
  makeChecker(index).check(draft, options);
