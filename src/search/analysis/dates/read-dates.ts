import { findDates } from './date-mentions.ts';
import { localDay } from '../../../local-day.ts';

export interface DateContext {
  readonly now: Temporal.Instant;
  /** IANA zone of the story: it decides which day "today" is. */
  readonly timezone: string;
  /** Only a time can be meant, so "31.5" is a day too. Elsewhere it is a number. */
  readonly bare?: boolean;
}

export type ParsedDates =
  | {
      /** 'YYYY-MM-DD', both ends included; null is an open end. */
      readonly from: string | null;
      readonly to: string | null;
      /** The words that were taken for the time, prepositions included. */
      readonly said: string;
      /** The text without them. */
      readonly rest: string;
      /** False where the reading is a choice: a vague span, several times in one text, a month put before the day. */
      readonly confident: boolean;
      /** The days depend on the day of asking: no year was given, or a word like "Monday" or "yesterday". */
      readonly relative: boolean;
      /** A weekday was given beside the date, and it is not the weekday of that date. */
      readonly mismatch: boolean;
    }
  /** The calendar has no such day. `impossible` is the date as typed. */
  | { readonly impossible: string; readonly said: string; readonly rest: string };

/** A day without the full stop behind its month. */
const BARE = /(?<![\d.,])\d{1,2}\.(?:0?[1-9]|1[0-2])(?=$|\s(?![%‰\d]))/g;

/**
 * The time that a question asks for, in the languages of `vocabulary.ts`, or null where it names none. A day, month or
 * weekday without a year or week is the latest one not after now: a desk looks back, and the answer prints the date that
 * was understood. "Tomorrow", "next Monday" and dates with a year may lie ahead.
 */
export function parseDates(typed: string, { now, timezone, bare = false }: DateContext): ParsedDates | null {
  const text = bare ? typed.replace(BARE, '$&.') : typed;
  const found = findDates(text, Temporal.PlainDate.from(localDay(now, timezone)));
  const first = found.find((mention) => mention.impossible !== null) ?? found[0];
  if (!first) return null;
  const said = text.slice(first.start, first.end);
  const rest = `${text.slice(0, first.start)} ${text.slice(first.end)}`.replace(/\s+/g, ' ').trim();
  if (first.impossible !== null) return { impossible: first.impossible, said, rest };
  return {
    from: first.from?.toString() ?? null,
    to: first.to?.toString() ?? null,
    said,
    rest,
    confident: first.sure && !first.mismatch && found.length === 1,
    relative: first.relative,
    mismatch: first.mismatch,
  };
}
