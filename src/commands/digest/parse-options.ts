import { ReaderError } from '../../errors.ts';
import { dayNames } from '../../reply/cards/digest.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Choice } from '../command.ts';
import { choiceLabel } from '../ask.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A time of day as people type it ("7:30", "07.30", "7h30") as `HH:MM`. @throws ReaderError for what is none. */
export function parseTime(text: string, language: Language): string {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.hH](\d{2})$/.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) {
    throw new ReaderError(translateText(language, 'digest.badTime', { time: text }));
  }
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** An IANA zone in its own spelling. @throws ReaderError for what is none. */
export function parseTimeZone(text: string, language: Language): string {
  const found = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === text.trim().toLowerCase());
  if (found !== undefined) return found;
  try {
    // Names that the runtime knows and does not list: "UTC", "Europe/Kiev".
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    throw new ReaderError(translateText(language, 'digest.badZone', { zone: text }));
  }
}

/**
 * ISO weekdays from "1234567", "Mon-Fri", "mon, wed" or "every day", in English or the reader's language.
 * @throws ReaderError for what names no day.
 */
export function parseWeekdays(text: string, language: Language): number[] {
  const typed = text.trim().toLocaleLowerCase(language);
  if (['', 'every day', translateText(language, 'digest.everyDay')].includes(typed)) return [...WEEK];
  if (/^[1-7]{1,7}$/.test(typed)) return WEEK.filter((day) => typed.includes(String(day)));
  const local = WEEK.map((day) => dayNames([day], language).toLocaleLowerCase(language).replace('.', ''));
  const dayOf = (name: string): number =>
    WEEK.find((day) => [NAMES[day - 1], local[day - 1]].some((known) => known && name.trim().startsWith(known))) ?? 0;
  const days = typed.split(/[,;\s]+/).flatMap((part) => {
    const [first = '', last = first] = part.split(/[-–]/);
    const [from, to] = [dayOf(first), dayOf(last)];
    if (from === 0 || to === 0) return [0];
    return WEEK.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
  });
  if (days.includes(0)) throw new ReaderError(translateText(language, 'digest.badDays', { days: text }));
  return WEEK.filter((day) => days.includes(day));
}

/** The name of an edition. @throws ReaderError for one that cannot be. */
export function parseEdition(text: string, language: Language): string {
  const edition = text.trim() || 'daily';
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,31}$/u.test(edition))
    throw new ReaderError(translateText(language, 'digest.badEdition'));
  return edition;
}

/** Zones whose name holds what was typed, each with the time that it is there. */
export function timeZoneChoices(text: string, now: Temporal.Instant): Choice[] {
  const typed = text.trim().toLowerCase().replaceAll(' ', '_');
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.toLowerCase().includes(typed))
    .slice(0, 25)
    .map((zone) => ({
      name: choiceLabel(`${zone} · ${now.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)}`),
      value: zone,
    }));
}

export const weekdayChoices = (language: Language): Choice[] =>
  [[...WEEK], [1, 2, 3, 4, 5], [6, 7], ...WEEK.map((day) => [day])].map((days) => ({
    name: dayNames(days, language),
    value: days.join(''),
  }));
