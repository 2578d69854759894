import { findDates } from '../../search/analysis/dates/date-mentions.ts';

/** "PRISTINA, 1 June (Reuters) – ": capitals, at most a line, and a dash between spaces. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.'-]{2,40}(?:,[^–—\n]{1,50}?)?\s*(?:\([^)\n]{1,40}\)\s*)?\s(?:[–—]|-)\s/u;

/** Length of the dateline, in UTF-16 units: it is not part of the statement. */
export const datelineLength = (text: string): number => DATELINE.exec(text)?.[0].length ?? 0;

/** The full date in the dateline of a draft's first line. */
export function datelineDate(draft: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const line = DATELINE.exec(draft.trimStart())?.[0];
  const date = line === undefined ? undefined : findDates(line, today).find(({ precision }) => precision === 'day');
  return date && !date.relative ? date.from : null;
}
