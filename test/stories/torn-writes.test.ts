import { describe, expect, it } from 'vitest';
import { findFacts } from '../../src/search/story-search.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { numbers } from '../numbers.ts';
import { newsroom, write } from './newsroom.ts';

const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_318);
const FULL = process.env['FACTDESK_FULL'] === '1';
const FILES = 200;
const READERS = 50;

const named = (n: number): string => `facts/part-${String(n).padStart(3, '0')}.yml`;

/** A part of the story, which says of which edition it is, and how many letters the edition has. */
const part = (n: number, edition: number): string => `- id: part-${n}
  kind: state
  says: The ferry was built in 1998, part ${n} of edition ${edition}.
  status: reported
  cite:
    - source: s1
      quote: |-
        The ferry was built in 1998.
  note: |-
    ${'x'.repeat((edition + 1) * 7)}
`;

const edition = (number: number): Record<string, string> => ({
  ...SMALL_STORY,
  ...Object.fromEntries(Array.from({ length: FILES }, (_, n) => [named(n), part(n, number)])),
});

/** Rewrites all files in random order, some of them by halves, with looks and readers in between. */
async function torn(seed: number, editions: number, settles: boolean) {
  const draw = numbers(seed);
  const { folder, pass, live, clock } = await newsroom({ texts: edition(0), settles });
  const seen = { answers: 0, mixed: 0, editions: new Set<number>() };
  const answer = async (): Promise<void> => {
    const index = live.stories.get('aurelia')?.(clock.now());
    if (!index) throw new Error('The story is gone.');
    const found: string[] = [];
    for (const words of [`edition part ${Math.floor(draw() * FILES)}`, 'built in 1998']) {
      const { answers, related } = findFacts(index, words);
      found.push(...[...answers, ...related].map(({ fact }) => fact.says));
      await new Promise((resolve) => void setImmediate(resolve));
    }
    found.push(...[...index.story.facts.values()].map(({ says }) => says));
    const told = new Set(found.flatMap((says) => /edition (\d+)\./.exec(says)?.[1] ?? []));
    seen.answers += 1;
    if (told.size !== 1) seen.mixed += 1;
    for (const number of told) seen.editions.add(Number(number));
  };
  const look = (): Promise<unknown> => Promise.all([pass(0.5), ...Array.from({ length: READERS }, answer)]);
  for (let number = 1; number <= editions; number += 1) {
    const order = Array.from({ length: FILES }, (_, n) => ({ n, key: draw() })).toSorted((a, b) => a.key - b.key);
    let until = 0;
    for (const [at, { n }] of order.entries()) {
      if (!settles && seen.mixed > 0) return seen;
      const text = part(n, number);
      if (draw() < 0.05) {
        write(folder, { [named(n)]: text.slice(0, Math.floor(draw() * text.length)) });
        await look();
      }
      write(folder, { [named(n)]: text });
      if (at < until) continue;
      // At most a quarter of the files between two looks: an edition takes several.
      until = at + 1 + Math.floor(draw() * (FILES / 4));
      await look();
    }
    await look();
    await look();
    await look();
    expect(live.stories.get('aurelia')?.(clock.now()).story.facts.get('part-0')?.says).toContain(`edition ${number}.`);
  }
  return seen;
}

describe(`200 files rewritten in random order under 50 readers (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it('are never seen half', { timeout: FULL ? 600_000 : 120_000 }, async () => {
    const editions = FULL ? 25 : 2;
    const { answers, mixed, editions: seen } = await torn(SEED, editions, true);
    process.stdout.write(`torn reloads: ${editions} editions, ${answers} answers, ${mixed} mixed\n`);
    expect(mixed).toBe(0);
    expect(seen.size).toBe(editions + 1);
    expect(answers).toBeGreaterThan(READERS * editions * 5);
  });

  it('would be seen half if what is read were taken over at once', { timeout: 120_000 }, async () => {
    const { mixed } = await torn(SEED, 1, false);
    expect(mixed).toBeGreaterThan(0);
  });
});
