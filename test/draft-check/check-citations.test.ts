import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadStory } from '../../src/data/load.ts';
import type { Fact, Story } from '../../src/data/model/fact.ts';
import { checkCitations } from '../../src/draft-check/check-citations.ts';
import { damages, withFact } from './damage-facts.ts';

const FOLDERS = ['../../src/data/stories/kosovo-mayors-2023', '../fixtures/stories/harbour-flood'];

async function storyIn(folder: string): Promise<Story> {
  const checked = await loadStory(fileURLToPath(new URL(folder, import.meta.url)));
  if (!('story' in checked)) throw new Error(`The story in ${folder} does not pass its check.`);
  return checked.story;
}

const stories = await Promise.all(FOLDERS.map(storyIn));
const [mayors, flood] = stories;
if (!mayors || !flood) throw new Error('Two stories are wanted.');

/** What is found in a fact of the story when some of its fields are changed. */
function found(story: Story, id: string, change: Partial<Fact>) {
  const fact = story.facts.get(id);
  if (!fact) throw new Error(`There is no fact ${id}.`);
  return checkCitations(withFact(story, { ...fact, ...change }), id);
}

describe('facts that their citations support', () => {
  it.each(stories.map((story) => [story.id, story] as const))('of %s are not refused', (_, story) => {
    expect(checkCitations(story).filter(({ kind }) => kind === 'contradicted')).toEqual([]);
  });
});

describe('a fact that its citation contradicts', () => {
  it('is found by its number, with both values', () => {
    expect(found(flood, 'h04', { says: 'About 40 people had to leave their homes.' })).toEqual([
      expect.objectContaining({ kind: 'contradicted', field: 'says', own: 'About 40', cited: 'About 400' }),
    ]);
  });

  it('is found by its speaker', () => {
    expect(found(flood, 'h04', { said_by: 'town-council' })).toEqual([
      expect.objectContaining({ kind: 'contradicted', field: 'said_by' }),
    ]);
  });

  it('is found by a day that is not the weekday of the source', () => {
    expect(found(mayors, 'f049', { when: '2023-05-30' })).toEqual([
      expect.objectContaining({ kind: 'contradicted', field: 'when', own: '2023-05-30', cited: 'on Wednesday' }),
    ]);
  });

  it('is found by the contrary of its verb', () => {
    expect(found(flood, 'h03', { says: 'The North Quay was closed again.' })).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'contradicted', own: 'closed' })]),
    );
  });
});

describe('damaged facts', () => {
  const SEEDS = [11, 29, 47];

  it('are refused or at least warned of, whatever was damaged; numbers, days and speakers are refused', () => {
    const rows = SEEDS.flatMap((seed) =>
      stories.flatMap((story) =>
        damages(story, seed).map(({ kind, fact }) => {
          const findings = checkCitations(withFact(story, fact), fact.id);
          return { kind, refused: findings.some((one) => one.kind === 'contradicted'), told: findings.length > 0 };
        }),
      ),
    );
    const share = (list: typeof rows, test: (row: (typeof rows)[number]) => boolean) =>
      list.filter(test).length / list.length;
    expect(rows.length).toBeGreaterThan(150);
    expect(share(rows, ({ told }) => told)).toBeGreaterThanOrEqual(0.85);
    const exact = rows.filter(({ kind }) => kind !== 'place');
    expect(share(exact, ({ refused }) => refused)).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});
