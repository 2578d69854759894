import type { Forms } from '../../../src/reply/i18n/translate.ts';
import type { Language } from '../../../src/reply/model/language.ts';

export type Entry = string | Forms;
export type Entries = Readonly<Record<string, Entry>>;

/**
 * What is said as in English, because it is the same word there, or the same sign (N for north, km). Entries without
 * letters of their own need no place here.
 */
const ALIKE: Readonly<Partial<Record<Language, readonly string[]>>> = {
  hr: ['map.kilometres', 'map.metres', 'field.status', 'part.status'],
  de: [
    'map.kilometres',
    'map.metres',
    'map.north',
    'field.name',
    'field.code',
    'field.text',
    'field.status',
    'field.person',
    'field.export',
    'part.status',
  ],
  fr: [
    'map.kilometres',
    'map.metres',
    'map.north',
    'where.point',
    'name.source',
    'name.question',
    'field.source',
    'field.code',
    'field.question',
    'choice.position',
    'kind.position',
    'type.organisation',
    'story.sources',
  ],
};

/** Languages are called as they call themselves, formats by the name that their programs give them. */
const ALIKE_EVERYWHERE = /^choice\.(en|el|hr|de|fr|csv|geojson|timelinejs)$/;

/** The quotation marks of each language; those of another one, or straight ones, are a slip. */
const QUOTES: Readonly<Record<Language, string>> = { en: '“”', el: '«»', hr: '„”', de: '„“', fr: '«»' };
const ANY_QUOTE = /["„“”«»‹›]/g;

const PLACE = /\{\w+\}/g;
export const formsOf = (entry: Entry): readonly [string, string][] =>
  typeof entry === 'string' ? [['always', entry]] : Object.entries(entry);
const placesIn = (text: string): string => (text.match(PLACE) ?? []).toSorted().join(' ');
const ends = (text: string): string => `${/^\s/.test(text)} ${/\s$/.test(text)}`;
const letters = (text: string): string => text.replace(PLACE, '').replace(/[^\p{L}]/gu, '');

/** All that is wrong with a catalogue, one line each: `key, form: what`. */
export function faultsOf(language: Language, catalogue: Entries, english: Entries): string[] {
  const missing = Object.keys(english).filter((key) => !(key in catalogue));
  const foreign = Object.keys(catalogue).filter((key) => !(key in english));
  return [
    ...missing.map((key) => `${key}: is missing`),
    ...foreign.map((key) => `${key}: is no key of the English catalogue`),
    ...Object.entries(catalogue).flatMap(([key, entry]) => {
      const original = english[key];
      return original === undefined ? [] : entryFaults(language, key, entry, original);
    }),
  ];
}

function entryFaults(language: Language, key: string, entry: Entry, original: Entry): string[] {
  const sample = formsOf(original)[0]?.[1] ?? '';
  const texts = formsOf(entry).flatMap(([form, text]) =>
    textFaults(language, text, sample).map((fault) => `${key}, ${form}: ${fault}`),
  );
  return [
    ...texts,
    ...pluralFaults(language, entry, original).map((fault) => `${key}: ${fault}`),
    ...alike(language, key, entry, original),
  ];
}

function textFaults(language: Language, text: string, sample: string): string[] {
  const marks = text.match(ANY_QUOTE) ?? [];
  const paired = marks.join('') === QUOTES[language].repeat(marks.length / 2);
  return [
    ...(placesIn(text) === placesIn(sample) ? [] : [`has the places “${placesIn(text)}”, not “${placesIn(sample)}”`]),
    ...(ends(text) === ends(sample) ? [] : ['begins or ends with a space where English does not, or the other way']),
    ...(text.trim() === '' ? ['is empty'] : []),
    ...(paired ? [] : [`quotes with ${marks.join(' ')}`]),
    ...(/\s\s/.test(text) ? ['has two spaces in a row'] : []),
    ...(text === text.normalize('NFC') ? [] : ['has letters put together from parts']),
    ...(language === 'fr' ? frenchSpaces(text) : []),
  ];
}

/** A line must not break before these marks; Discord and the pictures break it at any other space. */
function frenchSpaces(text: string): string[] {
  const wrong = text.match(/(?<![\u00A0\u202F/0-9])[:;?!»](?!\S)|«(?!\u00A0)/g) ?? [];
  return wrong.map((mark) => `wants a space that may not break beside ${mark}`);
}

function pluralFaults(language: Language, entry: Entry, original: Entry): string[] {
  if (typeof entry === 'string') return typeof original === 'string' ? [] : ['wants forms for one and for many'];
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const there = Object.keys(entry);
  return [
    ...needed.filter((form) => !there.includes(form)).map((form) => `wants the form “${form}”`),
    ...there.filter((form) => !needed.some((each) => each === form)).map((form) => `has no use for the form “${form}”`),
  ];
}

function alike(language: Language, key: string, entry: Entry, original: Entry): string[] {
  if (language === 'en' || ALIKE_EVERYWHERE.test(key) || (ALIKE[language] ?? []).includes(key)) return [];
  const same = formsOf(entry).filter(([form, text]) =>
    formsOf(original).some(
      ([other, sample]) => (form === other || form === 'many') && text === sample && letters(text) !== '',
    ),
  );
  return same.map(([form]) => `${key}, ${form}: is not translated`);
}

/** Keys that are said to be alike and are not, or not any more. */
export const idleExceptions = (language: Language, catalogue: Entries, english: Entries): string[] =>
  (ALIKE[language] ?? []).filter((key) => {
    const [entry, original] = [catalogue[key], english[key]];
    if (entry === undefined || original === undefined) return true;
    return !formsOf(entry).some(([, text]) => formsOf(original).some(([, sample]) => sample === text));
  });
