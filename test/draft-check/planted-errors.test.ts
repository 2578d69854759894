import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCheckBench, type CheckRow } from '../../bench/check.ts';
import { checkDraft, makeChecker } from '../../src/draft-check/check-draft.ts';
import { largeStory } from './large-story.ts';
import { checkerOf } from './stories.ts';

const NOW = { now: Temporal.Instant.from('2031-10-01T00:00:00Z') };
const total = (rows: readonly CheckRow[], key: 'n' | 'found' | 'falseAlarms') =>
  rows.reduce((sum, row) => sum + row[key], 0);

describe('planted errors', async () => {
  const rows = await runCheckBench();
  const held = rows.filter(({ half }) => half === 'held out');

  it('are found with the right kind in sentences that no rule was written for', () => {
    const errors = held.filter(({ kind }) => kind !== 'true sentence');
    expect(total(errors, 'n')).toBeGreaterThan(150);
    expect(total(errors, 'found') / total(errors, 'n')).toBeGreaterThanOrEqual(0.9);
  });

  it('and true sentences are left in peace', () => {
    const whole = held.filter(({ kind }) => kind === 'true sentence');
    expect(total(whole, 'n')).toBeGreaterThan(100);
    expect(total(whole, 'falseAlarms') / total(whole, 'n')).toBeLessThanOrEqual(0.05);
  });

  it('are of every kind, in both stories', () => {
    for (const story of new Set(rows.map((row) => row.story))) {
      const kinds = new Set(rows.filter((row) => row.story === story).map(({ kind }) => kind));
      expect([...kinds].toSorted()).toEqual([
        'certainty',
        'count',
        'day',
        'name',
        'negation',
        'place',
        'role',
        'speaker',
        'true sentence',
        'words',
      ]);
    }
  });

  it('are the same for the same seed', async () => {
    expect(await runCheckBench()).toEqual(rows);
  });
});

describe('a story of a thousand facts', () => {
  const story = largeStory(1000, 7);
  const facts = [...story.facts.values()];
  const threes = Array.from({ length: 60 }, (_, i) =>
    facts.slice(i * 3, i * 3 + 3).map(({ says }) => says.slice(0, -1)),
  );
  const checker = makeChecker({ story });

  it('has each of its sentences agree, three facts at a time', () => {
    const draft = threes.map((group) => `${group.join(', and ')}.`).join(' ');
    const wrong = checker.check(draft, NOW).filter(({ verdict }) => verdict !== 'agrees');
    expect(wrong).toEqual([]);
  });

  it('has the one wrong number of each found, and its fact first', () => {
    threes.forEach((group, i) => {
      const at = i % 3;
      const text = `${group.map((says, j) => (j === at ? says.replace(/\d+/, '999') : says)).join(', and ')}.`;
      const [check] = checker.check(text, NOW);
      expect(check).toMatchObject({ verdict: 'differs', differs: ['count'] });
      expect(check?.facts[0]).toBe(`f${i * 3 + at}`);
    });
  });
});

describe('hostile drafts', async () => {
  const checker = await checkerOf('kosovo-mayors-2023');
  const plain =
    'Kurti said “ ” " not two 3.5% on Wednesday in Zvečan 31 June , . … according to the mayor of and'.split(' ');
  const odd = '<@&1> ](http://x) \u202e \u0000 😀 constructor __proto__ Κούρτι Звечан ٣ (( [ \\'.split(' ');
  const words = fc.constantFrom(...plain, ...odd, '\n');
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.array(words, { maxLength: 60 }).map((list) => list.join('')) },
  );

  it('are answered without a throw, ten thousand of them, each sentence where it stands', () => {
    fc.assert(
      fc.property(text, (draft) => {
        for (const { sentence, start, end, verdict, differs } of checker.check(draft, NOW)) {
          expect(draft.slice(start, end)).toBe(sentence);
          expect(differs.length > 0).toBe(verdict === 'differs');
        }
      }),
      { numRuns: 10_000 },
    );
  }, 240_000);

  it.each([
    ['a'.repeat(20_000)],
    ['“'.repeat(5_000)],
    ['1,'.repeat(10_000)],
    ['Kurti said, '.repeat(2_000)],
    ['not '.repeat(5_000)],
    [`${'the mayor of '.repeat(1_500)}Zvečan.`],
  ])('of one kind of word do not take more than their length', (draft) => {
    expect(() => checker.check(draft, NOW)).not.toThrow();
  });

  it('gives the same by the short way', () => {
    const story = largeStory(50, 3);
    const draft = [...story.facts.values()].map(({ says }) => says).join(' ');
    expect(checkDraft({ story }, draft, NOW)).toEqual(makeChecker({ story }).check(draft, NOW));
  });
});
