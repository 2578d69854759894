import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, findFacts } from '../../../src/search/story-search.ts';
import { longestCommonRun } from '../../../src/search/engine/phrase-boost.ts';
import { fact, story } from '../dam-story.ts';

describe('words that stand together', () => {
  const two = buildIndex(
    story({
      facts: [
        fact({ id: 'apart', says: 'The wall of the dam fell on the school.' }),
        fact({ id: 'together', says: 'The school wall fell on the dam of the town.' }),
        ...Array.from({ length: 8 }, (_, at) => fact({ id: `other${at}`, says: `Nothing happened at gate ${at}.` })),
      ],
    }),
  );
  const first = (text: string): string | undefined => findFacts(two, text).answers[0]?.fact.id;

  it('decide between facts that have them all', () => {
    expect(first('school wall')).toBe('together');
    expect(first('wall of the dam')).toBe('apart');
    expect(first('"the school wall"')).toBe('together');
  });

  it('are counted as the longest stretch of the one in the other', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const list = fc.array(word, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(list, list, (asked, text) => {
        const lengths = asked.flatMap((_, from) => asked.slice(from).map((__, at) => ({ from, to: from + at + 1 })));
        const stands = ({ from, to }: { from: number; to: number }): boolean =>
          text.some((_, at) => asked.slice(from, to).every((one, i) => text[at + i] === one));
        const longest = Math.max(0, ...lengths.filter(stands).map(({ from, to }) => to - from));
        expect(longestCommonRun(asked, text)).toBe(longest);
      }),
      { numRuns: 500 },
    );
  });

  it('may end in a word that is still being typed', () => {
    expect(longestCommonRun(['school', 'wa'], ['the', 'school', 'wall'])).toBe(2);
    expect(longestCommonRun(['wa', 'school'], ['the', 'wall', 'school'])).toBe(1);
  });
});
