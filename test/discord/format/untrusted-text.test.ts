import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, Desk } from '../../../src/commands/command.ts';
import type { Story } from '../../../src/data/model/fact.ts';
import { ReaderError } from '../../../src/errors.ts';
import { linkUrl } from '../../../src/discord/format/escape.ts';
import { paginateCard, renderCard, renderSentence } from '../../../src/discord/rendering/render-card.ts';
import { typedText } from '../../../src/discord/components/ask-state.ts';
import { cleanInput, truncate } from '../../../src/discord/format/text.ts';
import type { Message } from '../../../src/discord/format/message.ts';
import { refusalCard } from '../../../src/reply/cards/answer.ts';
import type { Card, Line, StyledSpan } from '../../../src/reply/model/card.ts';
import type { StyledText } from '../../../src/reply/model/styled-text.ts';
import { sourceContextCard } from '../../../src/reply/cards/source-context.ts';
import { translateText } from '../../../src/reply/i18n/translate.ts';
import { plainText, type Node } from '@factdesk/discord-emulator/markdown';
import { buildIndex } from '../../../src/search/story-search.ts';
import { ask, buttonsOf, nodesOf, textsOf } from '../sample-commands.ts';
import { anything } from '../hostile-text.ts';
import { desk } from '../joined-bot.ts';

/** Strings that went through the chain, in all. */
const WANTED = { queries: 14_000, facts: 36_000 };

const STORY = 'harbour-flood';
const index = desk.stories.get(STORY)?.(desk.clock.now());
if (index === undefined) throw new Error('the story of the fixtures is not there');

/** The letters and digits alone: what is left of a text whatever was escaped, dropped, or shown by name. */
const letters = (text: string): string =>
  text
    .replace(/(?![©®™])\p{Extended_Pictographic}/gu, '')
    .replace(/\[?U\+[0-9A-F]{4,6}\]?/gi, '')
    .replace(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '');

const plain = (span: StyledSpan): string =>
  typeof span === 'string'
    ? span
    : 'strong' in span
      ? span.strong
      : 'em' in span
        ? span.em
        : 'code' in span
          ? span.code
          : 'link' in span
            ? span.link
            : 'struck' in span
              ? span.struck
              : 'added' in span
                ? span.added
                : // An id, which Discord shows as a name.
                  '';

interface Form {
  readonly strong: string;
  readonly em: string;
  readonly code: string;
  readonly heading: readonly string[];
  readonly quote: string;
  readonly subtext: string;
  readonly list: string;
}

/** What the card itself asks to be formatted, by form. */
function formOf(card: Card, own: readonly string[]): Form {
  const lines: readonly Line[] = [
    ...card.lead,
    ...card.sections.flatMap(({ blocks }) => blocks.flatMap((one) => one.lines)),
    ...card.foot,
  ];
  const headings: readonly StyledText[] = [card.title, ...card.sections.map(({ heading }) => heading ?? [])];
  const spans = [...headings.flat(), ...lines.flatMap(({ words }) => words)];
  // Each text stands by itself: half a sign at the end of one and half at the start of the next are no letter.
  const all = (texts: readonly string[]): string => letters(texts.map((text) => text.toWellFormed()).join(''));
  const marked = (mark: 'strong' | 'em' | 'code'): string =>
    all([...spans.flatMap((span) => (typeof span === 'object' && mark in span ? [plain(span)] : [])), ...own]);
  const inLines = (as: Line['as']): string =>
    all([...lines.filter((line) => line.as === as).flatMap(({ words }) => words.map(plain)), ...own]);
  return {
    strong: marked('strong'),
    em: marked('em'),
    code: marked('code'),
    heading: headings.map((words) => all(words.map(plain))),
    quote: inLines('quote'),
    subtext: inLines('small'),
    list: inLines('item'),
  };
}

const FORMS = ['strong', 'em', 'code', 'heading', 'quote', 'subtext', 'list'] as const;

