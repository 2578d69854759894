import { toDay, later, resolveDate, type DayRange, type DateExpression, type RelativeDate } from './calendar.ts';
import { dateExpressionAt } from './date-expression.ts';
import { yearOf, tokens, wordSet, type DateToken } from './tokens.ts';
import * as words from './vocabulary.ts';

type Day = Temporal.PlainDate;

/** A date in a text. `start` and `end` are UTF-16 offsets and include prepositions. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /** The first and last day, both included; null is an open end. Both null only where `impossible` is set. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The precision as written: a day, a month, a year, or any other span. */
  readonly precision: 'day' | 'month' | 'year' | 'span';
  /** No year, or a word like "Monday" or "yesterday": the days depend on `today`. */
  readonly relative: boolean;
  /** False if several readings are possible. */
  readonly sure: boolean;
  /** The date as written, if the calendar has no such day: "31 June". */
  readonly impossible: string | null;
  /** The date falls on another weekday than the one written beside it. */
  readonly mismatch: boolean;
}

/** Words after a year that don't make it a count. */
const AFTER_YEAR = wordSet(
  'and or when as at by in on the a was were is are has have had for to but after with who which from until und et i και',
);

type Direction = 'at' | 'about' | 'since' | 'until' | 'before' | 'after' | 'between';

const DIRECTIONS: readonly (readonly [Direction, ReadonlySet<string>])[] = [
  ['since', words.SINCE],
  ['until', words.UNTIL],
  ['before', words.BEFORE],
  ['after', words.AFTER],
  ['between', words.BETWEEN],
  ['about', words.ABOUT],
  ['at', words.AT],
];

function directionAt(list: readonly DateToken[], at: number): Direction | null {
  const key = list[at]?.key ?? '';
  return DIRECTIONS.find(([, set]) => set.has(key))?.[0] ?? null;
}

/** The first token after a preposition and an article. */
function skip(list: readonly DateToken[], at: number): number {
  let next = at;
  while (next < at + 3 && (words.ARTICLES.has(list[next]?.key ?? '') || words.AT.has(list[next]?.key ?? ''))) next += 1;
  return next;
}

function pointFrom(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  const first = dateExpressionAt(list, at, today);
  if (first) return first;
  const next = skip(list, at);
  const year = yearOf(list[next]);
  if (next > at) {
    const found = dateExpressionAt(list, next, today);
    if (found) return found;
  }
  if (year === null || /^[.,/%-]?\d/.test(glued(list, next))) return null;
  // "about 2000 soldiers" is a count; "in 2000" and "about 2000." are years.
  const noun = list[next + 1];
  if (noun?.kind === 'word' && !AFTER_YEAR.has(noun.key) && !words.AT.has(list[at - 1]?.key ?? '')) return null;
  return { at: next, end: next + 1, said: { kind: 'year', year }, weekday: null, doubtful: true, sure: true };
}

/** The text that touches the token from behind, up to two tokens. */
function glued(list: readonly DateToken[], at: number): string {
  const [one, two, three] = [list[at], list[at + 1], list[at + 2]];
  if (!one || !two || two.start !== one.end) return '';
  return two.raw + (three && three.start === two.end ? three.raw : '');
}

const DASH = /^[-–—]$/;

const joinsDays = (token: DateToken, direction: Direction | null): boolean =>
  DASH.test(token.raw) || words.UNTIL.has(token.key) || (direction === 'between' && words.AND.has(token.key));

/** The second end of a span: "– 31 May", "to Wednesday". A bare day number before it takes its month from `head`. */
function rangeEnd(
  list: readonly DateToken[],
  at: number,
  direction: Direction | null,
  today: Day,
): DateExpression | null {
  const token = list[at];
  if (!token) return null;
  if (!joinsDays(token, direction)) return null;
  return pointFrom(list, skip(list, at + 1), today);
}

