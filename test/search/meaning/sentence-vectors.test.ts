import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { sentenceCosine } from '../../../src/search/meaning/load-encoder.ts';
import { createSentenceVectors, type SentenceVectors } from '../../../src/search/meaning/sentence-vectors.ts';

const COPS = 'The officers detained two men on Friday.';
const RAIN = 'It has rained in the valley for three days.';

const open = (folder: string | null): SentenceVectors => {
  const vectors = createSentenceVectors(folder);
  onTestFinished(() => vectors.close());
  return vectors;
};
const nearness = async (vectors: SentenceVectors, question: string): Promise<readonly number[]> => {
  const { question: asked, vectorOf } = await vectors.encode(question, [COPS, RAIN]);
  return [COPS, RAIN].map((text) => sentenceCosine(asked, vectorOf(text) ?? new Int8Array(512)));
};

const folder = mkdtempSync(join(tmpdir(), 'factdesk-vectors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'sentences.vectors');

describe('vectors of sentences', () => {
  it('are nearer to a question of like meaning, and the same each time', async () => {
    const vectors = open(null);
    const [cops = 0, rain = 0] = await nearness(vectors, 'who was arrested by the police');
    expect(cops).toBeGreaterThan(rain + 0.1);
    expect(await nearness(vectors, 'who was arrested by the police')).toEqual([cops, rain]);
  });

  it('are made of no letters too', async () => {
    const vectors = open(null);
    await vectors.prepare(['', ' ']);
    expect(await nearness(vectors, '')).toHaveLength(2);
  });

  it('are read from disk at the next start, and made again where the file is damaged', async () => {
    await open(folder).prepare([COPS, RAIN]);
    const saved = readFileSync(file);
    const first = await nearness(open(folder), 'police');
    // Nothing was new, so nothing is written.
    expect(readFileSync(file).equals(saved)).toBe(true);
    const damaged = Buffer.from(saved);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    writeFileSync(file, damaged);
    const again = open(folder);
    await again.prepare([COPS, RAIN]);
    expect(await nearness(again, 'police')).toEqual(first);
    expect(readFileSync(file).equals(saved)).toBe(true);
  });
});
