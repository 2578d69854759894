import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkUrl, linkLabel, stripInvisible } from '../../../src/discord/format/escape.ts';
import { lineToMarkdown, toMarkdown } from '../../../src/discord/format/markdown.ts';
import type { Line, StyledSpan } from '../../../src/reply/model/card.ts';
import type { StyledText } from '../../../src/reply/model/styled-text.ts';
import { parseMarkdown, plainText, type Node } from '@factdesk/discord-emulator/markdown';
import { line, nodesOf, read } from '../sample-commands.ts';
import { anything, RUNS } from '../hostile-text.ts';

const KINDS: Readonly<Record<Line['as'], readonly Node['type'][]>> = {
  text: [],
  item: ['list'],
  quote: ['quote'],
  small: ['subtext'],
};

/** What a reader sees of a line of the desk's: one line, without what hides. */
const seen = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(
      /(?![\uFE0E\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]/gu,
      '',
    )
    .replace(/@(?=everyone|here)/g, '@\u200B');

describe('a line of text', () => {
  it.each([
    ['a mention of a person', 'ask <@123456789012345678> now'],
    ['a mention of a role', '<@&123456789012345678>'],
    ['a channel', '<#123456789012345678>'],
    ['a command', '</who:123456789012345678>'],
    ['a guide', '<id:customize>'],
    ['a timestamp', '<t:1700000000:R>'],
    ['an emoji of a server', '<a:wave:123456789012345678>'],
    ['a masked link', '[The Post](https://evil.example)'],
    ['a bare link', 'see https://evil.example/x?y=z.'],
    ['an angled link', '<https://evil.example>'],
    ['a heading', '# Confirmed'],
    ['a small line', '-# s1, Harbour Post'],
    ['a quotation', '> he said'],
    ['a long quotation', '>>> he said'],
    ['a list', '- one'],
    ['a numbered list', '1. one'],
    ['a spoiler', '||nothing||'],
    ['code', '`x` and ```y```'],
    ['bold, italic, underline, strike', '**a** *b* _c_ __d__ ~~e~~'],
    ['backslashes', '\\*a\\* C:\\dir\\\\'],
    ['the shrug', '¯\\_(ツ)_/¯'],
  ])('shows %s letter for letter', (_what, text) => {
    for (const as of ['text', 'item', 'quote', 'small'] as const) {
      expect(read(lineToMarkdown(line(text, as)))).toBe(text);
      const types = nodesOf(lineToMarkdown(line(text, as))).map(({ type }) => type);
      expect(types).toEqual([...KINDS[as], 'text']);
    }
  });

  it('shows what calls everybody so that it calls nobody who copies it either', () => {
    const shown = read(lineToMarkdown(line('@everyone and @here')));
    expect(shown).toBe('@\u200Beveryone and @\u200Bhere');
    expect(nodesOf(shown).map(({ type }) => type)).not.toContain('everyone');
    // The control: what is shown without the space calls when it is pasted.
    expect(nodesOf(shown.replaceAll('\u200B', '')).map(({ type }) => type)).toContain('everyone');
  });

  it('leaves ordinary prose as it is, for those who copy it', () => {
    const prose =
      'Kurti, to Kosovar media: “We need normalcy…” (line 3, 12 facts; 5.5 %, and/or a 38-year-old) – so it’s £4!';
    expect(lineToMarkdown(line(prose))).toBe(prose);
  });

  it('shows what hides in a snippet, and drops it elsewhere', () => {
    expect(read(lineToMarkdown(line('ab\u202Edc\u200B', 'quote')))).toBe('ab[U+202E]dc[U+200B]');
    expect(lineToMarkdown(line('ab\u202Edc\u200B'))).toBe('abdc');
    expect(read(lineToMarkdown(line('می\u200Cخواهم 👩\u200D👧', 'quote')))).toBe('می\u200Cخواهم 👩\u200D👧');
  });

  it('keeps the lines of a snippet inside the quotation', () => {
    const nodes = parseMarkdown(lineToMarkdown(line('First line\n# second\n\n- third', 'quote')));
    expect(nodes.map(({ type }) => type)).toEqual(['quote']);
    expect(plainText(nodes)).toBe('First line\n# second\n\n- third');
  });

  it(`gives no form to any of ${RUNS} strings, and loses no letter`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('text', 'item', 'small' as const), (text, as) => {
        const shown = lineToMarkdown(line(text, as));
        const types = new Set(nodesOf(shown).map(({ type }) => type));
        for (const kind of KINDS[as]) types.delete(kind);
        types.delete('text');
        expect([...types]).toEqual([]);
        expect(read(shown).trim()).toBe(seen(text).trim());
      }),
      { numRuns: RUNS },
    );
  });

  it(`gives no form to any of ${RUNS} snippets`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anything, (text) => {
        const types = nodesOf(lineToMarkdown(line(text, 'quote'))).map(({ type }) => type);
        expect(types.filter((type) => type !== 'quote' && type !== 'text')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('would be found out if a sign were left alone', () => {
    const careless = (text: string): string => text.replace(/[\\*_~|`<>[\]#]/g, '\\$&');
    expect(nodesOf(careless('https://evil.example')).map(({ type }) => type)).toContain('link');
    expect(nodesOf(careless('@everyone')).map(({ type }) => type)).toContain('everyone');
    const afterLink = `[s1](https://a.example) ${careless('](https://evil.example)')}`;
    expect(nodesOf(afterLink).map(({ type }) => type)).not.toContain('link');
  });
});

const SOURCE = 'https://post.example/flood';

const span: fc.Arbitrary<StyledSpan> = fc.oneof(
  anything,
  anything.map((strong) => ({ strong })),
  anything.map((em) => ({ em })),
  anything.map((code) => ({ code })),
  anything.map((link) => ({ link, to: SOURCE })),
);

const formOf = (one: StyledSpan): string[] =>
  typeof one === 'string'
    ? []
    : 'strong' in one
      ? ['strong']
      : 'em' in one
        ? ['em']
        : 'code' in one
          ? ['code']
          : ['link'];

describe('words', () => {
  it('get their form from their spans alone, however these touch', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (words: StyledText) => {
        const allowed = new Set(['text', ...words.flatMap(formOf)]);
        for (const node of nodesOf(toMarkdown(words))) {
          expect(allowed).toContain(node.type);
          expect([SOURCE, undefined]).toContain(node.type === 'link' && node.masked ? node.url : undefined);
        }
      }),
      { numRuns: RUNS / 5 },
    );
  });

  it('lose no letter, except in the words of a link', { timeout: 120_000 }, () => {
    const inert = fc.oneof(
      anything,
      anything.map((strong) => ({ strong })),
      anything.map((em) => ({ em })),
      anything.map((code) => ({ code })),
    );
    const letters = (one: StyledSpan): string =>
      typeof one === 'string'
        ? one
        : 'strong' in one
          ? one.strong
          : 'em' in one
            ? one.em
            : 'code' in one
              ? one.code
              : '';
    fc.assert(
      fc.property(fc.array(inert, { maxLength: 5 }), (words: StyledText) => {
        const shown = read(toMarkdown(words)).replace(/ +/g, ' ').trim();
        expect(shown).toBe(
          words
            .map((one) => seen(letters(one)))
            .join('')
            .replace(/ +/g, ' ')
            .trim(),
        );
      }),
      { numRuns: RUNS / 5 },
    );
  });

  it('show bold, italic and code where they are asked for', () => {
    const words: StyledText = [{ strong: 'REPORTED' }, ' · ', { em: 'inferred' }, ' ', { code: 'f001' }];
    expect(parseMarkdown(toMarkdown(words)).map(({ type }) => type)).toEqual(['strong', 'text', 'em', 'text', 'code']);
    expect(toMarkdown([{ strong: 'a' }, { strong: 'b' }, { em: 'c' }])).toBe('**ab**c');
    expect(toMarkdown([{ strong: ' a ' }, { code: 'has `ticks`' }])).toBe(' **a** has \\`ticks\\`');
  });
});

describe('the link of a source', () => {
  const shown = (link: string, to: string): Node[] => parseMarkdown(toMarkdown([{ link, to }]));

  it('is live, with its own address and its words', () => {
    expect(shown('s1', 'https://post.example/a_(b)?c=d*e*')).toEqual([
      expect.objectContaining({ type: 'link', masked: true, url: 'https://post.example/a_%28b%29?c=d*e*' }),
    ]);
  });

  it('takes nothing from what stands after it', () => {
    const words: StyledText = [
      { link: 's1', to: SOURCE },
      ' \\](https://evil.example) ',
      '](https://evil.example)',
      '](x)',
    ];
    const links = nodesOf(toMarkdown(words)).filter(({ type }) => type === 'link');
    expect(links).toEqual([expect.objectContaining({ url: SOURCE })]);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://post.example',
    'not an address',
    'https://user:secret@post.example',
    `https://post.example/${'a'.repeat(600)}`,
  ])('is text for the address %s', (to) => {
    expect(linkUrl(to)).toBeNull();
    expect(shown('s1', to)).toEqual([{ type: 'text', text: 's1' }]);
  });

  it('is text when its words show nothing', () => {
    expect(shown('\u200B*', SOURCE).map(({ type }) => type)).toEqual(['text']);
  });

  it('has words without signs, because a backslash would be seen there', () => {
    expect(linkLabel('The [Post] *daily*, see https://x.example 📰')).toBe(
      'The (Post) ＊daily＊, see https: //x.example',
    );
  });
});

describe('a label', () => {
  it('is one visible line', () => {
    expect(stripInvisible(' Ana\n\u202EPetrova\u0000 \uD800 ')).toBe('Ana Petrova \uFFFD');
  });

  it('is the same whether all of it was known to be seen or was looked through', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}b`;
      // A line's end at the end is never known to be seen, and is taken away.
      expect([code, stripInvisible(text)]).toEqual([code, stripInvisible(`${text}\n`)]);
    }
    for (const text of ['', ' ', ' a', 'a ', 'a  b', 'a b c'])
      expect(stripInvisible(text)).toBe(stripInvisible(`${text}\n`));
  });
});
