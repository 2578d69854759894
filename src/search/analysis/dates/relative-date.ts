import { toMonth, toWeek, type DayRange, type DateExpression, type RelativeDate } from './calendar.ts';
import { yearOf, plain, type DateToken } from './tokens.ts';
import * as words from './vocabulary.ts';

type Phrase = { readonly keys: readonly string[]; readonly days: number };

/** By first word, the longest phrase first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  words.RELATIVE.flatMap(([days, phrases]) =>
    phrases.map((text) => ({ keys: text.split(' ').map(plain), days })),
  ).toSorted((a, b) => b.keys.length - a.keys.length),
  ({ keys }) => keys[0] ?? '',
);

const SMALL = new Map<string, number>([
  ...['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...['einem', 'zwei', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...['jedan', 'dva', 'tri', 'cetiri', 'pet', 'sest', 'sedam', 'osam', 'devet', 'deset'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...['μια', 'δυο', 'τρεισ', 'τεσσερισ', 'πεντε', 'εξι', 'επτα', 'οκτω', 'εννεα', 'δεκα'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...(['an', 'one', 'einer', 'une', 'dvije', 'dve', 'ενα', 'τρια'] as const).map(
    (word, i) => [word, [1, 1, 1, 1, 2, 2, 1, 3][i] ?? 1] as const,
  ),
]);

function count(token: DateToken | undefined): number | null {
  if (!token) return null;
  if (token.kind === 'number') return token.key.length <= 3 ? Number(token.key) : null;
  return SMALL.get(token.key) ?? null;
}

type Day = Temporal.PlainDate;
const span = ({ from, to }: DayRange): RelativeDate => ({ kind: 'span', from, to });
const made = (at: number, end: number, said: RelativeDate, sure = true): DateExpression => ({
  at,
  end,
  said,
  weekday: null,
  doubtful: false,
  sure,
});

/** The week, month, year or weekend `step` units from the current one. */
function unitOf(unit: number, step: number, today: Day): DayRange | null {
  if (unit === 7) return toWeek(today.add({ days: 7 * step }));
  if (unit === 365) return { from: toMonth(today.year + step, 1).from, to: toMonth(today.year + step, 12).to };
  if (unit === 30) {
    const then = today.add({ months: step });
    return toMonth(then.year, then.month);
  }
  if (unit !== 2) return null;
  const back = today.dayOfWeek >= 6 && step < 0 ? -1 : today.dayOfWeek < 6 && step <= 0 ? -1 : Math.max(step, 0);
  const monday = toWeek(today.add({ days: 7 * back })).from;
  return { from: monday.add({ days: 5 }), to: monday.add({ days: 6 }) };
}

/** "3 days ago" is one day, "2 weeks ago" a week, "a year ago" a month: nobody means the exact day. */
function ago(n: number, unit: number, today: Day): RelativeDate | null {
  if (unit === 0) return span({ from: today.subtract({ days: Math.ceil(n / 24) }), to: today });
  if (unit === 1) {
    const day = today.subtract({ days: n });
    return { kind: 'span', from: day, to: day };
  }
  if (unit === 7 || unit === 14) return span(toWeek(today.subtract({ days: unit * n })));
  const then = unit === 30 ? today.subtract({ months: n }) : unit === 365 ? today.subtract({ years: n }) : null;
  return then && span(toMonth(then.year, then.month));
}

function phrase(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  for (const { keys, days } of PHRASES.get(list[at]?.key ?? '') ?? []) {
    let next = at;
    const fits = keys.every((key) => {
      if (list[next]?.raw === '-') next += 1;
      next += 1;
      return list[next - 1]?.key === key;
    });
    if (!fits) continue;
    const day = today.add({ days });
    return made(at, next, { kind: 'span', from: day, to: day });
  }
  return null;
}

/** "3 days ago", "vor 3 Tagen", "il y a 3 jours", "prije 3 dana", "πριν από 3 μέρες". */
function distance(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  const key = list[at]?.key ?? '';
  const french = key === 'il' && list[at + 1]?.key === 'y' && list[at + 2]?.key === 'a';
  const fronted = french ? 3 : words.BEFORE.has(key) && key !== 'before' && key !== 'avant' ? 1 : 0;
  const start = at + fronted + (fronted > 0 && list[at + fronted]?.key === 'απο' ? 1 : 0);
  const n = count(list[start]);
  const unit = words.CALENDAR_UNITS.get(list[start + 1]?.key ?? '');
  if (n === null || unit === undefined) return null;
  const behind = fronted === 0 && words.AGO.has(list[start + 2]?.key ?? '');
  const said = fronted > 0 || behind ? ago(n, unit, today) : null;
  return said && made(at, start + 2 + (behind ? 1 : 0), said, unit <= 1);
}

