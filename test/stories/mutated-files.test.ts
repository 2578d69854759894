import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findFacts, findWho, type StoryIndex } from '../../src/search/story-search.ts';
import { numbers } from '../numbers.ts';
import { independent, loaded } from './independent-check.ts';
import { MUTATIONS, WHOLE, type Bytes } from './mutations.ts';
import { newsroom, write } from './newsroom.ts';

const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_319);
const FULL = process.env['FACTDESK_FULL'] === '1';
const COUNT = FULL ? 5000 : 1000;

/** Answers that are asked for while files change: each from one version of the story. */
async function ask(index: StoryIndex): Promise<void> {
  for (const words of ['ferry aground', 'passengers', 'built in 1998']) {
    const { answers, related } = findFacts(index, words);
    await new Promise((resolve) => void setImmediate(resolve));
    for (const { fact } of [...answers, ...related]) {
      if (index.story.facts.get(fact.id) !== fact) throw new Error(`${fact.id} is of another version.`);
    }
  }
  findWho(index, 'Teel');
}

/** What is wrong with a refusal: it must name a place that is there. */
function misplaced(
  files: Bytes,
  folder: string,
  problems: readonly { file: string; line: number; column: number; sourceLine: string }[],
): string[] {
  if (problems.length === 0) return ['a refusal without a reason'];
  return problems.flatMap(({ file, line, column, sourceLine }) => {
    const name = file.slice(folder.length + 1);
    const bytes = files[name];
    if (!file.startsWith(folder)) return [`${file} is no file of the story`];
    if (bytes === undefined || sourceLine === '') return line >= 1 && column >= 1 ? [] : [`${name}:${line}:${column}`];
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const found = text.split(/\r\n|\n|\r/)[line - 1];
    return found === sourceLine && column <= [...found].length + 1 ? [] : [`${name}:${line}:${column} is not there`];
  });
}

describe(`files that are changed at random under live queries (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it(
    `${COUNT} times: accepted as another reader has them, or refused with their place`,
    { timeout: FULL ? 900_000 : 240_000 },
    async () => {
      const draw = numbers(SEED);
      const { folder, pass, live, clock, reports } = await newsroom({ texts: WHOLE, settles: false });
      clock.set('2031-05-01T00:00:00Z');
      const ways = Object.keys(MUTATIONS);
      let there: Bytes = WHOLE;
      const tally = { accepted: 0, refused: 0, answers: 0 };
      const wrong: string[] = [];
      for (let n = 0; n < COUNT; n += 1) {
        const files: Bytes = { ...WHOLE };
        const way = ways[n % ways.length] ?? '';
        MUTATIONS[way]?.(files, draw);
        for (const name of Object.keys(there)) if (!(name in files)) rmSync(join(folder, name));
        for (const name of ['facts', 'sources']) {
          if (!Object.keys(files).some((one) => one.startsWith(`${name}/`)))
            rmSync(join(folder, name), { recursive: true, force: true });
        }
        const before = there;
        const changed = Object.entries(files).filter(([name, bytes]) => !isDeepStrictEqual(bytes, before[name]));
        write(folder, Object.fromEntries(changed));
        there = files;
        const index = live.stories.get('aurelia')?.(clock.now());
        if (index === undefined) throw new Error('The last good version is gone.');
        await Promise.all([pass(0.5), ask(index), ask(index)]);
        tally.answers += 8;
        const refused = live.refusals()[0];
        if (refused) {
          tally.refused += 1;
          wrong.push(...misplaced(files, folder, refused.problems).map((what) => `${n} ${way}: ${what}`));
          continue;
        }
        tally.accepted += 1;
        const story = live.stories.get('aurelia')?.(clock.now()).story ?? expect.fail();
        const [ours, theirs] = [loaded(story), independent(files)];
        const shown = theirs.filter(({ id }) => story.facts.has(id));
        if (JSON.stringify(ours) !== JSON.stringify(shown)) wrong.push(`${n} ${way}: ${differing(ours, shown)}`);
        // A changed date may put a source under embargo; nothing else takes a fact away.
        if (
          theirs.length !== shown.length &&
          way !== 'a date that is none' &&
          way !== 'another number' &&
          way !== 'a bit flipped'
        )
          wrong.push(`${n} ${way}: a fact is missing`);
      }
      process.stdout.write(`mutated files: ${JSON.stringify({ ...tally, reports: reports.length })}\n`);
      expect(wrong).toStrictEqual([]);
      expect(tally.accepted).toBeGreaterThan(COUNT / 10);
      expect(tally.refused).toBeGreaterThan(COUNT / 2);
    },
  );

  it('would be found out if a quote were placed a sign off, or a refusal named a line that is not there', async () => {
    const { folder, live, clock } = await newsroom({ texts: WHOLE });
    clock.set('2031-05-01T00:00:00Z');
    const story = live.stories.get('aurelia')?.(clock.now()).story ?? expect.fail();
    expect(loaded(story)).toStrictEqual(independent(WHOLE));
    const facts = new Map(
      [...story.facts].map(([id, fact]) => [
        id,
        { ...fact, citations: fact.citations.map((one) => ({ ...one, start: one.start + Number(id === 'f006') })) },
      ]),
    );
    expect(loaded({ ...story, facts })).not.toStrictEqual(independent(WHOLE));
    const place = { file: join(folder, 'facts.yml'), line: 2, column: 3, sourceLine: '- id: f001' };
    expect(misplaced(WHOLE, folder, [place])).toStrictEqual([]);
    for (const lie of [{ line: 3 }, { column: 12 }, { file: '/etc/passwd' }, { sourceLine: '- id: f002' }]) {
      expect(misplaced(WHOLE, folder, [{ ...place, ...lie }])).toHaveLength(1);
    }
    expect(misplaced(WHOLE, folder, [])).toHaveLength(1);
  });
});

function differing(ours: readonly unknown[], theirs: readonly unknown[]): string {
  const at = ours.findIndex((one, n) => JSON.stringify(one) !== JSON.stringify(theirs[n]));
  return `${JSON.stringify(ours[at])} is not ${JSON.stringify(theirs[at])}`;
}
