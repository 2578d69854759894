import { appendFile, cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildIndex,
  findFacts,
  findWhere,
  findWho,
  loadOrBuildIndexes,
  addFactToIndex,
} from '../../../src/search/story-search.ts';
import type { IndexCache, IndexReport, StoryIndex } from '../../../src/search/story-search.ts';
import { buildStoryTables, indexInput, emptyTables } from '../../../src/search/index/story-index.ts';
import { serialize, deserialize } from '../../../src/search/structures/serialization.ts';
import { cacheKey, deserializeIndex, hashCode, PACKAGES } from '../../../src/search/index/index-cache.ts';
import type { Story } from '../../../src/data/model/fact.ts';
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

function newCache(name: string): { readonly cache: IndexCache; readonly reports: IndexReport[] } {
  const reports: IndexReport[] = [];
  return { cache: { folder: join(folder, name), report: (one) => void reports.push(one) }, reports };
}

async function open(versions: readonly Story[], cache: IndexCache | null): Promise<StoryIndex> {
  const [one] = await loadOrBuildIndexes(versions, cache);
  if (one === undefined) throw new Error('The story has no index.');
  return one;
}

/** The story with another sentence in one of its facts, under the same version. */
function withSays(id: string, says: string): Story {
  const before = dam.facts.get(id);
  if (before === undefined) throw new Error(`The story has no ${id}.`);
  return { ...dam, facts: new Map([...dam.facts, [id, { ...before, says, citations: [] }]]) };
}

describe('an index on disk', () => {
  it('answers as the one that it was made of', () => {
    const bytes = serialize(buildStoryTables(indexInput(dam)), 'key');
    const read = deserializeIndex(dam, bytes, 'key');
    expect(read && answersOf(read)).toEqual(answersOf(index));
  });

  it('is written at the first start, read at the second, and replaced when a fact changes', async () => {
    const { cache, reports } = newCache('kept');
    expect(answersOf(await open([dam], cache))).toEqual(answersOf(index));
    const [file = ''] = await readdir(cache.folder);
    expect(file).toMatch(/^dam\.[0-9a-f]{32}\.index$/);
    expect(answersOf(await open([dam], cache))).toEqual(answersOf(index));
    const changed = withSays('d10', 'Soldiers carried bread to the school.');
    const after = await open([changed], cache);
    expect(findFacts(after, 'carried bread').answers[0]?.fact.id).toBe('d10');
    expect(reports.map(({ source, problem }) => [source, problem])).toEqual([
      ['built', null],
      ['disk', null],
      ['built', null],
    ]);
    const files = await readdir(cache.folder);
    expect(files).toHaveLength(1);
    expect(files[0]).not.toBe(file);
  });

  it('is kept for each version of a story that an embargo makes, though all have the version of its files', async () => {
    const { cache, reports } = newCache('embargo');
    const later = withSays('d10', 'Soldiers carried bread to the school.');
    const versions = [dam, { ...later, version: dam.version }];
    await loadOrBuildIndexes(versions, cache);
    const [first, second] = await loadOrBuildIndexes(versions, cache);
    expect(reports.map(({ source }) => source)).toEqual(['built', 'built', 'disk', 'disk']);
    expect(first && findFacts(first, 'bread').answers).toEqual([]);
    expect(second && findFacts(second, 'carried bread').answers[0]?.fact.id).toBe('d10');
  });

  it.each([
    ['damaged', (bytes: Buffer) => bytes.with(bytes.length - 100, (bytes.at(-100) ?? 0) ^ 1)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['of another story', () => serialize(buildStoryTables(indexInput(story({ facts: [] }))), 'other')],
  ])('is built again, with a reason, when the file is %s', async (kind, spoil) => {
    const { cache, reports } = newCache(`spoilt-${kind}`);
    await open([dam], cache);
    const [file = ''] = await readdir(cache.folder);
    const path = join(cache.folder, file);
    await writeFile(path, spoil(await readFile(path)));
    expect(answersOf(await open([dam], cache))).toEqual(answersOf(index));
    expect(reports[1]?.problem).toContain('so it was replaced');
    await open([dam], cache);
    expect(reports[2]).toMatchObject({ source: 'disk', problem: null });
  });

  it('leaves files that it did not write', async () => {
    const { cache } = newCache('shared');
    await open([dam], cache);
    const others = ['dam.notes.txt', `other.${'0'.repeat(32)}.index`, `dam.${'0'.repeat(32)}.index.1.draft`];
    for (const name of others) await writeFile(join(cache.folder, name), 'theirs');
    await open([withSays('d10', 'Soldiers carried bread.')], cache);
    expect(await readdir(cache.folder)).toEqual(expect.arrayContaining(others));
  });

  it('removes the draft of a process that ended while it wrote', async () => {
    const { cache } = newCache('draft');
    await open([dam], cache);
    const draft = join(cache.folder, `dam.${'0'.repeat(32)}.index.1.draft`);
    await writeFile(draft, 'half');
    await utimes(draft, 0, 0);
    await open([dam], cache);
    expect(await readdir(cache.folder)).toHaveLength(1);
  });

  it('is done without, with a reason, where the folder cannot be written', async () => {
    const { cache, reports } = newCache('a-file');
    await writeFile(cache.folder, '');
    expect(answersOf(await open([dam], cache))).toEqual(answersOf(index));
    expect(reports[0]?.problem).toContain('could not be written');
    expect(answersOf(await open([dam], null))).toEqual(answersOf(index));
  });

  it('of a large story is built in a thread of its own', async () => {
    const facts = Array.from({ length: 2000 }, (_, at) =>
      fact({ id: `f${at}`, says: `Report number n${at} on the river.` }),
    );
    const large = await open([story({ facts })], null);
    expect(findFacts(large, 'report n1321').answers[0]?.fact.id).toBe('f1321');
  });
});

describe('the key of an index', () => {
  const search = join(import.meta.dirname, '../../../src/search');

  it.each(['story-search.ts', 'analysis/glossary.txt', 'analysis/numbers/vocabulary.ts', 'engine/bm25f.ts'])(
    'changes with %s',
    async (file) => {
      const copy = join(folder, `search-${file.replaceAll('/', '-')}`);
      await cp(search, copy, { recursive: true });
      // The control: the same files elsewhere have the same key.
      expect(hashCode(copy)).toBe(hashCode(search));
      await appendFile(join(copy, file), ' ');
      expect(hashCode(copy)).not.toBe(hashCode(search));
    },
  );

  it('changes with the packages and the code', () => {
    expect(hashCode(search, ['stemmer'])).not.toBe(hashCode(search));
    const docs = indexInput(dam);
    expect(cacheKey(docs, 'one')).not.toBe(cacheKey(docs, 'other'));
  });

  it('knows every package that the search imports', async () => {
    const files = (await readdir(search, { recursive: true })).filter((file) => file.endsWith('.ts'));
    const texts = await Promise.all(files.map((file) => readFile(join(search, file), 'utf8')));
    const imported = texts.flatMap((text) => [...text.matchAll(/^(?:import|export) .*?from '([^'.][^']*)';/gm)]);
    const packages = new Set(imported.map(([, name = '']) => name).filter((name) => !name.startsWith('node:')));
    expect([...packages].toSorted()).toEqual(PACKAGES);
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
