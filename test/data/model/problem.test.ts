import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, printProblem, problemAt, problemOf, TextFile } from '../../../src/data/model/problem.ts';

const at = (text: string, offset: number) => problemAt(new TextFile('a.yml', text), offset, 'Wrong.', 'Right it.');

describe('the place of a mistake', () => {
  test('is counted in lines and code points, as by hand', () => {
    const sign = fc.constantFrom('a', '\n', '🛟', 'č', ' ');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.nat(40), (signs, cut) => {
        const before = signs.slice(0, cut).join('');
        const lines = before.split('\n');
        const problem = at(signs.join(''), before.length);
        expect(problem).toMatchObject({ line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 });
        expect(problem.sourceLine).toBe(signs.join('').split('\n')[lines.length - 1]);
      }),
    );
  });

  test('behind the end of a file is its end', () => {
    expect(at('ab\ncd', 99)).toMatchObject({ line: 2, column: 3, sourceLine: 'cd' });
    expect(at('', 0)).toMatchObject({ line: 1, column: 1, sourceLine: '' });
  });
});

describe('a mistake in print', () => {
  test('shows place, sentence, line, caret and cure', () => {
    expect(printProblem(at('id: x\nwher: y', 6))).toBe('a.yml:2:1  Wrong.\n    2 | wher: y\n        ^\n    Right it.');
  });

  test('of a whole file has no line to show', () => {
    expect(printProblem(problemOf('a.yml', 'The file is missing.', 'Make it.'))).toBe(
      'a.yml:1:1  The file is missing.\n    Make it.',
    );
  });

  test('puts the caret under the sign wherever the line must be cut', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (before, after) => {
        const [, shown = '', caret = ''] = printProblem(at(`${'a'.repeat(before)}X${'b'.repeat(after)}`, before)).split(
          '\n',
        );
        expect(shown.charAt(caret.indexOf('^'))).toBe('X');
        expect(shown.length).toBeLessThan(120);
      }),
    );
  });

  test('lets no sign of the file act on the terminal', () => {
    const shown = printProblem(at('a: \u001b[31m\u202e\u0000x\u2028', 3));
    expect(shown).toContain('1 | a: ·[31m··x·');
    for (const sign of ['\u001b', '\u202e', '\u2028', '\0']) expect(shown).not.toContain(sign);
  });
});

test('at most a thousand problems of one file are reported', () => {
  const problems = Array.from({ length: 5000 }, (_, index) => at('a\n'.repeat(5000), index * 2));
  const told = inOrder([...problems, problemOf('b.yml', 'Wrong.', 'Right it.')]);
  expect(told).toHaveLength(1002);
  expect(told.at(-2)).toMatchObject({ line: 1001, message: 'There are more mistakes from here on.' });
  expect(told.at(-1)?.file).toBe('b.yml');
});

test('mistakes are told in the order of reading, and none twice', () => {
  const [one, two, other] = [at('a\nb', 0), at('a\nb', 2), { ...at('a', 0), file: 'b.yml' }];
  expect(inOrder([other, two, one, two])).toEqual([one, two, other]);
});
