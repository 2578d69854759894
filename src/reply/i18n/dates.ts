import { parseEdtf, type Edtf } from '../../data/model/edtf.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { StyledText } from '../model/styled-text.ts';
import { DATE_WORDS, type DateWords } from './date-words.ts';
import { languageOf, translateText } from './translate.ts';
import { localDay } from '../../local-day.ts';

/** Days as 'YYYY-MM-DD', both included; null is an open end. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

const wordsOf = (language: string): DateWords =>
  DATE_WORDS.get(language.split('-')[0] ?? '') ?? DATE_WORDS.get('en') ?? fallback();

function fallback(): never {
  throw new Error('The words of dates have no English.');
}

interface CalendarNames {
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** As written beside a day ("31. svibnja"), January first. */
  readonly months: readonly string[];
  /** As written alone ("svibanj"). */
  readonly monthsAlone: readonly string[];
}

/**
 * The names of days and months as the calendar of the runtime has them. The punctuation between the parts of a date is left
 * out: each release of it puts commas elsewhere. All are read once: a format costs a thousand times what a name does, and
 * an answer has dozens of dates.
 */
function calendarNames(language: string): CalendarNames {
  const names = (days: readonly string[], part: 'weekday' | 'month', options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', ...options });
    return days.map((day) => {
      const parts = format.formatToParts(Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds);
      return parts.find(({ type }) => type === part)?.value ?? '';
    });
  };
  const week = Array.from({ length: 7 }, (_, at) => `2023-05-0${at + 1}`);
  const year = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}-02`);
  return {
    weekdays: names(week, 'weekday', { weekday: 'short', day: 'numeric', month: 'long' }),
    months: names(year, 'month', { weekday: 'short', day: 'numeric', month: 'long' }),
    monthsAlone: names(year, 'month', { month: 'long' }),
  };
}

const CALENDARS: ReadonlyMap<string, CalendarNames> = new Map(
  [...DATE_WORDS.keys()].map((language) => [language, calendarNames(language)]),
);

const calendarOf = (language: string): CalendarNames =>
  CALENDARS.get(language.split('-')[0] ?? '') ?? CALENDARS.get('en') ?? fallback();

/** "Wed 31 May 2023", "sri 31. svibnja 2023."; without the year where a span ends in the same one. */
function sayDay(date: string, language: string, year = true): string {
  const { dot, yearDot, first } = wordsOf(language);
  const { weekdays, months } = calendarOf(language);
  const { dayOfWeek, day, month, year: number } = Temporal.PlainDate.from(date);
  const weekday = (weekdays[dayOfWeek - 1] ?? '').replace(/\.$/, '');
  const said = `${weekday} ${day === 1 && first !== undefined ? first : day + dot} ${months[month - 1] ?? ''}`;
  return year ? `${said} ${number}${yearDot}` : said;
}

function sayMonth(date: string, language: string): string {
  const { month, year } = Temporal.PlainDate.from(date);
  return `${calendarOf(language).monthsAlone[month - 1] ?? ''} ${year}${wordsOf(language).yearDot}`;
}

/** "2023", "2023.": Croatian puts a full stop behind every number that counts in order. */
const sayYear = (date: string, language: string): string => `${date.slice(0, 4)}${wordsOf(language).yearDot}`;

/** "April 2023" as written after "since", "until" and "about". */
function afterWord(date: string, language: string): string {
  const { monthCase, yearDot } = wordsOf(language);
  if (monthCase === 'genitive') {
    const { month, year } = Temporal.PlainDate.from(date);
    return `${calendarOf(language).months[month - 1] ?? ''} ${year}${yearDot}`;
  }
  return monthCase === 'accusative' ? sayMonth(date, language).replace('ς ', ' ') : sayMonth(date, language);
}

const isMonth = ({ from, to }: Range) => from !== null && to !== null && from.endsWith('-01') && to === lastDay(from);
const isYear = ({ from, to }: Range) => from?.endsWith('-01-01') === true && to === `${from.slice(0, 4)}-12-31`;

function lastDay(first: string): string {
  const date = Temporal.PlainDate.from(first);
  return date.with({ day: date.daysInMonth }).toString();
}

/** "Wed 31 May 2023", "April 2023", "2023", "since Mon 29 May 2023", "Mon 29 May – Thu 1 June 2023". */
export function formatDateRange({ from, to }: Range, language: string): string {
  const { since, until, anyDay } = wordsOf(language);
  if (from === null) return to === null ? anyDay : `${until} ${sayDay(to, language)}`;
  if (to === null) return `${since} ${sayDay(from, language)}`;
  if (from === to) return sayDay(from, language);
  if (isYear({ from, to })) return sayYear(from, language);
  if (isMonth({ from, to })) return sayMonth(from, language);
  return `${sayDay(from, language, from.slice(0, 4) !== to.slice(0, 4))} – ${sayDay(to, language)}`;
}

function sayExtent(date: Edtf, language: string): string {
  const { since, until, monthSince = since, monthUntil = until } = wordsOf(language);
  const { from, to, precision, interval } = date;
  const coarse = precision !== 'day' && interval;
  if (!coarse) {
    return precision === 'decade' || precision === 'century' || precision === 'millennium'
      ? `${sayYear(from ?? '', language)}–${sayYear(to ?? '', language)}`
      : formatDateRange(date, language);
  }
  const month = precision === 'month';
  const end = (day: string) => (month ? afterWord(day, language) : sayYear(day, language));
  if (from === null) return `${monthUntil} ${end(to ?? '')}`;
  if (to === null) return `${monthSince} ${end(from)}`;
  const alone = month ? sayMonth : sayYear;
  return `${alone(from, language)} – ${alone(to, language)}`;
}

/**
 * An EDTF date in words: a day always with its weekday, year and all, never "today". What is no EDTF date is returned as
 * it is.
 */
export function formatDate(when: string, language: string): string {
  const date = parseEdtf(when);
  if ('message' in date) return when;
  const { about, uncertain } = wordsOf(language);
  const isAboutMonth = date.approximate && date.precision === 'month' && !date.interval && date.from !== null;
  const said = isAboutMonth ? afterWord(date.from, language) : sayExtent(date, language);
  return `${date.approximate ? `${about} ` : ''}${said}${date.uncertain ? ` (${uncertain})` : ''}`;
}

const labelled = (label: string, value: string, language: string): string =>
  translateText(languageOf(language), 'fact.labelled', { label, value });

/**
 * When a fact was, and how that is known: `Wed 31 May 2023 (inferred: “on Wednesday”)`, `April 2023, day not given`,
 * `date not given (“in earlier days”)`.
 */
export function formatFactDate(
  fact: Pick<Fact, 'when' | 'when_said' | 'when_how' | 'time'>,
  language: string,
): StyledText {
  const words = wordsOf(language);
  const quoted =
    fact.when_said === undefined ? '' : translateText(languageOf(language), 'fact.words', { words: fact.when_said });
  if (fact.when === undefined || fact.when_how === 'unknown') {
    return quoted === '' ? [words.noDate] : [`${words.noDate} (${quoted})`];
  }
  const date = parseEdtf(fact.when);
  const whole = 'message' in date || date.precision === 'day' || date.interval;
  const said = [
    formatDate(fact.when, language),
    ...(fact.time === undefined ? [] : [fact.time]),
    ...(whole ? [] : [words.noDay]),
  ].join(', ');
  if (fact.when_how !== 'inferred') return [said];
  return [`${said} (`, { em: quoted === '' ? words.inferred : labelled(words.inferred, quoted, language) }, ')'];
}

/** "Wed 31 May 2023, 14:05" in the zone of the story. */
export function formatInstant(instant: string, zone: string, language: string): string {
  const at = Temporal.Instant.from(instant);
  const time = at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  return `${formatDate(localDay(at, zone), language)}, ${time}`;
}
