import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '../../../src/discord/rendering/paginate.ts';
import { renderCard } from '../../../src/discord/rendering/render-card.ts';
import type { Block, Card } from '../../../src/reply/model/card.ts';
import { ask, buttonsOf, card, factBlock, line, nodesOf, read, textsOf } from '../sample-commands.ts';
import { anything } from '../hostile-text.ts';

const facts = (count: number, from = 1): Block[] =>
  Array.from({ length: count }, (_, n) =>
    factBlock(
      `Statement number ${n + from} of the flood.`,
      `Snippet ${n + from}: the water rose over the quay at night.`,
    ),
  );

const pagesOf = (shown: Card): readonly (readonly string[])[] => paginate(shown, 'continued').map(({ texts }) => texts);
const whole = (shown: Card): string => pagesOf(shown).flat().join('\n');
const lengthOf = (page: readonly string[]): number => page.join('').length;

/** Components of a message, nested ones included, as Discord counts them. */
const countOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countOf(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return ('type' in value ? 1 : 0) + ('components' in value ? countOf(value.components) : 0);
};

describe('an answer', () => {
  it('stands in the order title, lead, sections, foot', () => {
    const shown = card({
      lead: [line('harbour master, Vessmouth')],
      sections: [{ heading: ['Newest first'], blocks: facts(2) }],
    });
    expect(pagesOf(shown)).toEqual([
      [
        '## Ana Petrova\nharbour master, Vessmouth',
        '### Newest first\n' +
          'Statement number 1 of the flood.\n> Snippet 1: the water rose over the quay at night.\n-# s1, Harbour Post, line 3\n\n' +
          'Statement number 2 of the flood.\n> Snippet 2: the water rose over the quay at night.\n-# s1, Harbour Post, line 3',
        '-# Flood in Vessmouth · 12 facts',
      ],
    ]);
  });

  it('keeps blocks of one line close together, as a list', () => {
    const blocks = [{ lines: [line('Mon 1 May', 'item')] }, { lines: [line('Tue 2 May', 'item')] }];
    expect(whole(card({ sections: [{ blocks }] }))).toContain('- Mon 1 May\n- Tue 2 May');
  });

  it('shows a heading even over nothing', () => {
    expect(whole(card({ sections: [{ heading: ['In dispute'], blocks: [] }] }))).toContain('### In dispute');
  });

  it('keeps the sign at the end of a title that Discord would take off', () => {
    expect(read(whole(card({ title: ['About C#'] })))).toContain('About C#');
  });
});

describe('a miss', () => {
  const miss = card({
    outcome: 'nothing',
    title: ['Nothing about kurtee'],
    sections: [{ heading: ['Related, does not answer this'], blocks: facts(1) }],
    suggestions: [{ label: 'Ana Petrova', ask: { command: 'who', options: { name: 'ana-petrova' } } }],
  });

  it('asks what was meant before it shows what is merely near', () => {
    const [container, row] = renderCard(miss, ask()).components;
    const shown = container?.type === 17 ? container.components : [];
    expect(shown.map(({ type }) => type)).toEqual([10, 1, 14, 10, 14, 10]);
    expect(shown[0]).toMatchObject({ content: '## Nothing about kurtee\n-# Did you mean this?' });
    expect(buttonsOf({ components: shown }).map(({ label }) => label)).toEqual(['Ana Petrova']);
    expect(buttonsOf({ components: [row] }).map(({ label }) => label)).toEqual(['Post here']);
  });
});

describe('a long answer', () => {
  const long = card({
    sections: [
      { heading: ['Oldest first'], blocks: facts(60) },
      { heading: ['Undated'], blocks: facts(5, 61) },
    ],
  });
  const pages = pagesOf(long);

  it('is laid out in pages, each with title, heading and foot', () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page[0]).toContain('## Ana Petrova');
      expect(page.some((text) => text.startsWith('### '))).toBe(true);
      expect(page.at(-1)).toBe('-# Flood in Vessmouth · 12 facts');
      expect(lengthOf(page)).toBeLessThanOrEqual(3_600);
    }
  });

  it('shows every block once and whole, in order', () => {
    const shown = [
      ...pages
        .flat()
        .join('\n')
        .matchAll(/Statement number (\d+) of the flood\.\n> Snippet (\d+):/g),
    ];
    expect(shown.map(([, n]) => Number(n))).toEqual(Array.from({ length: 65 }, (_, n) => n + 1));
    expect(shown.every(([, statement, snippet]) => statement === snippet)).toBe(true);
  });

  it('has the same pages when it is posted', () => {
    const own = renderCard(long, ask(), { page: 1, sharedBy: null });
    const posted = renderCard(long, ask(), { page: 1, sharedBy: 'Mara' });
    expect(textsOf(posted).join('\n')).toBe(`-# Asked by **Mara**: /who ana petrova\n${textsOf(own).join('\n')}`);
  });

  it('shows the last page for one that does not exist any more', () => {
    const last = renderCard(long, ask(), { page: pages.length - 1, sharedBy: null });
    expect(renderCard(long, ask(), { page: 99, sharedBy: null })).toEqual(last);
  });
});

