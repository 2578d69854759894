import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildIndex,
  findFacts,
  findWhere,
  findWho,
  loadOrBuildIndex,
  addFactToIndex,
} from '../../../src/search/story-search.ts';
import type { StoryIndex } from '../../../src/search/story-search.ts';
import { buildStoryTables, indexInput, emptyTables } from '../../../src/search/index/story-index.ts';
import { serialize, deserialize } from '../../../src/search/structures/serialization.ts';
import { deserializeIndex } from '../../../src/search/index/index-cache.ts';
import { dam, fact, index, story } from '../dam-story.ts';

const QUESTIONS = [
  'water',
  'mayor of Zelengrad',
  'Ана Петровић',
  'zelengard',
  'hoxha',
  '1,200',
  'schools',
  'talks',
  'xyzzy',
  'z',
];

const answersOf = (one: StoryIndex): unknown =>
  QUESTIONS.map((text) => ({
    facts: findFacts(one, text),
    who: findWho(one, text).answers.map(({ entity, way, score }) => [entity.id, way, score]),
    where: findWhere(one, text).answers.map(({ entity, way, score }) => [entity.id, way, score]),
  }));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdesk-index-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an index on disk', () => {
  it('answers as the one that it was made of', () => {
    const bytes = serialize(buildStoryTables(indexInput(dam)), 'key');
    const read = deserializeIndex(dam, bytes, 'key');
    expect(read && answersOf(read)).toEqual(answersOf(index));
  });

  it('is written at the first start, read at the second, and replaced when the story changes', async () => {
    const kept = join(folder, 'kept');
    expect(answersOf(await loadOrBuildIndex(dam, kept))).toEqual(answersOf(index));
    const [file = ''] = await readdir(kept);
    expect(file).toMatch(/^dam\.[0-9a-f]{32}\.index$/);
    const before = await readFile(join(kept, file));
    expect(answersOf(await loadOrBuildIndex(dam, kept))).toEqual(answersOf(index));
    expect(await readFile(join(kept, file))).toEqual(before);
    await loadOrBuildIndex({ ...dam, version: '2' }, kept);
    const files = await readdir(kept);
    expect(files).toHaveLength(1);
    expect(files[0]).not.toBe(file);
  });

  it('is built anew when it is damaged', async () => {
    const spoilt = join(folder, 'spoilt');
    await loadOrBuildIndex(dam, spoilt);
    const [file = ''] = await readdir(spoilt);
    const bytes = await readFile(join(spoilt, file));
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    await writeFile(join(spoilt, file), bytes);
    expect(answersOf(await loadOrBuildIndex(dam, spoilt))).toEqual(answersOf(index));
    expect(deserializeIndex(dam, await readFile(join(spoilt, file)), file.split('.')[1] ?? '')).not.toBeNull();
  });

  it('leaves what is not its own', async () => {
    const shared = join(folder, 'shared');
    await loadOrBuildIndex(dam, shared);
    await writeFile(join(shared, 'dam.notes.txt'), 'mine');
    await writeFile(join(shared, `other.${'0'.repeat(32)}.index`), 'theirs');
    await loadOrBuildIndex({ ...dam, version: '3' }, shared);
    expect(await readdir(shared)).toEqual(expect.arrayContaining(['dam.notes.txt', `other.${'0'.repeat(32)}.index`]));
  });

  it('is done without where the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect(answersOf(await loadOrBuildIndex(dam, file))).toEqual(answersOf(index));
    expect(answersOf(await loadOrBuildIndex(dam, null))).toEqual(answersOf(index));
  });

  it('of a large story is built in a thread of its own', async () => {
    const facts = Array.from({ length: 5000 }, (_, at) =>
      fact({ id: `f${at}`, says: `Report number n${at} on the river.` }),
    );
    const large = await loadOrBuildIndex(story({ facts }), null);
    expect(findFacts(large, 'report n4321').answers[0]?.fact.id).toBe('f4321');
  });
});

describe('packed tables', () => {
  const tables = buildStoryTables(indexInput(dam));
  const like = emptyTables();

  it('come back as they were', () => {
    expect(deserialize(serialize(tables, 'key'), 'key', like)).toEqual(tables);
  });

  it('are refused whatever byte is changed and wherever they are cut', () => {
    const bytes = serialize(tables, 'key');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ change;
        expect(deserialize(other, 'key', like)).toBeNull();
        expect(deserialize(bytes.slice(0, at), 'key', like)).toBeNull();
      }),
    );
  });

  it('are refused when they are of another key or of another shape', () => {
    expect(deserialize(serialize(tables, 'key'), 'other', like)).toBeNull();
    expect(deserialize(serialize(tables.facts, 'key'), 'key', like)).toBeNull();
    expect(deserialize(serialize({ a: new Uint8Array(3) }, 'key'), 'key', { a: new Uint32Array(0) })).toBeNull();
    expect(deserialize(serialize({ a: 1 }, 'key'), 'key', { a: 'text' })).toBeNull();
    // The control: the same shape is taken.
    expect(
      deserialize(serialize({ a: new Uint8Array([1, 2, 3]), b: 2 }, 'key'), 'key', { a: new Uint8Array(0), b: 0 }),
    ).toEqual({
      a: new Uint8Array([1, 2, 3]),
      b: 2,
    });
  });
});

describe('a fact that is added or changed', () => {
  it('is found at once, in the new index only', () => {
    const added = fact({ id: 'd99', says: 'The sluice keeper left his post at midnight.', when: '2031-05-09' });
    const later = addFactToIndex(index, { ...dam, facts: new Map([...dam.facts, ['d99', added]]) }, added);
    expect(findFacts(later, 'sluice keeper').answers.map((hit) => hit.fact.id)).toEqual(['d99']);
    expect(findFacts(index, 'sluice keeper').answers).toEqual([]);
    expect(findFacts(later, 'water').answers).toHaveLength(2);
  });

  it('takes the place of one of its id', () => {
    const before = dam.facts.get('d10');
    if (before === undefined) throw new Error('The story has no d10.');
    const changed = { ...before, says: 'Soldiers carried water to the school.', citations: [] };
    const twice = [changed, { ...changed, says: 'Soldiers carried bread to the school.' }];
    const later = twice.reduce(
      (one, next) => addFactToIndex(one, { ...dam, facts: new Map([...dam.facts, ['d10', next]]) }, next),
      index,
    );
    expect(findFacts(later, 'soldiers').answers.map((hit) => hit.fact.says)).toEqual([
      'Soldiers carried bread to the school.',
    ]);
    expect(findFacts(later, 'sandbags').answers).toEqual([]);
  });

  it('is found as it would be had it been there from the start', () => {
    const all = [...dam.facts.values()];
    const grown = all
      .slice(7)
      .reduce(
        (one, next) => addFactToIndex(one, dam, next),
        buildIndex({ ...dam, facts: new Map(all.slice(0, 7).map((one) => [one.id, one])) }),
      );
    for (const text of QUESTIONS) {
      expect(
        findFacts(grown, text)
          .answers.map((hit) => hit.fact.id)
          .toSorted(),
      ).toEqual(
        findFacts(index, text)
          .answers.map((hit) => hit.fact.id)
          .toSorted(),
      );
    }
  });
});
