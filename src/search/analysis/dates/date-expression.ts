import { parseCalendarPeriod } from './calendar-period.ts';
import { toDay, toWeek, type DateExpression, type RelativeDate } from './calendar.ts';
import { parseNumericDate } from './numeric-date.ts';
import { parseRelativeDate } from './relative-date.ts';
import { yearOf, type DateToken } from './tokens.ts';
import * as words from './vocabulary.ts';

const SHORT_YEAR = /^\d\d$/;

function dayNumber(list: readonly DateToken[], at: number): { day: number; end: number } | null {
  const token = list[at];
  if (!token) return null;
  if (token.kind === 'word') {
    const tens = words.ORDINAL_WORDS.get(token.key);
    if (tens !== undefined) return { day: tens, end: at + 1 };
    const head = token.key === 'twenty' ? 20 : token.key === 'thirty' ? 30 : 0;
    const tail = words.ORDINAL_WORDS.get(list[list[at + 1]?.raw === '-' ? at + 2 : at + 1]?.key ?? '');
    return head > 0 && tail !== undefined && tail < 10
      ? { day: head + tail, end: list[at + 1]?.raw === '-' ? at + 3 : at + 2 }
      : null;
  }
  if (token.kind !== 'number' || token.key.length > 2) return null;
  let end = at + 1;
  const next = list[end];
  const touches = next !== undefined && next.start === token.end;
  if (touches && (next.raw === '.' || words.ORDINAL_ENDINGS.has(next.key))) end += 1;
  return { day: Number(token.key), end };
}

