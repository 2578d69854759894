import { edtf } from '../../../data/model/edtf.ts';
import type { TimelineFact } from '../../model/picture.ts';

/** The days that a date covers, counted from 1970; `to` is the day after the last. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** An unknown end: "since Monday", "until June". */
  readonly open: 'since' | 'until' | null;
  /** The date is a range, or some day within it, and not one known day. */
  readonly span: boolean;
  readonly about: boolean;
  readonly uncertain: boolean;
  /** The hour as printed, 0 to 24; null if unknown. */
  readonly hour: number | null;
}

const DAY_MS = 86_400_000;

export const dayNumber = (day: string): number => Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds / DAY_MS;

export const dayOf = (number: number): string =>
  Temporal.Instant.fromEpochMilliseconds(number * DAY_MS)
    .toString()
    .slice(0, 10);

/** null for a fact without a date. */
export function extentOf({ when, time }: Pick<TimelineFact, 'when' | 'time'>): Extent | null {
  if (when === null) return null;
  const date = edtf(when);
  const first = date.from ?? date.to;
  const last = date.to ?? date.from;
  if (first === null || last === null) return null;
  const from = dayNumber(date.to === null ? first : date.from === null ? last : first);
  const to = (date.to === null ? from : dayNumber(last)) + 1;
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
  return {
    from,
    to,
    open: date.to === null ? 'since' : date.from === null ? 'until' : null,
    span: to - from > 1,
    about: date.approximate,
    uncertain: date.uncertain,
    hour: time === null ? null : hours + minutes / 60,
  };
}
