import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadStories } from '../../src/data/load.ts';
import type { Story } from '../../src/data/model/fact.ts';

const ROOT = join(import.meta.dirname, '..', 'fixtures', 'invented');
const SLUGS = ['oruva-fever', 'pension-fund-trial', 'storm-ottilie', 'winger-transfer'];

/** What was done to a draft. */
const KINDS = [
  'true paraphrase',
  'true quote',
  'number',
  'unit/currency',
  'bound',
  'date/weekday/time',
  'name',
  'place',
  'speaker',
  'polarity',
  'direction/contrary verb',
  'stage/tense',
  'superlative/only/first',
  'identifier',
  'attribution',
  'beyond the base',
  'partly beyond',
] as const;

const factIds = z.array(z.string()).min(1);
const head = { id: z.string(), story: z.string(), now: z.iso.datetime({ offset: true }) };
const questionLine = z.strictObject({
  ...head,
  class: z.enum(['paraphrase', 'role', 'name', 'date', 'figure', 'none', 'lacking']),
  command: z.enum(['who', 'where', 'what', 'when', 'timeline', 'quote', 'figure', 'search']),
  query: z.string().min(1),
  expect: z.union([
    z.strictObject({ first: factIds, shown: factIds.optional() }),
    z.strictObject({ shown: factIds }),
    z.strictObject({ who: z.string() }),
    z.strictObject({ nothing: z.literal(true) }),
  ]),
});
const draftLine = z
  .strictObject({
    ...head,
    kind: z.enum(KINDS),
    text: z.string().min(1),
    expect: z.enum(['agrees', 'agrees in part', 'differs', 'not in the base']),
    part: z.string().min(1).optional(),
  })
  .refine(
    ({ expect, part }) => (expect === 'agrees') === (part === undefined),
    'Only a draft that agrees has no part.',
  );

type QuestionLine = z.output<typeof questionLine>;

const SETS = [
  { name: 'fit-questions', schema: questionLine, lines: 30 },
  { name: 'held-questions', schema: questionLine, lines: 50 },
  { name: 'fit-drafts', schema: draftLine, lines: 30 },
  { name: 'held-drafts', schema: draftLine, lines: 40 },
] as const;

async function linesOf(slug: string, set: string): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, slug, 'sets', `${set}.jsonl`), 'utf8');
  return text.trimEnd().split('\n');
}

async function questionsOf(slug: string, set: string): Promise<readonly QuestionLine[]> {
  return (await linesOf(slug, set)).map((line) => questionLine.parse(JSON.parse(line)));
}

/** The facts, people and bodies that a question expects. */
function expected({ expect: wanted }: QuestionLine): { facts: readonly string[]; who: readonly string[] } {
  return {
    facts: [...('first' in wanted ? wanted.first : []), ...('shown' in wanted ? (wanted.shown ?? []) : [])],
    who: 'who' in wanted ? [wanted.who] : [],
  };
}

const unknownIn = (story: Story, question: QuestionLine) => [
  ...expected(question).facts.filter((id) => !story.facts.has(id)),
  ...expected(question).who.filter((id) => !story.who.has(id)),
];

const { stories, refusals } = await loadStories(ROOT);

test('the invented stories pass the check, and no fact has search words of its own', () => {
  expect(refusals).toEqual([]);
  expect([...stories.keys()]).toEqual(SLUGS);
  for (const story of stories.values()) {
    expect([...story.facts.values()].filter(({ asks }) => asks.length > 0)).toEqual([]);
  }
});

describe.each(SLUGS)('%s', (slug) => {
  test.each(SETS)('every line of $name has its form', async ({ name, schema, lines }) => {
    const read = (await linesOf(slug, name)).map((line) => schema.parse(JSON.parse(line)));
    expect(read).toHaveLength(lines);
    expect(read.filter(({ story }) => story !== slug)).toEqual([]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(lines);
  });

  test.each(['fit-questions', 'held-questions'])('%s expects only what is in the story', async (set) => {
    const story = stories.get(slug);
    if (!story) throw new Error(`${slug} was not loaded.`);
    const questions = await questionsOf(slug, set);
    expect(questions.flatMap((question) => unknownIn(story, question))).toEqual([]);
    const [first] = questions;
    if (!first) throw new Error(`${set} of ${slug} is empty.`);
    // The control: an id of no fact and one of nobody are found.
    expect(unknownIn(story, { ...first, expect: { first: ['f999'] } })).toEqual(['f999']);
    expect(unknownIn(story, { ...first, expect: { who: 'nobody' } })).toEqual(['nobody']);
  });

  test('the held questions ask for other facts and people than the fit ones', async () => {
    const [fit, held] = await Promise.all(['fit-questions', 'held-questions'].map((set) => questionsOf(slug, set)));
    const targets = (questions: readonly QuestionLine[] = []) =>
      new Set(questions.flatMap((question) => Object.values(expected(question)).flat()));
    expect([...targets(fit).intersection(targets(held))]).toEqual([]);
  });
});
