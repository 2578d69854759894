import { toDay, type DateExpression, type RelativeDate } from './calendar.ts';
import type { DateToken } from './tokens.ts';
import { OF } from './vocabulary.ts';

/** Adjacent tokens from `at` that are digits or date separators; "1. 6. 2023" may have spaces. */
function run(list: readonly DateToken[], at: number): { text: string; ends: number[] } {
  let text = '';
  const ends: number[] = [];
  for (let i = at; i < list.length && i < at + 6; i += 1) {
    const token = list[i];
    const before = list[i - 1];
    if (!token || (token.kind !== 'number' && !/^[./-]$/.test(token.raw))) break;
    if (i > at && before && token.start !== before.end && before.raw !== '.') break;
    text += token.raw;
    for (let n = 0; n < token.raw.length; n += 1) ends.push(i + 1);
  }
  return { text, ends };
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})$/;

const FORMS: readonly [RegExp, (found: RegExpExecArray) => RelativeDate | null][] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, (m) => day(m[4], m[3], m[1])],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/, (m) => day(m[1], m[3], m[4])],
  [/^((?:19|20)\d\d)-(\d{2})(?!\d)/, (m) => month(m[2], m[1])],
  [/^(\d{1,2})[./]((?:19|20)\d\d)(?!\d)/, (m) => month(m[1], m[2])],
  [/^(\d{1,2})\.(\d{1,2})\.(?!\d)/, (m) => day(m[1], m[2], undefined)],
  [SLASHED, (m) => ofCalendar(day(m[1], m[2], undefined))],
];

/** Two-digit years below 70 are 20xx, as in POSIX. */
const century = (year: string) => (year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year));

function day(first = '', second = '', year?: string): RelativeDate & { kind: 'day' } {
  return { kind: 'day', day: Number(first), month: Number(second), year: year === undefined ? null : century(year) };
}

/** "24/7" can be a day of the calendar, "50/50" cannot. */
const ofCalendar = (said: RelativeDate & { kind: 'day' }): RelativeDate | null =>
  toDay(2024, said.month, said.day) !== null || toDay(2024, said.day, said.month) !== null ? said : null;

function month(number = '', year = ''): RelativeDate | null {
  const value = Number(number);
  return value >= 1 && value <= 12 ? { kind: 'month', month: value, year: Number(year), part: 0, last: false } : null;
}

/**
 * Parses a date in digits, day first: 2023-06-01, 1.6.2023, 1/6/23, 01. 06. 2023., 1.6., 2023-04, 4/2023.
 * If only the American order gives a date (5/31/2023), it is used and marked as not sure.
 * "1.6" alone is a number. "1/6" may be one: it is a day only after a word of time, or alone.
 */
export function parseNumericDate(list: readonly DateToken[], at: number): DateExpression | null {
  const first = list[at];
  if (!first || first.kind !== 'number' || first.key.length > 4) return null;
  const before = list[at - 1];
  if (before && before.end === first.start && /^[\p{L}./,:-]$/u.test(before.raw)) return null;
  const { text, ends } = run(list, at);
  for (const [form, read] of FORMS) {
    const found = form.exec(text);
    const said = found && read(found);
    const end = found && ends[found[0].length - 1];
    if (!said || end === undefined || end === null) continue;
    const swapped = said.kind === 'day' && said.month > 12 && said.day <= 12 && first.key.length <= 2;
    const taken = swapped ? { ...said, day: said.month, month: said.day } : said;
    const doubtful = form === SLASHED;
    if (doubtful && (/^[%‰]$/.test(list[end]?.raw ?? '') || OF.has(list[end]?.key ?? ''))) return null;
    return { at, end, said: taken, weekday: null, doubtful, sure: !swapped };
  }
  return null;
}
