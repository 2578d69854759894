import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commandGroupDefinition } from '../../../src/commands/definition/discord-definition.ts';
import { commands } from '../../../src/commands/index.ts';
import { diffCommands } from '../../../src/discord/registration/command-diff.ts';
import { LANGUAGES, type Language } from '../../../src/reply/model/language.ts';
import { commandSetRules } from '@factdesk/discord-emulator';
import type { JsonObject } from '@factdesk/discord-emulator';

/** What Discord shows of a command, an option or a choice. */
interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null | undefined>> | null | undefined;
}

interface Declared extends Named {
  readonly options?: readonly APIApplicationCommandOption[];
}

const ours: readonly Declared[] = commands.map(({ definition: data }) => data as Declared);
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const called = ({ name, name_localizations }: Named, language: Language): string =>
  Object.entries(name_localizations ?? {}).find(([locale]) => locale === language)?.[1] ?? name;

const subcommandsOf = (options: readonly APIApplicationCommandOption[]): Declared[] =>
  options.flatMap((option): Declared[] => (option.type === 1 ? [option] : []));

const choicesOf = (option: APIApplicationCommandOption): readonly Named[] =>
  'choices' in option ? (option.choices ?? []) : [];

/** Two of one list that a reader of this language could not tell apart: by its own names, or by the English one of another. */
function mistaken(list: readonly Named[], language: Language): string[] {
  return list.flatMap((one) =>
    list
      .filter((other) => other !== one && [other.name, called(other, language)].includes(called(one, language)))
      .map((other) => `${language}: ${called(one, language)} is ${one.name} and ${other.name}`),
  );
}

describe('the names in Discord’s menus', () => {
  it('are told apart in every language, and from the English names of others', () => {
    for (const language of LANGUAGES) {
      expect(mistaken(ours, language)).toEqual([]);
      for (const { options = [] } of ours) {
        for (const list of [options, ...subcommandsOf(options).map((one) => one.options ?? [])]) {
          expect(mistaken(list, language)).toEqual([]);
          for (const option of list) expect(mistaken(choicesOf(option), language)).toEqual([]);
        }
      }
    }
  });

  it.each<[string, readonly Named[], string]>([
    [
      'two of one name',
      [
        { name: 'search', name_localizations: { de: 'frage' } },
        { name: 'what', name_localizations: { de: 'frage' } },
      ],
      'de: frage is search and what',
    ],
    [
      'one by the English name of another',
      [
        { name: 'who', name_localizations: { de: 'wer' } },
        { name: 'where', name_localizations: { de: 'who' } },
      ],
      'de: who is where and who',
    ],
  ])('are seen to be mistaken: %s', (_what, list, fault) => {
    expect(mistaken(list, 'de')).toContain(fault);
  });

  it('are those of the command itself in English, which is what Discord sends', () => {
    expect(ours.map(({ name }) => name)).toContain('who');
    for (const { name, name_localizations: names } of ours) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Object.keys(names ?? {}).filter((locale) => !OTHERS.some((language) => language === locale))).toEqual([]);
    }
  });

  it('are there in every language, of commands and of menus', () => {
    const menus = commands.flatMap(({ draft }) => (draft === undefined ? [] : [draft.menu]));
    expect(menus.length).toBeGreaterThan(0);
    for (const language of OTHERS) {
      const same = [...ours, ...menus].filter((one) => called(one, language) === one.name).map(({ name }) => name);
      expect(same, language).toEqual(language === 'fr' ? ['source', 'question'] : []);
    }
  });
});

describe('a command with subcommands', () => {
  it('gives each its own options and no others', () => {
    const digest = ours.find(({ name }) => name === 'digest')?.options ?? [];
    expect(subcommandsOf(digest).map(({ name, options = [] }) => [name, options.map((one) => one.name)])).toEqual([
      ['set', ['time', 'zone', 'days', 'edition']],
      ['list', []],
      ['preview', []],
      ['pause', ['edition']],
      ['resume', ['edition']],
      ['remove', ['edition']],
    ]);
  });

  it('may let one of them show its answer to everybody, and take a role, a free text or a file', () => {
    const { options = [] } = commandGroupDefinition('digest', [
      {
        name: 'set',
        options: [
          { name: 'name', role: true, required: true },
          { name: 'text', free: true },
          { name: 'file', file: true },
        ],
      },
    ]);
    const [set] = options as Declared[];
    expect(set?.options).toMatchObject([
      { type: 8, name: 'name', required: true },
      { type: 3, name: 'text', max_length: 100 },
      { type: 11, name: 'file' },
      { type: 5, name: 'share' },
    ]);
    expect(set?.options?.some((option) => 'autocomplete' in option && option.autocomplete)).toBe(false);
  });
});

describe('the declarations', () => {
  const sent = JSON.parse(JSON.stringify(ours)) as JsonObject[];

  it('are taken by Discord: names, lengths, and 8,000 characters a command in its longest language', () => {
    expect(commandSetRules(sent)).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['a capital letter', { name_localizations: { de: 'Wer' } }, '0.name_localizations.de'],
    ['a space', { name_localizations: { fr: 'qui est' } }, '0.name_localizations.fr'],
    [
      'a language that Discord does not have',
      { description_localizations: { sr: 'ко' } },
      '0.description_localizations.sr',
    ],
    ['more than 8,000 characters in one language', { description_localizations: { el: 'ω'.repeat(8_000) } }, '0'],
  ])('are not taken with %s', (_what, change, path) => {
    const [first = {}, ...rest] = sent;
    const faults = commandSetRules([{ ...first, ...change }, ...rest]);
    expect(faults.map((fault) => fault.path.join('.'))).toEqual([path]);
  });

  it('are not written again when Discord gives them back with their languages in another order', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    const data = commands.map((command) => command.definition);
    const theirs = sent.map((one, n) => ({ ...(turned(one) as object), id: String(n), type: 1 }));
    expect(diffCommands(data, theirs as unknown as Parameters<typeof diffCommands>[1], false).write).toBeNull();
    const [first, ...rest] = theirs;
    const stale = [{ ...first, description_localizations: { hr: 'Staro' } }, ...rest];
    expect(diffCommands(data, stale as unknown as Parameters<typeof diffCommands>[1], false).change).toHaveLength(1);
  });
});
