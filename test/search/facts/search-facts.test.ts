import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStory } from '../../../src/data/load.ts';
import {
  buildIndex,
  createSentenceVectors,
  factsInText,
  findByRole,
  findingByMeaning,
  searchFacts,
  type StoryIndex,
} from '../../../src/search/story-search.ts';

/** A story without search words. Its `held` sets are not read here. */
const FOLDER = join(import.meta.dirname, '../../fixtures/invented/pension-fund-trial');
const sentences = createSentenceVectors(null);
let index: StoryIndex;
let wordsOnly: StoryIndex;
beforeAll(async () => {
  const checked = await loadStory(FOLDER);
  if (!('story' in checked)) throw new Error('The story of the trial does not pass the check.');
  wordsOnly = buildIndex(checked.story);
  index = findingByMeaning(sentences)(wordsOnly);
});
afterAll(() => sentences.close());

const nearest = async (question: string): Promise<readonly string[]> =>
  (await searchFacts(index, question)).nearest.map(({ fact }) => fact.id);

describe('a question in words of its own', () => {
  const question = 'how did the cash get out of britain and where did it end up';

  it('is met by meaning where its words are in no fact', async () => {
    const { answers, nearest: near } = await searchFacts(index, question);
    expect([...answers, ...near][0]?.fact.says).toMatch(/^The money moved through/);
    const words = await searchFacts(wordsOnly, question);
    expect([...words.answers, ...words.nearest]).toEqual([]);
  });

  it('gets the same answer again', async () => {
    expect(await nearest(question)).toEqual(await nearest(question));
  });

  it.each(['helicopter', 'which casinos did he gamble in', 'did the bishop testify', 'zzzz'])(
    'has no fact called an answer where there is none: %s',
    async (absent) => {
      const { answers, nearest: near, related } = await searchFacts(index, absent);
      expect([answers, near, related]).toEqual([[], [], []]);
    },
  );

  it('is decided by words and names where these do, without the encoder', async () => {
    const { answers, byMeaning } = await searchFacts(index, 'cash in the wine fridge');
    expect(answers[0]?.fact.says).toMatch(/wine fridge/);
    expect(byMeaning).toBe(false);
  });
});

describe('a question for what no fact holds', () => {
  it('says what is lacking, and shows what is near', async () => {
    const { answers, lacks, related } = await searchFacts(index, 'how old is the judge');
    expect(answers).toEqual([]);
    if (lacks !== null) expect(related.length).toBeGreaterThan(0);
  });

  it('is answered where a fact holds it', async () => {
    const { answers, lacks } = await searchFacts(index, 'how much cash was in the wine fridge');
    expect(lacks).toBeNull();
    expect(answers[0]?.fact.says).toMatch(/£83,000/);
  });
});

describe('a role in other words', () => {
  it.each([
    ['ex-CEO of Fenwick', 'alistair-penhallow'],
    ['prosecution barrister', 'nadia-okonjo-reyes'],
  ])('"%s" is met', async (typed, id) => {
    expect((await findByRole(index, typed)).map(({ entity }) => entity.id)).toEqual([id]);
  });

  it.each(['foreign minister', 'CEO of Larkwell', 'deputy judge', 'astronaut'])(
    '"%s" is nobody here',
    async (typed) => {
      expect(await findByRole(index, typed)).toEqual([]);
    },
  );
});

describe('a whole post', () => {
  const CLAIM = 'The money went through Larkspur Holdings, a company in Cyprus, to an account in Luxembourg.';

  it.each([
    ['alone', CLAIM],
    ['behind a handle and a link', `@newsguy https://example.org/a #trial ${CLAIM} Share this!`],
    ['at the end of a long text', `${'Nobody tells you this, so read to the end. '.repeat(40)}${CLAIM}`],
  ])('repeats a fact that it tells %s', async (_, text) => {
    expect((await factsInText(index, text))[0]?.says).toMatch(/^The money moved through/);
  });

  it.each(['', '@someone #tag https://example.org', 'The weather in Lisbon is fine today.'])(
    'repeats nothing that it does not tell: "%s"',
    async (text) => {
      expect(await factsInText(index, text)).toEqual([]);
    },
  );
});
