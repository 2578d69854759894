import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadStory } from '../../src/data/load.ts';
import type { Fact } from '../../src/data/model/fact.ts';
import { buildIndex, findFacts, findWhere, findWho } from '../../src/search/story-search.ts';
import type { StoryIndex } from '../../src/search/story-search.ts';

/**
 * The held half of the questions: nothing of the search was fitted on it. The shares are printed; the bars are what must
 * not be lost again, some way below what was measured.
 */
interface Question {
  readonly story: string;
  readonly split: 'fit' | 'held';
  readonly command: string;
  readonly query: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly expect: {
    readonly entity?: string;
    readonly first?: readonly string[];
    readonly all?: readonly string[];
    readonly nothing?: boolean;
  };
}

const ROOT = join(import.meta.dirname, '../..');
const STORIES = {
  'kosovo-mayors-2023': 'src/data/stories/kosovo-mayors-2023',
  'harbour-flood': 'test/fixtures/stories/harbour-flood',
};
const ONLY: Readonly<Record<string, (fact: Fact) => boolean>> = {
  what: () => true,
  search: () => true,
  quote: ({ words }) => words !== undefined,
  figure: ({ figure }) => figure !== undefined,
};

const questions = Object.keys(STORIES).flatMap((id) =>
  readFileSync(join(import.meta.dirname, 'questions', `${id}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Question),
);
const held = questions.filter(({ split }) => split === 'held');

const indexes = new Map<string, StoryIndex>();
beforeAll(async () => {
  for (const [id, folder] of Object.entries(STORIES)) {
    const checked = await loadStory(join(ROOT, folder));
    if (!('story' in checked)) throw new Error(`The story "${id}" does not pass the check.`);
    indexes.set(id, buildIndex(checked.story));
  }
});

/** What a question is answered with, and whether that is right. */
function isRight({ story, command, query, options = {}, expect: wanted }: Question): boolean {
  const index = indexes.get(story);
  if (index === undefined) throw new Error(`There is no story "${story}".`);
  if (command === 'who' || command === 'where') {
    const { answers } = (command === 'who' ? findWho : findWhere)(index, query);
    if (wanted.nothing === true) return answers.length === 0;
    if (wanted.entity === undefined) return answers.length > 1;
    return answers.length === 1 && answers[0]?.entity.id === wanted.entity;
  }
  const { place, kind, status, person } = options;
  const { answers } = findFacts(
    index,
    query,
    (fact) =>
      ONLY[command]?.(fact) === true &&
      (place === undefined || fact.where.includes(place)) &&
      (kind === undefined || fact.kind === kind) &&
      (status === undefined || fact.status === status) &&
      (person === undefined || fact.who.includes(person)),
  );
  const ids = answers.map((hit) => hit.fact.id);
  if (wanted.nothing === true) return ids.length === 0;
  if (wanted.first !== undefined) return wanted.first.includes(ids[0] ?? '');
  return (wanted.all ?? []).every((id) => ids.includes(id));
}

const share = (asked: readonly Question[]): number => asked.filter(isRight).length / asked.length;
const of = (commands: readonly string[], nothing: boolean): Question[] =>
  held.filter(({ command, expect: wanted }) => commands.includes(command) && (wanted.nothing === true) === nothing);

describe('the questions that nothing was fitted on', () => {
  it.each([
    ['names found', ['who', 'where'], false, 0.9],
    ['names refused that are not there', ['who', 'where'], true, 0.97],
    ['facts found', Object.keys(ONLY), false, 0.85],
    ['facts refused that are not there', Object.keys(ONLY), true, 0.85],
  ] as const)('%s', (what, commands, nothing, bar) => {
    const asked = of(commands, nothing);
    const right = share(asked);
    process.stdout.write(`${what}: ${(100 * right).toFixed(1)} % of ${asked.length} held questions\n`);
    expect(asked.length).toBeGreaterThanOrEqual(30);
    expect(right).toBeGreaterThanOrEqual(bar);
  });

  it('would notice a search that answers everything, or nothing', () => {
    const refusing = of(['who', 'where', ...Object.keys(ONLY)], true);
    const finding = of(['who', 'where', ...Object.keys(ONLY)], false);
    expect(Math.min(refusing.length, finding.length)).toBeGreaterThan(60);
  });
});
