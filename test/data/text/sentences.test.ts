import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStory } from '../../../src/data/check.ts';
import { coverage } from '../../../src/data/coverage.ts';
import type { Story } from '../../../src/data/model/fact.ts';
import { sentences } from '../../../src/data/text/sentences.ts';
import { filesOf, SMALL_STORY } from '../small-story.ts';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('a text is cut', () => {
  test.each<[string, string, readonly string[]]>([
    ['behind its marks', 'One. Two! Three? Four…', ['One.', 'Two!', 'Three?', 'Four…']],
    ['behind closing quotation marks', 'He said “Go.” She “left.” Then', ['He said “Go.”', 'She “left.”', 'Then']],
    ['before opening ones', 'They went. “Why?” he asked.', ['They went.', '“Why?” he asked.']],
    ['at a heading without a full stop', 'A heading\n\nThe text. More.', ['A heading', 'The text.', 'More.']],
    ['at a heading on the line above', 'A heading\nThe text.', ['A heading', 'The text.']],
    ['at list items', '- one boat\n- two boats', ['- one boat', '- two boats']],
    ['in Cyrillic and Greek', 'Отишли су. Ко зна? Έφυγαν. Πότε', ['Отишли су.', 'Ко зна?', 'Έφυγαν.', 'Πότε']],
    ['in Chinese, without spaces', '船沉了。没有人知道！', ['船沉了。', '没有人知道！']],
    ['in Arabic', 'غرق القارب. متى؟ لا نعرف', ['غرق القارب.', 'متى؟', 'لا نعرف']],
    ['before a number', 'It sank. 40 people swam.', ['It sank.', '40 people swam.']],
    ['at line ends of Windows', 'One\r\n\r\nTwo.', ['One', 'Two.']],
  ])('%s', (_where, text, parts) => {
    expect(cut(text)).toEqual(parts);
  });

  test.each([
    'Turnout was only 3.5%.',
    'Mr. Vale and Dr. Teel met Gen. Ito of St. Ives.',
    'J. R. Vale spoke for the U.N. Mission.',
    'It was no. 5 of vol. 2, built on Jan. 5.',
    'The site e.g. example.com was down, he said.',
    '“What is the point?“, he added.',
    'He waited… then left.',
    'The ferry that had been built in the yard of the town long ago\nran aground in fog off the port on Friday.',
    'The ferry ran\naground.',
  ])('but not in %j', (text) => {
    expect(cut(text)).toEqual([text]);
  });

  test('a no at the end of a sentence ends it', () => {
    expect(cut('He said no. Five left. She came in Jan. Then all.')).toEqual([
      'He said no.',
      'Five left.',
      'She came in Jan.',
      'Then all.',
    ]);
  });

  test('marks and stars alone are no sentence', () => {
    expect(cut('One.\n\n***\n\n– –\n\nTwo.')).toEqual(['One.', 'Two.']);
  });

  test('and no letter or digit is lost or told twice, in any text', () => {
    const sign = fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '\r\n', '”', '“', '5', '。', '🛟', '-');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 50 }), (signs) => {
        const text = signs.join('');
        const kept = (part: string) => part.replaceAll(/[^\p{L}\p{N}]/gu, '');
        expect(kept(cut(text).join(''))).toBe(kept(text));
        const spans = sentences(text);
        expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe('coverage', () => {
  const checked = checkStory(filesOf(SMALL_STORY));
  const story = (checked as { story: Story }).story;

  test('names the sentences that no fact cites, with their source and line', () => {
    expect(coverage(story).filter(({ cited }) => !cited)).toEqual([
      {
        source: 's1',
        line: 4,
        text: 'The pilot had left the ship, the harbour office said.',
        cited: false,
      },
      { source: 's2', line: 2, text: 'It was the third.', cited: false },
    ]);
  });

  test('counts every sentence of every text that is archived', () => {
    expect(coverage(story)).toHaveLength(9);
    expect(coverage(story).some(({ source }) => source === 's3')).toBe(false);
  });

  test('a fact that is taken away uncovers its sentence', () => {
    const facts = new Map([...story.facts].filter(([id]) => id !== 'f004'));
    const open = coverage({ ...story, facts }).filter(({ cited }) => !cited);
    expect(open.map(({ text }) => text)).toContain('Some 55 passengers were on board.');
  });
});