/** A bare day number before the second end: the "29" of "29–31 May" and of "between 29 and 31 May". */
function isBareDate(list: readonly DateToken[], at: number, direction: Direction | null, today: Day) {
  const start = skip(list, at);
  const token = list[start];
  if (!token || token.kind !== 'number' || token.key.length > 2) return null;
  let next = start + 1;
  const ending = list[next];
  if (ending && ending.start === token.end && (ending.raw === '.' || words.ORDINAL_ENDINGS.has(ending.key))) next += 1;
  const far = rangeEnd(list, next, direction, today);
  if (!far || far.said.kind !== 'day') return null;
  const near: DateExpression = {
    ...far,
    at: start,
    end: next,
    said: { ...far.said, day: Number(token.key) },
    weekday: null,
  };
  return { near, far };
}

/** The second day of "March 6–9" and "between March 6 and 9, 2024", which shares the month. */
function bareEnd(list: readonly DateToken[], near: DateExpression, direction: Direction | null): DateExpression | null {
  const [last, mark, day] = [list[near.end - 1], list[near.end], list[near.end + 1]];
  if (near.said.kind !== 'day' || last?.kind === 'word' || last?.key.length === 4 || !mark) return null;
  if (!joinsDays(mark, direction) || day?.kind !== 'number' || day.key.length > 2) return null;
  const number = Number(day.key);
  const comma = list[near.end + 2]?.raw === ',' ? 1 : 0;
  const year = yearOf(list[near.end + 2 + comma]);
  // "March 6 to 9 people" counts people.
  const counted = year === null && list[near.end + 2]?.kind === 'word';
  if (counted || number < 1 || number > 31 || /^[.:/]\d/.test(glued(list, near.end + 1))) return null;
  const end = year === null ? near.end + 2 : near.end + 3 + comma;
  return {
    ...near,
    at: near.end + 1,
    end,
    said: { ...near.said, day: number, year: year ?? near.said.year },
    weekday: null,
  };
}

interface Met {
  readonly at: number;
  readonly end: number;
  readonly direction: Direction | null;
  readonly near: DateExpression;
  readonly far: DateExpression | null;
}

function meet(list: readonly DateToken[], at: number, today: Day): Met | null {
  const direction = directionAt(list, at);
  const start = direction === null ? at : at + 1;
  const tail = direction === null && words.ARTICLES.has(list[at]?.key ?? '') ? skip(list, at) : start;
  // "vor 3 Tagen" and "a week ago" begin with a word that may be a preposition: try the longer reading first.
  const isAgo = direction === 'before' || words.CALENDAR_UNITS.has(list[at + 1]?.key ?? '');
  const ago = isAgo ? dateExpressionAt(list, at, today) : null;
  if (ago) return { at, end: ago.end, direction: 'at', near: ago, far: null };
  const head = isBareDate(list, tail, direction, today);
  if (head) return { at, end: head.far.end, direction, near: head.near, far: head.far };
  const near =
    direction === null && tail === at
      ? (dateExpressionAt(list, at, today) ?? lone(list, at))
      : pointFrom(list, tail, today);
  if (!near) return null;
  const far = rangeEnd(list, near.end, direction, today) ?? bareEnd(list, near, direction);
  return { at, end: far?.end ?? near.end, direction, near, far };
}

/** A recent year without a preposition: only at an end of the query, where it can only be a filter. */
function lone(list: readonly DateToken[], at: number): DateExpression | null {
  const year = yearOf(list[at]);
  if (year === null || year < 1900 || (at > 0 && at < list.length - 1) || glued(list, at) !== '') return null;
  return {
    at,
    end: at + 1,
    said: { kind: 'year', year },
    weekday: null,
    doubtful: list.length > 1 && at === 0,
    sure: list.length === 1,
  };
}

function dependsOnToday(said: RelativeDate): boolean {
  return said.kind === 'weekday' || said.kind === 'span' || (said.kind !== 'year' && said.year === null);
}