/** "last week", "past 3 days", "letzte Woche", "lundi dernier", "this month", "next Monday", "end of May", "mid-April". */
function turned(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  const key = list[at]?.key ?? '';
  const step = words.LAST.has(key) ? -1 : words.THIS.has(key) ? 0 : words.NEXT.has(key) ? 1 : null;
  if (step !== null) return near(list, at, at + 1, step, today);
  const part = words.MONTH_PARTS.get(key);
  if (part !== undefined) return partOf(list, at, part, today);
  // French and Greek put the word after the unit: "la semaine dernière".
  const after = list[at + 1]?.key ?? '';
  if (/^derni|^passe|^prochain/.test(after)) {
    const found = near(list, at - 1, at, after.startsWith('prochain') ? 1 : -1, today);
    return found && { ...found, at, end: found.end + 1 };
  }
  return null;
}

function near(list: readonly DateToken[], at: number, next: number, step: number, today: Day): DateExpression | null {
  const token = list[next];
  if (!token) return null;
  const n = count(token);
  const counted = n === null ? undefined : words.CALENDAR_UNITS.get(list[next + 1]?.key ?? '');
  if (n !== null && counted !== undefined) {
    if (step >= 0) return null;
    const from = counted === 0 ? today.subtract({ days: Math.ceil(n / 24) }) : today.subtract({ days: n * counted });
    return made(at, next + 2 + (words.LAST.has(list[next + 2]?.key ?? '') ? 1 : 0), span({ from, to: today }));
  }
  const unit = words.WEEK_OR_SUNDAY.has(token.key) ? 7 : words.CALENDAR_UNITS.get(token.key);
  const whole = unit === undefined ? null : unitOf(unit, step, today);
  if (whole) return made(at, next + 1, span(whole), unit !== 2);
  const weekday = words.WEEKDAYS.get(token.key);
  const which = step < 0 ? 'last' : step > 0 ? 'next' : 'this';
  const part = words.PARTS_OF_DAY.has(list[next + 1]?.key ?? '') ? 1 : 0;
  if (weekday !== undefined) return made(at, next + 1 + part, { kind: 'weekday', weekday, which });
  const month = words.MONTHS.get(token.key);
  if (month === undefined) return null;
  // "last march" is a month; "the last march" and "this march" may be demonstrations.
  const march =
    words.AMBIGUOUS_DATE_WORDS.has(token.key) && (step === 0 || words.ARTICLES.has(list[at - 1]?.key ?? ''));
  const year =
    yearOf(list[next + 1]) ?? (step > 0 ? today.year + (month > today.month ? 0 : 1) : step === 0 ? today.year : null);
  const end = next + 1 + (yearOf(list[next + 1]) === null ? 0 : 1);
  return { ...made(at, end, { kind: 'month', month, year, part: 0, last: step < 0 }), doubtful: march };
}

function partOf(list: readonly DateToken[], at: number, part: number, today: Day): DateExpression | null {
  let next = at + 1;
  while (
    next < at + 4 &&
    (list[next]?.raw === '-' || words.OF.has(list[next]?.key ?? '') || words.ARTICLES.has(list[next]?.key ?? ''))
  ) {
    next += 1;
  }
  const month = words.MONTHS.get(list[next]?.key ?? '');
  if (month !== undefined) {
    const year = yearOf(list[next + 1]);
    return made(at, next + (year === null ? 1 : 2), { kind: 'month', month, year, part, last: false }, false);
  }
  // "early Monday", "late on Wednesday": a part of that day.
  if (words.AT.has(list[next]?.key ?? '')) next += 1;
  const weekday = words.WEEKDAYS.get(list[next]?.key ?? '');
  if (weekday !== undefined && part !== 2) {
    const daypart = words.PARTS_OF_DAY.has(list[next + 1]?.key ?? '') ? 2 : 1;
    return made(at, next + daypart, { kind: 'weekday', weekday, which: 'latest' });
  }
  const step = words.LAST.has(list[next]?.key ?? '') ? -1 : words.THIS.has(list[next]?.key ?? '') ? 0 : null;
  if (step === null || words.CALENDAR_UNITS.get(list[next + 1]?.key ?? '') !== 30) return null;
  const then = today.add({ months: step });
  return made(at, next + 2, span(toMonth(then.year, then.month, part)), false);
}

/** The date relative to today at a token, or null. */
export function parseRelativeDate(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  return phrase(list, at, today) ?? distance(list, at, today) ?? turned(list, at, today);
}
