import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import hr from '../../../src/reply/i18n/locales/hr.json' with { type: 'json' };
import { CATALOGUES, translateText, type Complete, type MessageKey } from '../../../src/reply/i18n/translate.ts';
import { LANGUAGES, type Language } from '../../../src/reply/model/language.ts';
import { faultsOf, formsOf, idleExceptions, type Entries, type Entry } from './catalogue-faults.ts';

const english: Entries = CATALOGUES.en;

/** The keys of a file as they stand there: of two that are the same, the reader of JSON would keep the last and be silent. */
const keysIn = (file: string): string[] => [...file.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key = '']) => key);

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const catalogue: Entries = CATALOGUES[language];

  it('has every key, every place for a value and every plural form', () => {
    expect(Object.keys(catalogue).length).toBeGreaterThan(300);
    expect(faultsOf(language, catalogue, english)).toEqual([]);
  });

  it('has every key once, in the order of the English file', () => {
    const file = new URL(`../../../src/reply/i18n/locales/${language}.json`, import.meta.url);
    expect(keysIn(readFileSync(file, 'utf8'))).toEqual(Object.keys(english));
  });

  it('says nothing as English does without a reason that still holds', () => {
    expect(idleExceptions(language, catalogue, english)).toEqual([]);
  });

  it('keeps within what Discord shows', () => {
    expect(tooLong(catalogue)).toEqual([]);
  });

  it('names no command that is not there', () => {
    const known = new Set(
      commands.flatMap(({ definition: data }) => [
        data.name,
        translateText(language, `name.${data.name}` as MessageKey),
      ]),
    );
    const named = Object.entries(catalogue).flatMap(([key, entry]) =>
      formsOf(entry).flatMap(([, text]) => commandsIn(text).map((name) => [key, name] as const)),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(([, name]) => !known.has(name))).toEqual([]);
  });
});

/** A slash in front of a word, and not within one ("29/5/2023") or behind a word ("Europe/Paris"). */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\d])\/([\p{L}_-]+)/gu)].map(([, name = '']) => name);

/** Letters that Discord shows, by key. https://docs.discord.com/developers/components/reference */
const LIMITS: readonly [RegExp, number][] = [
  [/^(command|option|choice)\./, 100],
  [/^(name|field|menu)\./, 32],
  // Labels of buttons: 80. More than 40 would be cut on a phone.
  [/^door\.(previous|next|post|source|log|delete|wrong|which)$/, 40],
  // Titles of windows and labels of their fields.
  [/^(door\.(wrong|expected)|form\..+)$/, 45],
];

function tooLong(catalogue: Entries): string[] {
  return LIMITS.flatMap(([keys, most]) => {
    const bound = Object.entries(catalogue).filter(([key]) => keys.test(key));
    if (bound.length === 0) return [`no key is like ${keys.source}`];
    return bound.flatMap(([key, entry]) =>
      formsOf(entry)
        .filter(([, text]) => text.length > most)
        .map(([, text]) => `${key}: ${text.length} letters of ${most}`),
    );
  });
}