/** Resolves both ends of a span: the far end against today, the near end against the far one. */
function bothEnds(near: RelativeDate, far: RelativeDate, today: Day): DayRange | null {
  const open = dependsOnToday(far) && far.kind !== 'span';
  if (open && near.kind === 'day' && near.year !== null) {
    const from = resolveDate(near, today);
    const to = from && resolveDate(far, from.from.add({ years: 1 }).subtract({ days: 1 }), 'latest');
    return from && to && { from: from.from, to: to.to };
  }
  const to = resolveDate(far, today);
  const from = to && resolveDate(near, to.from, 'latest');
  if (!from || !to) return null;
  // "from 31 May to 29 May": the ends are swapped, not eleven months apart.
  const recent = near.kind === 'day' && near.year === null ? resolveDate(near, today) : null;
  if (recent && later(recent.from, to.to) && recent.from.since(to.to).days < from.from.until(to.to).days) {
    return { from: to.from, to: recent.to };
  }
  return later(from.from, to.to) ? { from: to.from, to: from.to } : { from: from.from, to: to.to };
}

function ends(met: Met, today: Day): { from: Day | null; to: Day | null } | null {
  if (met.far) return bothEnds(met.near.said, met.far.said, today);
  const days = resolveDate(met.near.said, today);
  if (!days) return null;
  if (met.direction === 'since') return { from: days.from, to: null };
  if (met.direction === 'until') return { from: null, to: days.to };
  if (met.direction === 'before') return { from: null, to: days.from.subtract({ days: 1 }) };
  if (met.direction === 'after') return { from: days.to.add({ days: 1 }), to: null };
  return days;
}

function mentionOf(text: string, list: readonly DateToken[], met: Met, today: Day): DateMention {
  const days = ends(met, today);
  const { near, far } = met;
  const of = (token: DateToken | undefined, fallback: number) => token?.start ?? fallback;
  const start = of(list[met.at], 0);
  const end = list[met.end - 1]?.end ?? text.length;
  const single = far === null && (met.direction === null || met.direction === 'at' || met.direction === 'about');
  const oneDay = days?.from && days.to && days.from.equals(days.to);
  const span =
    near.said.kind === 'month' && near.said.part === 0 ? 'month' : near.said.kind === 'year' ? 'year' : 'span';
  const exact =
    near.said.kind === 'day' && near.said.year !== null ? toDay(near.said.year, near.said.month, near.said.day) : null;
  return {
    start,
    end,
    from: days?.from ?? null,
    to: days?.to ?? null,
    precision: !single ? 'span' : oneDay ? 'day' : span,
    relative: dependsOnToday(near.said) || (far !== null && dependsOnToday(far.said)),
    sure: near.sure && (far?.sure ?? true) && met.direction !== 'about',
    impossible: days ? null : text.slice(of(list[near.at], start), end).replace(/[\s.,]+$/, ''),
    mismatch: near.weekday !== null && (exact ?? days?.from)?.dayOfWeek !== near.weekday,
  };
}

/** Tells whether an ambiguous word is a date here: "in march" is one, "to march" and "on the march" are not. */
function isDate(list: readonly DateToken[], met: Met): boolean {
  // "the May elections" is a month by its capital, "the march" and "the Sun" are not.
  const month = /^(?:May|March)$/.test(list[met.near.at]?.raw ?? '') && met.at > 0;
  if (list[met.near.at - 1]?.key === 'the') return month;
  if (list[met.at]?.key === 'to' && met.far === null) return false;
  const alone = met.at === 0 && met.end >= list.length;
  const greek = /^(?:την|τη|τησ)$/.test(list[met.near.at - 1]?.key ?? '');
  return alone || greek || met.direction !== null || met.far !== null;
}

/** Every date in a text, in order, without overlaps. `today` resolves "Monday" and "1 June". */
export function findDates(text: string, today: Day): DateMention[] {
  const list = tokens(text);
  const found: DateMention[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const met = meet(list, at, today);
    if (!met) continue;
    if (met.near.doubtful && !isDate(list, met)) continue;
    found.push(mentionOf(text, list, met, today));
    at = met.end - 1;
  }
  return found;
}
