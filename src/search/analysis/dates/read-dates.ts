import { findDates } from './date-mentions.ts';
import { localDay } from '../../../local-day.ts';

export interface DateContext {
  readonly now: Temporal.Instant;
  /** IANA time zone of the story: it decides which day is today. */
  readonly timezone: string;
  /** The text can only be a date, so "31.5" is a day. Elsewhere it is a number. */
  readonly bare?: boolean;
}

export type ParsedDates =
  | {
      /** 'YYYY-MM-DD', both ends included; null is an open end. */
      readonly from: string | null;
      readonly to: string | null;
      /** The words read as the date, including prepositions. */
      readonly said: string;
      /** The text without these words. */
      readonly rest: string;
      /** False if the reading is a choice: a vague span, several dates, a month before the day. */
      readonly confident: boolean;
      /** The days depend on today: no year was given, or a word like "Monday" or "yesterday". */
      readonly relative: boolean;
      /** The date falls on another weekday than the one written beside it. */
      readonly mismatch: boolean;
    }
  /** The calendar has no such day. `impossible` is the date as typed. */
  | { readonly impossible: string; readonly said: string; readonly rest: string };

/** A day without the full stop after its month. */
const BARE = /(?<![\d.,])\d{1,2}\.(?:0?[1-9]|1[0-2])(?=$|\s(?![%‰\d]))/g;

/**
 * The date that a question asks for, in the languages of `vocabulary.ts`; null if it names none.
 * A day, month or weekday without a year or week is the latest one not after now: a desk looks back.
 * The answer prints the date it used.
 * "Tomorrow", "next Monday" and dates with a year may lie ahead.
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