/** Finds what texts show that their card did not ask for. */
function strangers(texts: Iterable<string>, form: Form, links: ReadonlySet<string | null>): Node[] {
  return [...texts].flatMap(nodesOf).filter((node) => {
    const shown = letters(plainText([node]));
    for (const kind of FORMS) if (node.type === kind) return !form[kind].includes(shown);
    if (node.type === 'link') return !node.masked || !links.has(node.url);
    return node.type !== 'text';
  });
}

async function answered(asked: Ask, at: Desk): Promise<Card> {
  const command = at.commands.find(({ definition: data }) => data.name === asked.command);
  if (command === undefined) throw new Error(`no command ${asked.command}`);
  try {
    return await command.answer(asked, at);
  } catch (error) {
    if (error instanceof ReaderError) return refusalCard(error.message);
    throw error;
  }
}

/** Every page of an answer, to its asker and to everybody, and what is wrong with them. */
function faultsOf(card: Card, asked: Ask, by: string, links: ReadonlySet<string | null>): unknown[] {
  const question = truncate(`/${asked.command} ${typedText(asked)}`, 120);
  const form = formOf(card, [
    translateText('en', 'door.continued'),
    translateText('en', 'door.asked', { name: truncate(by, 40), question }),
    translateText('en', 'door.mean', { n: card.suggestions.length }),
  ]);
  const pages = paginateCard(card, asked.locale);
  const views = [...pages.keys()].flatMap((page) =>
    [null, by].map((sharedBy) => ({ page, sharedBy, remembers: true })),
  );
  // Shared or not, most of a page is the same: each text is read once.
  const texts = new Set<string>();
  const faults = views.slice(0, 8).flatMap((view) => {
    const message = renderCard(card, asked, view, pages);
    const own = textsOf(message);
    for (const text of own) texts.add(text);
    const buttons = buttonsOf(message);
    return [
      ...(own.join('').length > 4_000 ? ['too long'] : []),
      ...(JSON.stringify(message.allowed_mentions) === '{"parse":[]}' ? [] : ['pings']),
      ...buttons.filter(({ id, label }) => id.length > 100 || label.length > 80 || !id.isWellFormed()),
    ];
  });
  return [...strangers(texts, form, links), ...faults];
}

const QUERIES = desk.commands.filter(
  ({ queryOption: query, draft, notRepeatable: once }) => query !== null && draft === undefined && once !== true,
);

describe('a hostile question', () => {
  const links = new Set([...index.story.sources.values()].map(({ url }) => (url === null ? null : linkUrl(url))));

  it('is answered without form, link or ping of its own', { timeout: 300_000 }, async () => {
    expect(QUERIES.length).toBeGreaterThan(8);
    await fc.assert(
      fc.asyncProperty(
        anything,
        anything,
        fc.constantFrom(...QUERIES),
        async (typed, by, { definition: data, queryOption: query }) => {
          const asked = { ...ask({ [query ?? '']: cleanInput(typed) }, data.name), story: STORY };
          const card = await answered(asked, desk);
          expect(faultsOf(card, asked, by, links)).toEqual([]);
        },
      ),
      { numRuns: WANTED.queries / 2 },
    );
  });

  it('gets choices that Discord takes', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(...QUERIES), async (typed, command) => {
        const { definition: data, queryOption: query } = command;
        const asked = { ...ask({ [query ?? '']: cleanInput(typed) }, data.name), story: STORY, focused: query ?? '' };
        expect(((await command.autocomplete?.(asked, desk)) ?? []).every(({ name }) => name.length <= 100)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

const TEXTS = new Set(
  'title line name names weak says words quote note because damaged unit counts was outlet licence origin when_said asks owner answer precision body'.split(
    ' ',
  ),
);

/** A story in which every text is one of `strings`; ids, dates and kinds are as they were. */
function spoilt(story: Story, strings: readonly string[]): Story {
  let used = 0;
  const next = (): string => strings[used++ % strings.length] ?? '';
  const spoil = (value: unknown, isText: boolean): unknown => {
    if (typeof value === 'string') return isText ? next() : value;
    if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, spoil(inner, false)]));
    if (Array.isArray(value)) return value.map((inner) => spoil(inner, isText));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'url'
          ? `https://post.example/${encodeURI(next().toWellFormed())}`
          : spoil(inner, isText || TEXTS.has(key)),
      ]),
    );
  };
  return spoil(story, false) as Story;
}

