import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/web-client/markdown.js';
import { parseMarkdown, plainText } from '../../src/web-client/markdown.js';

/** Marks in a random order: far more of them per text than people would ever type. */
const marks = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '~',
      '|',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '-',
      '1.',
      ' ',
      '\n',
      '\\',
      'a',
      '@',
      ':',
      'https://a.b',
      '<@1>',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** Every link of a tree, however deep. */
function links(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const below = 'children' in node ? links(node.children) : node.type === 'list' ? node.items.flatMap(links) : [];
    return node.type === 'link' ? [node.url, ...below] : below;
  });
}

describe('any text', () => {
  test('loses no letter and invents none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z*_~|`>#\n -]{0,80}$/), (text) => {
        const letters = (s: string): string => s.replace(/[^a-z]/g, '');
        const nodes = parseMarkdown(text);
        const languages = JSON.stringify(nodes).matchAll(/"language":"([a-z]+)/g);
        const kept =
          letters(plainText(nodes)).length + [...languages].reduce((n, found) => n + letters(found[1] ?? '').length, 0);
        expect(kept).toBe(letters(text).length);
      }),
    );
  });

  test('links to nothing but http and https', () => {
    fc.assert(
      fc.property(
        marks,
        fc.constantFrom('javascript:', 'data:', 'vbscript:', 'file://', 'JavaScript://', ' javascript:'),
        (text, scheme) => {
          for (const wrapped of [`${text}[a](${scheme}${text})`, `${text}<${scheme}//${text}>`, `${scheme}//${text}`]) {
            for (const url of links(parseMarkdown(wrapped))) expect(url).toMatch(/^https?:\/\//i);
          }
        },
      ),
    );
  });

  test('is inert when each mark is escaped', () => {
    fc.assert(
      fc.property(marks, (text) => {
        const escaped = text.replace(/[^A-Za-z0-9\s]/g, '\\$&').replace(/ +(?=\n)/g, '');
        const nodes = parseMarkdown(escaped);
        // `1. a` is the one construct that begins without a mark: the backslash stands before its full stop.
        expect(nodes.every((node) => node.type === 'text')).toBe(true);
        expect(plainText(nodes)).toBe(text.replace(/ +(?=\n)/g, ''));
      }),
    );
  });

  test.each([...'*_~|`[<#>-\\', '[x](', '[a]', '- ', '> ', '**__~~||', '[a](http://b (', '1. '])(
    'four thousand characters of %j are read without running out of stack',
    (mark) => {
      expect(() => parseMarkdown(mark.repeat(4000 / mark.length))).not.toThrow();
    },
  );
});
