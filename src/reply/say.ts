import { en } from './catalogue/en.ts';
import type { Span, Words } from './card.ts';

type Forms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };
export type Key = keyof typeof en;
export type Catalogue = Readonly<Record<Key, string | Forms>>;

export const CATALOGUES = { en } as const satisfies Record<string, Catalogue>;
export type Language = keyof typeof CATALOGUES;

/** The language of the bot's own words for a BCP 47 tag; English where it has none. */
export function languageOf(locale: string): Language {
  const language = locale.split('-')[0] ?? '';
  return Object.hasOwn(CATALOGUES, language) ? (language as Language) : 'en';
}

type Values = Readonly<Record<string, Span | number | Words>>;

function template(language: Language, key: Key, values: Values): string {
  const entry: string | Forms = CATALOGUES[language][key];
  if (typeof entry === 'string') return entry;
  const n = typeof values['n'] === 'number' ? values['n'] : 0;
  return entry[new Intl.PluralRules(language).select(n)] ?? entry.other;
}

/** An entry of the catalogue with its values put in. A value keeps its form: text that was typed stays text. */
export function say(language: Language, key: Key, values: Values = {}): Words {
  return template(language, key, values)
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .flatMap((part): Words => {
      const value = /^\{\w+\}$/.test(part) ? values[part.slice(1, -1)] : part;
      if (value === undefined) throw new Error(`The words of ${key} want a value for ${part}.`);
      if (typeof value === 'number') return [value.toLocaleString(language)];
      return isSpan(value) ? [value] : value;
    });
}

/** An entry as bare text, for labels and choices. */
export const word = (language: Language, key: Key, values: Values = {}): string => plain(say(language, key, values));

const isSpan = (value: Span | Words): value is Span => !Array.isArray(value);

/** The letters of the words alone, without their form. */
export function plain(words: Words): string {
  return words
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('strong' in span) return span.strong;
      if ('em' in span) return span.em;
      return 'code' in span ? span.code : span.link;
    })
    .join('');
}

/** Puts a separator between lists of words and leaves out the empty ones. */
export function joined(parts: readonly Words[], separator = ' · '): Words {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [separator, ...part]));
}
