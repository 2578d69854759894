/** Times are milliseconds since 1970 unless a name says otherwise. */

const DAY = 86_400_000;

/** Discord writes the year in full. @type {Intl.DateTimeFormatOptions} */
const DATE = { day: '2-digit', month: '2-digit', year: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const MINUTES = { hour: 'numeric', minute: '2-digit' };

/** The page speaks English; it keeps the reader's own variety of it. @returns {string} */
export function pageLocale() {
  return navigator.language.startsWith('en') ? navigator.language : 'en-GB';
}

/** @param {number} at @param {Intl.DateTimeFormatOptions} options */
function write(at, options) {
  return new Intl.DateTimeFormat(pageLocale(), options).format(at);
}

/** @param {number} a @param {number} b */
export function sameDay(a, b) {
  return write(a, { dateStyle: 'short' }) === write(b, { dateStyle: 'short' });
}

/** @param {number} at */
export function shortTime(at) {
  return write(at, { timeStyle: 'short' });
}

/** @param {number} at */
export function fullTime(at) {
  return write(at, { dateStyle: 'full', timeStyle: 'short' });
}

/** @param {number} at */
export function wholeDay(at) {
  return write(at, { dateStyle: 'long' });
}

/** As in the head of a message. @param {number} at @param {number} now */
export function messageTime(at, now) {
  if (sameDay(at, now)) return `Today at ${shortTime(at)}`;
  if (sameDay(at, now - DAY)) return `Yesterday at ${shortTime(at)}`;
  return write(at, { ...DATE, ...MINUTES });
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: DATE,
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { ...DATE, ...MINUTES },
  S: { ...DATE, ...MINUTES, second: '2-digit' },
};

/** Discord's `<t:…>`. @param {number} seconds since 1970 @param {string} style @param {number} now */
export function stamp(seconds, style, now) {
  const at = seconds * 1000;
  return style === 'R' ? relative(at, now) : write(at, STYLES[style] ?? {});
}

/** @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** @param {number} at @param {number} now */
export function relative(at, now) {
  const gap = at - now;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(gap) >= length) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(pageLocale(), { numeric: 'always' }).format(Math.round(gap / size), unit);
}

/** @param {number} bytes */
export function weight(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
