import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStory } from '../../src/data/check.ts';
import { TextFile } from '../../src/data/model/problem.ts';
import { readYaml } from '../../src/data/yaml/read-yaml.ts';
import { filesOf, SMALL_STORY } from './small-story.ts';

const LARGEST = 256 * 1024;

describe('a file of the greatest size that means harm ends in sentences, not in a crash', () => {
  test.each<[string, string]>([
    ['brackets', '['.repeat(LARGEST)],
    ['braces', '{a: '.repeat(LARGEST / 4)],
    ['dashes', '- '.repeat(LARGEST / 2)],
    ['anchors', '&a '.repeat(LARGEST / 3)],
    ['documents', '---\n'.repeat(LARGEST / 4)],
    ['commas', `[${','.repeat(LARGEST - 1)}`],
    ['aliases of aliases', `- &a [x]\n${'- &a [*a, *a, *a]\n'.repeat(12_000)}`],
    ['empty merges', `- &a {}\n${'- <<: [*a, *a, *a]\n'.repeat(12_000)}`],
    ['fields', Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n')],
  ])('%s', (_what, text) => {
    const { problems, root } = readYaml(new TextFile('x.yml', text));
    expect(problems.length > 0 || root?.is === 'fields').toBe(true);
  });
});

const names = Object.keys(SMALL_STORY);
const place = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.nat(12));
const pieces = fc.constantFrom(
  '',
  '\n',
  '  ',
  '- ',
  ': ',
  ' #',
  '"',
  "'",
  '[',
  '}',
  '|-',
  '&a ',
  '*a',
  '!!str ',
  '\u202e',
  '🛟',
  'f001',
  '~',
);

test('any slip of the keyboard is either harmless or told, at a place that exists', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, pieces), { minLength: 1, maxLength: 4 }), (slips) => {
      const texts: Record<string, string> = { ...SMALL_STORY };
      for (const [[name, where, length], piece] of slips) {
        const text = texts[name] ?? '';
        const at = where % (text.length + 1);
        texts[name] = text.slice(0, at) + piece + text.slice(at + length);
      }
      const checked = checkStory(filesOf(texts));
      const problems = 'problems' in checked ? checked.problems : [];
      expect('story' in checked || problems.length > 0).toBe(true);
      for (const { file, line, column, message, cure, sourceLine } of problems) {
        const lines = (texts[file.slice('aurelia/'.length)] ?? '').split('\n');
        expect(sourceLine === '' || lines[line - 1]?.replace('\r', '') === sourceLine.replace('\r', '')).toBe(true);
        expect(column).toBeLessThanOrEqual(Array.from(lines[line - 1] ?? '').length + 1);
        expect(message).toMatch(/\S.*\.$/su);
        expect(cure).toMatch(/\S/);
      }
    }),
    { numRuns: 200 },
  );
});

test('a changed text is never taken for the archived one', () => {
  const change = fc.tuple(
    fc.constantFrom('sources/s1.txt', 'sources/s2.txt'),
    fc.nat(),
    fc.constantFrom('', 'x', '\n', '’'),
  );
  fc.assert(
    fc.property(change, ([name, where, piece]) => {
      const text = SMALL_STORY[name] ?? '';
      const at = where % text.length;
      const changed = text.slice(0, at) + piece + text.slice(at + 1);
      fc.pre(changed !== text);
      const checked = checkStory(filesOf({ ...SMALL_STORY, [name]: changed }));
      expect('problems' in checked && checked.problems.some(({ message }) => message.includes('has changed'))).toBe(
        true,
      );
    }),
  );
});
