import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion, type Answer } from '../../scripts/questions.ts';
import { systemClock } from '../../src/clock.ts';
import { loadDesk } from '../../src/create-desk.ts';
import { faults, questionsOf, stretches, type Question } from './examiner.ts';

/**
 * Questions that were written from the article, without a look at the search or at the sets before, and then asked. Those of
 * the second (712) and the fourth (506) were parted by lot, with a seed: `fit` served to mend what was wrong, `held` to measure.
 * The third (480) and the fifth (320) were asked once to measure, and then served to mend; the sixth (220) was asked at the end. The bars are what was measured; DESIGN.md has the figures.
 */
const ROOT = join(import.meta.dirname, '../..');
const STORY = 'kosovo-mayors-2023';
const spans = stretches(readFileSync(join(ROOT, 'src/data/stories', STORY, 'sources/s1.txt'), 'utf8'));
const NOW = '2023-06-01T20:00:00+02:00';

const answers = new Map<string, Answer>();
beforeAll(async () => {
  const { desk } = await loadDesk({ STORIES_DIR: join(ROOT, 'src/data/stories') }, systemClock);
  for (const { id, command, query, now = NOW, options = {} } of questions) {
    answers.set(id, await answerQuestion({ id, command, query, now, options, story: STORY }, desk));
  }
}, 120_000);

const wrongIn = (question: Question): string[] => {
  const answer = answers.get(question.id);
  return answer === undefined ? ['has no answer'] : faults(question, answer, spans);
};
const isRight = (question: Question): boolean => wrongIn(question).length === 0;
const second = questionsOf('second');
const third = questionsOf('third');
const fourth = questionsOf('fourth');
const fifth = questionsOf('fifth');
const sixth = questionsOf('sixth');
const questions = [...second, ...third, ...fourth, ...fifth, ...sixth];
const of = (set: readonly Question[], nothing: boolean): Question[] =>
  set.filter((one) => one.level === 'core' && (one.expect.nothing === true) === nothing);
const half = (set: readonly Question[], split: Question['split']): Question[] =>
  set.filter((one) => one.split === split);

describe('questions that were written blindly', () => {
  it.each([
    // 253 before a claim without its speaker, S652, was called "agrees in part".
    ['second, fit', 'answered', false, 252, half(second, 'fit')],
    ['second, fit', 'refused', true, 86, half(second, 'fit')],
    ['second, held', 'answered', false, 244, half(second, 'held')],
    ['second, held', 'refused', true, 85, half(second, 'held')],
    ['third', 'answered', false, 240, third],
    ['third', 'refused', true, 103, third],
    ['fourth, fit', 'answered', false, 192, half(fourth, 'fit')],
    ['fourth, fit', 'refused', true, 83, half(fourth, 'fit')],
    ['fourth, held', 'answered', false, 74, half(fourth, 'held')],
    ['fourth, held', 'refused', true, 36, half(fourth, 'held')],
    ['fifth', 'answered', false, 186, fifth],
    ['fifth', 'refused', true, 111, fifth],
    ['sixth', 'answered', false, 153, sixth],
    ['sixth', 'refused', true, 45, sixth],
  ] as const)('%s: %s', (name, what, nothing, bar, set) => {
    const asked = of(set, nothing);
    const wrong = asked.filter((one) => !isRight(one));
    const told = wrong.map(
      (one) => `\n  ${one.id} /${one.command} ${one.query.slice(0, 60)}: ${wrongIn(one).join('; ')}`,
    );
    process.stdout.write(`${name}, ${what}: ${asked.length - wrong.length} of ${asked.length}${told.join('')}\n`);
    expect(asked.length - wrong.length).toBeGreaterThanOrEqual(bar);
  });

  it('are told "may answer this" where there is no answer in one of ten cases at the most', () => {
    const asked = of(questions, true);
    const unsure = asked.filter(({ id }) => answers.get(id)?.outcome === 'maybe');
    process.stdout.write(`may answer: ${unsure.length} of ${asked.length} without an answer\n`);
    expect(unsure.length / asked.length).toBeLessThan(0.1);
  });

  it('would notice who answers everything alike, or nothing', () => {
    const [kurti] = second.filter(({ query }) => query === 'kurti');
    const always = answers.get(kurti?.id ?? '');
    const never = answers.get(questions.find(({ expect: { nothing } }) => nothing === true)?.id ?? '');
    if (always === undefined || never === undefined) throw new Error('The set has lost its controls.');
    const share = (answer: Answer, nothing: boolean): number => {
      const asked = of(half(second, 'held'), nothing);
      return asked.filter((one) => faults(one, answer, spans).length === 0).length / asked.length;
    };
    expect(share(always, true)).toBe(0);
    expect(share(always, false)).toBeLessThan(0.2);
    expect(share(never, false)).toBeLessThan(0.2);
  });
});
