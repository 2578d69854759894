import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/data/model/fact.ts';
import { buildCard, factSection } from '../../../src/reply/cards/answer.ts';
import { withAgeNotes } from '../../../src/reply/cards/time-notes.ts';
import { fact, story } from '../../search/dam-story.ts';

const looked = (on: string): Story => ({
  ...story({ facts: [fact({ id: 'f1', says: 'The dam holds.', checked: { on, by: 'desk' } })] }),
  shelf_life: { event: 2 },
});

const STORIES = [looked('2031-03-10'), looked('2031-03-12')] as const;
const DAYS = ['2031-03-13', '2031-03-14', '2031-03-15', '2031-03-13'] as const;

/** The last line under the fact, for each story, day and language in turn. */
function lastLines(shown: typeof withAgeNotes): string[] {
  return STORIES.flatMap((one) =>
    DAYS.flatMap((day) =>
      (['en', 'de'] as const).map((language) => {
        const answer = buildCard(one, language, {
          title: ['The dam'],
          sections: factSection(null, [...one.facts.values()], one, language),
        });
        const { lines = [] } = shown(answer, one, day, language).sections[0]?.blocks[0] ?? {};
        return JSON.stringify(lines.at(-1)?.words);
      }),
    ),
  );
}

describe('the age of a fact, which is kept with its block', () => {
  it('is that of the day, the story and the language in which it is asked', () => {
    const days = lastLines(withAgeNotes).map((line) => /\b[345]\b/.exec(line)?.[0] ?? 'fresh');
    // Each day in English and in German.
    const [one, other] = ['3 3 4 4 5 5 3 3', 'fresh fresh fresh fresh 3 3 fresh fresh'];
    expect(days.join(' ')).toBe(`${one} ${other}`);
    const [english, german] = lastLines(withAgeNotes);
    expect(english).not.toBe(german);
  });

  it('would be told of another day if the story alone were asked for what is kept (the control)', () => {
    const byStory = new Map<Story, ReturnType<typeof withAgeNotes>>();
    const forgetful: typeof withAgeNotes = (answer, one, day, language) => {
      const before = byStory.get(one) ?? withAgeNotes(answer, one, day, language);
      byStory.set(one, before);
      return before;
    };
    expect(lastLines(forgetful)).not.toEqual(lastLines(withAgeNotes));
  });
});
