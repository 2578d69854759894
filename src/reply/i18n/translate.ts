import { type Language, LANGUAGES } from '../model/language.ts';
import { memoize } from '../../memoize.ts';
import de from './locales/de.json' with { type: 'json' };
import el from './locales/el.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import hr from './locales/hr.json' with { type: 'json' };
import type { StyledSpan, StyledText } from '../model/styled-text.ts';

export type MessageKey = keyof typeof en;

/** An entry that counts: its forms by the plural rules of the language. */
export type Forms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };
export type MessageCatalogue = Readonly<Record<MessageKey, string | Forms>>;

/** A catalogue that has every key of the English one and no other, and no form that no language has. */
export type Complete<Entries> = MessageCatalogue & {
  readonly [K in keyof Entries]: K extends MessageKey
    ? string | { readonly [Form in keyof Entries[K]]: Form extends Intl.LDMLPluralRule ? string : never }
    : never;
};

const catalogues = { en, el, hr, de, fr };

/**
 * The bot's own words. `{name}` is a place for a value; an entry with several forms is chosen by `{n}` after the plural
 * rules of the language. Facts and snippets are never translated: they stay in the language of the story.
 */
export const CATALOGUES: Readonly<Record<Language, MessageCatalogue>> = catalogues satisfies {
  readonly [L in Language]: Complete<(typeof catalogues)[L]>;
};

interface Grammar {
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}

const grammarOf = (language: Language): Grammar => ({
  plurals: new Intl.PluralRules(language),
  numbers: new Intl.NumberFormat(language),
});

/** Made once: to make both takes 0.16 ms, to use both 0.003 ms, and an answer has hundreds of entries. */
const GRAMMAR: Readonly<Record<Language, Grammar>> = {
  en: grammarOf('en'),
  el: grammarOf('el'),
  hr: grammarOf('hr'),
  de: grammarOf('de'),
  fr: grammarOf('fr'),
};

/** The language of the bot's own words for a BCP 47 tag; English where it has none. */
export function languageOf(locale: string): Language {
  const language = locale.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((each) => each === language) ?? 'en';
}

type Values = Readonly<Record<string, StyledSpan | number | StyledText>>;

function template(language: Language, key: MessageKey, values: Values): string {
  const entry = CATALOGUES[language][key];
  if (typeof entry === 'string') return entry;
  const n = typeof values['n'] === 'number' ? values['n'] : 0;
  return entry[GRAMMAR[language].plurals.select(n)] ?? entry.other;
}

/** An entry of the catalogue with its values put in. A value keeps its form: text that was typed stays text. */
export function translate(language: Language, key: MessageKey, values: Values = {}): StyledText {
  const text = template(language, key, values);
  // Most entries have no place for a value, and an answer has hundreds of entries.
  if (text !== '' && !text.includes('{')) return [text];
  return partsOf(text).flatMap((part): StyledText => {
    if (typeof part === 'string') return [part];
    const value = values[part.place];
    if (value === undefined) throw new Error(`The words of ${key} want a value for {${part.place}}.`);
    if (typeof value === 'number') return [GRAMMAR[language].numbers.format(value)];
    return isSpan(value) ? [value] : value;
  });
}

/** The catalogues have some three thousand entries, of which a desk uses those of a language or two. */
const MOST_KEPT = 3_000;

/** An entry parted at the places for values. */
const partsOf = memoize(MOST_KEPT, (text: string) =>
  text
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 0 ? part : { place: part }))
    .filter((part) => part !== ''),
);

/** An entry as bare text, for labels and choices. */
export const translateText = (language: Language, key: MessageKey, values: Values = {}): string =>
  toPlainText(translate(language, key, values));

const isSpan = (value: StyledSpan | StyledText): value is StyledSpan => !Array.isArray(value);

/** The letters of the words alone, without their form; changed words are marked as `wdiff` marks them. */
export function toPlainText(words: StyledText): string {
  return words
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('strong' in span) return span.strong;
      if ('em' in span) return span.em;
      if ('code' in span) return span.code;
      if ('struck' in span) return `[-${span.struck}-]`;
      if ('added' in span) return `{+${span.added}+}`;
      if ('role' in span) return `@${span.role}`;
      return 'channel' in span ? `#${span.channel}` : span.link;
    })
    .join('');
}

/** Puts a separator between lists of words and leaves out the empty ones. */
export function joinText(parts: readonly StyledText[], separator = ' · '): StyledText {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [separator, ...part]));
}