describe('a block longer than a page', () => {
  const snippets = Array.from({ length: 12 }, (_, n) => `Snippet ${n}. ${'The water rose. '.repeat(30)}`.trim());
  const tall: Block = { lines: snippets.map((quote) => line(quote, 'quote')) };

  it('ends between two snippets and says that it goes on', () => {
    const pages = pagesOf(card({ sections: [{ blocks: [tall] }] }));
    const shown = pages.flatMap((page) =>
      page
        .join('\n')
        .split('\n')
        .filter((text) => text.startsWith('> ')),
    );
    expect(shown).toEqual(snippets.map((quote) => `> ${quote}`));
    expect(pages.slice(1).every((page) => page.join('\n').includes('-# *continued*\n> '))).toBe(true);
  });

  it('breaks a snippet only if that alone is longer than a page, and then between words', () => {
    const words = Array.from({ length: 1_500 }, (_, n) => `word${n}`);
    const pages = pagesOf(card({ sections: [{ blocks: [{ lines: [line(words.join(' '), 'quote')] }] }] }));
    expect(pages.length).toBeGreaterThan(2);
    expect(
      [
        ...pages
          .flat()
          .join(' ')
          .matchAll(/word\d+/g),
      ].map(([word]) => word),
    ).toEqual(words);
    for (const page of pages)
      expect(
        page
          .join('\n')
          .split('\n')
          .some((text) => text.startsWith('> word')),
      ).toBe(true);
  });

  it('keeps a title, a heading and a foot that are longer than a page', () => {
    const text = (mark: string): string => Array.from({ length: 900 }, (_, n) => `${mark}${n}`).join(' ');
    const shown = card({
      title: [text('t')],
      sections: [{ heading: [text('h')], blocks: facts(1) }],
      foot: [line(text('f'), 'small')],
    });
    const found = whole(shown);
    for (const mark of ['t', 'h', 'f'])
      expect([...found.matchAll(new RegExp(`\\b${mark}\\d+`, 'g'))]).toHaveLength(900);
    for (const page of pagesOf(shown)) expect(lengthOf(page)).toBeLessThanOrEqual(3_600);
  });
});

const hostileLine = fc
  .tuple(anything, fc.constantFrom('text', 'item', 'quote', 'small' as const))
  .map(([words, as]) => line(words, as));
const hostileBlock = fc.array(hostileLine, { maxLength: 4 }).map((lines): Block => ({ lines }));
const hostileCard = fc
  .record({
    title: anything,
    lead: fc.array(hostileLine, { maxLength: 2 }),
    sections: fc.array(
      fc.record({ heading: anything.map((text) => [text]), blocks: fc.array(hostileBlock, { maxLength: 12 }) }),
      {
        maxLength: 16,
      },
    ),
    suggestions: fc.array(fc.record({ label: anything, name: anything }), { maxLength: 4 }),
  })
  .map(({ title, lead, sections, suggestions }) =>
    card({
      title: [title],
      lead,
      sections,
      suggestions: suggestions.map(({ label, name }) => ({ label, ask: { command: 'who', options: { name } } })),
    }),
  );

describe('any message', () => {
  it(
    'is inside the limits of Discord, pings nobody, and takes no form from what it shows',
    { timeout: 180_000 },
    () => {
      const own = new Set(['text', 'heading', 'quote', 'subtext', 'list', 'strong', 'em']);
      fc.assert(
        fc.property(hostileCard, anything, anything, fc.nat(4), fc.boolean(), (shown, asked, by, page, shared) => {
          const message = renderCard(shown, ask({ name: asked.slice(0, 100) }), { page, sharedBy: shared ? by : null });
          const texts = textsOf(message);
          expect(texts.join('').length).toBeLessThanOrEqual(4_000);
          expect(texts.every((text) => text.trim() !== '')).toBe(true);
          expect(countOf(message.components)).toBeLessThanOrEqual(40);
          expect(message.allowed_mentions).toEqual({ parse: [] });
          expect(message.flags).toBe(shared ? 32_768 : 32_832);
          for (const node of texts.flatMap(nodesOf)) expect(own).toContain(node.type);
          const buttons = buttonsOf(message);
          expect(new Set(buttons.map(({ id }) => id)).size).toBe(buttons.length);
          for (const { id, label } of buttons) {
            expect(id.length).toBeLessThanOrEqual(100);
            expect(label.length).toBeGreaterThan(0);
            expect(label.length).toBeLessThanOrEqual(80);
          }
        }),
        { numRuns: 1_500 },
      );
    },
  );

  it('shows every letter of every line on one of its pages', { timeout: 180_000 }, () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, (each) => {
        const blocks = each.map((words, n): Block => ({
          lines: [line(`${n}`), line(words.join(' '), n % 2 === 0 ? 'quote' : 'text')],
        }));
        const shown = pagesOf(card({ sections: [{ blocks }] })).map((page) => page.join('\n'));
        const letters = shown
          .join('\n')
          .replace(/^(?:## Ana Petrova|-# \*continued\*|-# Flood in Vessmouth · 12 facts)$/gm, '')
          .replace(/[^a-z]/g, '');
        expect(letters).toBe(each.flat().join(''));
      }),
      { numRuns: 500 },
    );
  });
});
