import type { StoryIndex } from '../search/facts/searchable-story.ts';
import type { CheckerIndex } from './model/checker-index.ts';
import { datelineDate } from './reading/dateline.ts';
import { splitSentences } from './reading/split-sentences.ts';
import { buildCheckerIndex } from './build-checker-index.ts';
import { checkSentence, type SentenceVerdict } from './verdict.ts';
import { localDay } from '../local-day.ts';

export type { DifferenceKind, Note } from './model/note.ts';
export type { SentenceVerdict } from './verdict.ts';

/** A sentence of a draft. `start` and `end` are UTF-16 offsets of the draft. */
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

/** Checks drafts against one story. Building it costs most, so keep it as long as the story is unchanged. */
export interface Checker {
  check(draft: string, options: CheckOptions): SentenceCheck[];
}

/** Within this many days of the last source, a draft is dated by the day of the check. */
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

/** Checks a draft against the facts, sentence by sentence. For several drafts of one story, keep the checker. */
export const checkDraft = (index: Pick<StoryIndex, 'story'>, draft: string, options: CheckOptions): SentenceCheck[] =>
  makeChecker(index).check(draft, options);