/** The year after a month: "2023", ", 2023", "'23". */
function yearAfter(list: readonly DateToken[], at: number): { year: number | null; end: number } {
  const skip = list[at]?.raw === ',' || list[at]?.raw === '.' || words.OF.has(list[at]?.key ?? '') ? 1 : 0;
  const year = yearOf(list[at + skip]);
  if (year !== null) {
    // "1. lipnja 2023. godine": the full stop of the year, then the word "year".
    const next = at + skip + 1;
    const word = list[next]?.raw === '.' ? next + 1 : next;
    return { year, end: /^god(ine)?$/.test(list[word]?.key ?? '') ? word + 1 : next };
  }
  const mark = list[at];
  const short = list[at + 1];
  if (mark && /^['’]$/.test(mark.raw) && short && SHORT_YEAR.test(short.key))
    return { year: 2000 + Number(short.key), end: at + 2 };
  return { year: null, end: at };
}

function monthAt(list: readonly DateToken[], at: number): { month: number; end: number } | null {
  const token = list[at];
  const month = token && token.kind === 'word' ? words.MONTHS.get(token.key) : undefined;
  if (token === undefined || month === undefined) return null;
  const dot = list[at + 1];
  const abbreviated = token.key.length <= 5 && dot?.raw === '.' && dot.start === token.end;
  const goesOn =
    abbreviated &&
    /^[\p{L}\p{N}]/u.test(list[at + 2]?.raw ?? '') &&
    (yearOf(list[at + 2]) !== null || token.key.length <= 4);
  return { month, end: goesOn ? at + 2 : at + 1 };
}

const point = (at: number, end: number, said: RelativeDate, more: Partial<DateExpression> = {}): DateExpression => ({
  at,
  end,
  said,
  weekday: null,
  doubtful: false,
  sure: true,
  ...more,
});

function dayFirst(list: readonly DateToken[], at: number): DateExpression | null {
  const number = dayNumber(list, at);
  if (!number) return null;
  const of = words.OF.has(list[number.end]?.key ?? '') || isHyphen(list, number.end) ? 1 : 0;
  const month = monthAt(list, number.end + of);
  if (!month) return null;
  const after = list[month.end];
  const word = list[month.end - 1];
  if (word?.raw === 'may' && after && words.VERB_AFTER_MAY.has(after.key)) return null;
  const { year, end } = yearAfter(list, isHyphen(list, month.end) ? month.end + 1 : month.end);
  return point(at, year === null ? month.end : end, { kind: 'day', day: number.day, month: month.month, year });
}

/** A hyphen that touches both sides, as in 9-March-2024. */
function isHyphen(list: readonly DateToken[], at: number): boolean {
  const [before, hyphen, after] = [list[at - 1], list[at], list[at + 1]];
  return hyphen?.raw === '-' && before?.end === hyphen.start && after?.start === hyphen.end;
}

/** "2024 March", "2024 March 6". */
function yearFirst(list: readonly DateToken[], at: number): DateExpression | null {
  const year = yearOf(list[at]);
  const month = year === null || year < 1900 ? null : monthAt(list, at + 1);
  if (year === null || month === null) return null;
  const number = dayNumber(list, month.end);
  if (number !== null && toDay(year, month.month, number.day) !== null)
    return point(at, number.end, { kind: 'day', day: number.day, month: month.month, year });
  return point(at, month.end, { kind: 'month', month: month.month, year, part: 0, last: false });
}

function monthFirst(list: readonly DateToken[], at: number): DateExpression | null {
  const month = monthAt(list, at);
  if (!month) return null;
  const doubtful = words.AMBIGUOUS_DATE_WORDS.has(list[at]?.key ?? '');
  const full = yearAfter(list, month.end);
  if (full.year !== null)
    return point(at, full.end, { kind: 'month', month: month.month, year: full.year, part: 0, last: false });
  const the = words.ARTICLES.has(list[month.end]?.key ?? '') ? 1 : 0;
  const number = dayNumber(list, month.end + the);
  const behind = list[number?.end ?? at];
  const joins = words.UNTIL.has(behind?.key ?? '') || words.AND.has(behind?.key ?? '');
  const counted = number && list[number.end - 1]?.kind !== 'word' && !joins && /^[\p{L}%]/u.test(behind?.raw ?? '');
  // "May 29 people died": a bare number before a noun counts the noun, unless it has an ordinal ending.
  if (number && number.day >= 1 && number.day <= 31 && !(counted && doubtful)) {
    const { year, end } = yearAfter(list, number.end);
    const said = { kind: 'day', day: number.day, month: month.month, year } as const;
    if (year !== null || toDay(2024, said.month, said.day)) return point(at, end, said);
  }
  return point(at, month.end, { kind: 'month', month: month.month, year: null, part: 0, last: false }, { doubtful });
}

/** The week named after a weekday: "Tuesday last week", "Montag letzter Woche". */
function weekBehind(
  list: readonly DateToken[],
  at: number,
  today: Temporal.PlainDate,
): { readonly monday: Temporal.PlainDate; readonly end: number } | null {
  const key = list[at]?.key ?? '';
  const step = words.LAST.has(key) ? -1 : words.THIS.has(key) ? 0 : words.NEXT.has(key) ? 1 : null;
  if (step === null || words.CALENDAR_UNITS.get(list[at + 1]?.key ?? '') !== 7) return null;
  return { monday: toWeek(today.add({ weeks: step })).from, end: at + 2 };
}

function weekdayFirst(list: readonly DateToken[], at: number, today: Temporal.PlainDate): DateExpression | null {
  const token = list[at];
  const weekday = token && token.kind === 'word' ? words.WEEKDAYS.get(token.key) : undefined;
  if (!token || weekday === undefined) return null;
  const inWeek = weekBehind(list, at + 1, today);
  if (inWeek !== null) {
    const day = inWeek.monday.add({ days: weekday - 1 });
    return point(at, inWeek.end, { kind: 'span', from: day, to: day });
  }
  let next = at + 1;
  while (next < at + 4 && (/^[.,]$/.test(list[next]?.raw ?? '') || words.ARTICLES.has(list[next]?.key ?? '')))
    next += 1;
  const dated = parseNumericDate(list, next) ?? dayFirst(list, next) ?? monthFirst(list, next);
  if (dated && dated.said.kind === 'day') return { ...dated, at, weekday };
  const said = { kind: 'weekday', weekday, which: 'latest' } as const;
  const part = words.PARTS_OF_DAY.has(list[at + 1]?.key ?? '') ? 1 : 0;
  return point(at, at + 1 + part, said, { doubtful: part === 0 && words.AMBIGUOUS_DATE_WORDS.has(token.key) });
}

/** The date expression at a token, or null. It excludes prepositions. */
export function dateExpressionAt(
  list: readonly DateToken[],
  at: number,
  today: Temporal.PlainDate,
): DateExpression | null {
  return (
    parseNumericDate(list, at) ??
    parseRelativeDate(list, at, today) ??
    parseCalendarPeriod(list, at, today) ??
    dayFirst(list, at) ??
    weekdayFirst(list, at, today) ??
    yearFirst(list, at) ??
    monthFirst(list, at)
  );
}