describe('a fault in a catalogue', () => {
  const changed = (language: Language, changes: Record<string, Entry>): Entries => ({
    ...CATALOGUES[language],
    ...changes,
  });
  const without = (language: Language, gone: string): Entries =>
    Object.fromEntries(Object.entries(CATALOGUES[language]).filter(([key]) => key !== gone));

  it.each<[string, Language, Entries, string]>([
    ['a key left out', 'hr', without('hr', 'who.is'), 'who.is: is missing'],
    ['a key too many', 'hr', changed('hr', { 'who.isnt': 'Tko nije' }), 'who.isnt: is no key of the English catalogue'],
    [
      'a place lost',
      'de',
      changed('de', { 'where.in': 'Liegt dort' }),
      'where.in, always: has the places “”, not “{place}”',
    ],
    [
      'a place lost in one form alone',
      'hr',
      changed('hr', { 'foot.facts': { one: '{n} činjenica', few: 'činjenice', other: '{n} činjenica' } }),
      'foot.facts, few: has the places “”, not “{n}”',
    ],
    [
      'a place translated',
      'fr',
      changed('fr', { 'where.in': 'Situé dans\u00A0: {lieu}' }),
      'where.in, always: has the places “{lieu}”, not “{place}”',
    ],
    [
      'the form for few left out',
      'hr',
      changed('hr', { 'foot.facts': { one: '{n} činjenica', other: '{n} činjenica' } }),
      'foot.facts: wants the form “few”',
    ],
    [
      'the form for millions left out',
      'fr',
      changed('fr', { 'foot.facts': { one: '{n} fait', other: '{n} faits' } }),
      'foot.facts: wants the form “many”',
    ],
    [
      'a form of another language',
      'de',
      changed('de', { 'foot.facts': { one: '{n} Fakt', few: '{n} Fakten', other: '{n} Fakten' } }),
      'foot.facts: has no use for the form “few”',
    ],
    [
      'no forms at all',
      'el',
      changed('el', { 'foot.facts': '{n} στοιχεία' }),
      'foot.facts: wants forms for one and for many',
    ],
    [
      'an entry left in English',
      'el',
      changed('el', { 'who.newest': 'Newest first' }),
      'who.newest, always: is not translated',
    ],
    [
      'one form left in English',
      'de',
      changed('de', { 'foot.facts': { one: '{n} Fakt', other: '{n} facts' } }),
      'foot.facts, other: is not translated',
    ],
    [
      'English quotation marks',
      'de',
      changed('de', { 'fact.words': '“{words}”' }),
      'fact.words, always: quotes with “ ”',
    ],
    [
      'straight quotation marks',
      'en',
      changed('en', { 'fact.words': '"{words}"' }),
      'fact.words, always: quotes with " "',
    ],
    [
      'a space that breaks',
      'fr',
      changed('fr', { 'where.in': 'Situé dans : {place}' }),
      'where.in, always: wants a space that may not break beside :',
    ],
    [
      'the space behind a speaker lost',
      'el',
      changed('el', { 'fact.speaker': '{speaker}:' }),
      'fact.speaker, always: begins or ends with a space where English does not, or the other way',
    ],
  ])('is found: %s', (_what, language, catalogue, fault) => {
    expect(faultsOf(language, catalogue, english)).toContain(fault);
  });

  it('is found: a key that stands there twice', () => {
    const file = '{\n  "a": "x",\n  "b": {\n    "one": "y",\n    "other": "z"\n  },\n\n  "a": "w"\n}\n';
    expect(keysIn(file)).toEqual(['a', 'b', 'a']);
  });

  it('is found by the type checker: a key left out, one too many, a form that no language has', () => {
    const { 'who.is': _, ...short } = hr;
    const long = { ...hr, 'who.isnt': 'Tko nije' };
    const misspelt = { ...hr, 'foot.facts': { one: '{n} činjenica', fw: '{n} činjenice', other: '{n} činjenica' } };
    const endless = { ...hr, 'foot.facts': { one: '{n} činjenica', few: '{n} činjenice' } };
    hr satisfies Complete<typeof hr>;
    // @ts-expect-error Each of these wants its error: without one, `tsc` stops here.
    short satisfies Complete<typeof short>;
    // @ts-expect-error
    long satisfies Complete<typeof long>;
    // @ts-expect-error
    misspelt satisfies Complete<typeof misspelt>;
    // @ts-expect-error
    endless satisfies Complete<typeof endless>;
    expect([short, long, misspelt].map((each) => faultsOf('hr', each, english)[0])).toEqual([
      'who.is: is missing',
      'who.isnt: is no key of the English catalogue',
      'foot.facts: wants the form “few”',
    ]);
  });

  it('is found: what Discord would cut', () => {
    expect(tooLong(changed('fr', { 'command.who': 'x'.repeat(101) }))).toEqual(['command.who: 101 letters of 100']);
    expect(tooLong(changed('fr', { 'form.day': 'x'.repeat(46) }))).toEqual(['form.day: 46 letters of 45']);
  });

  it('is found: a command that is not there', () => {
    expect(commandsIn('Choisissez avec /histoire (/story), 29/5/2023, Europe/Paris')).toEqual(['histoire', 'story']);
  });
});