/** How many texts a story holds. */
const textsIn = (story: Story): number => {
  let count = 0;
  const counting = new Proxy([''], {
    get(target, key) {
      if (key !== 'length') count += 1;
      return Reflect.get(target, key);
    },
  });
  spoilt(story, counting);
  return count;
};

const ASKED: readonly (readonly [string, Ask['options']])[] = [
  ...[...index.story.who.keys()].map((name) => ['who', { name }] as const),
  ...[...index.story.where.keys()].map((place) => ['where', { place }] as const),
  ...[...index.story.sources.keys()].map((source) => ['source', { source }] as const),
  ['timeline', {}],
  ['search', {}],
  ['brief', {}],
  ['help', {}],
  ['story', {}],
];

describe('a hostile story', () => {
  const each = textsIn(index.story);

  it('is shown without form, link or ping of its own', { timeout: 300_000 }, async () => {
    expect(each).toBeGreaterThan(150);
    const strings = fc.array(anything, { minLength: each, maxLength: each });
    await fc.assert(
      fc.asyncProperty(strings, fc.nat(), async (texts, seed) => {
        const story = spoilt(index.story, texts);
        const made = buildIndex(story);
        const at: Desk = { ...desk, stories: new Map([[STORY, () => made]]) };
        const links = new Set([...story.sources.values()].map(({ url }) => (url === null ? null : linkUrl(url))));
        // A part of the questions for each story: its whole would take minutes.
        const some = ASKED.filter((_, n) => (n + seed) % 4 === 0 || n >= ASKED.length - 5);
        for (const [command, options] of some) {
          const asked = { ...ask(options, command), story: STORY };
          expect(faultsOf(await answered(asked, at), asked, texts[0] ?? '', links)).toEqual([]);
        }
        const facts = [...story.facts.values()].slice(seed % 10, (seed % 10) + 4);
        const asked = { ...ask(), story: STORY, passages: 0 };
        expect(faultsOf(sourceContextCard(facts, story, 'en'), asked, '', links)).toEqual([]);
      }),
      { numRuns: Math.ceil(WANTED.facts / each) },
    );
  });
});

describe('the reader of this test', () => {
  const links = new Set<string | null>();
  const shown = (card: Partial<Card>): Card => ({ ...refusalCard(''), outcome: 'answer', ...card });
  const message = (content: string): Message => {
    const sentence = renderSentence('x');
    return { ...sentence, components: [{ type: 17, components: [{ type: 10, content }] }] };
  };

  it.each([
    ['a heading', '# evil'],
    ['bold', '**evil**'],
    ['code', '`evil`'],
    ['a quotation', '> evil'],
    ['a list', '- evil'],
    ['a link', '[evil](https://evil.example)'],
    ['a bare link', 'https://evil.example'],
    ['a ping', '<@123456789012345678>'],
    ['everyone', '@everyone'],
    ['a spoiler', '||evil||'],
  ])('sees %s that the card did not ask for', (_what, content) => {
    const form = formOf(
      shown({ title: ['evil'].map((word) => `no ${word}`), lead: [{ as: 'text', words: ['evil'] }] }),
      [],
    );
    expect(strangers(textsOf(message(content)), form, links)).not.toEqual([]);
    expect(strangers(textsOf(message('evil')), form, links)).toEqual([]);
  });
});
