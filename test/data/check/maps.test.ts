import { describe, expect, it } from 'vitest';
import { checkStory } from '../../../src/data/check.ts';
import { inflict, type Damage } from '../damage.ts';
import { filesOf, SMALL_STORY } from '../small-story.ts';

const before = 'shelf_life: {state: 7, figure: 2}\n';

const DAMAGES: readonly Damage[] = [
  {
    name: 'a country that the borders do not have',
    in: 'story.yml',
    from: before,
    to: `${before}map: {disputed: {‸Kosovo / Sebia: dashed}}\n`,
    says: "The borders have no country called 'Sebia'.",
    cure: "Did you mean 'Serbia'?",
  },
  {
    name: 'another name for a country that there is not',
    in: 'story.yml',
    from: before,
    to: `${before}map: {names: {‸Ruritania: Ruritanien}}\n`,
    says: "The borders have no country called 'Ruritania'.",
    cure: 'The names are those of src/data/borders/countries.json.',
  },
  {
    name: 'official languages of a place that the story does not have',
    in: 'story.yml',
    from: before,
    to: `${before}map: {official: {‸port-silan: [pt]}}\n`,
    says: "There is no place 'port-silan' in this story.",
    cure: "Did you mean 'port-sillan'?",
  },
  {
    name: 'a border of one country',
    in: 'story.yml',
    from: before,
    to: `${before}map: {disputed: {‸Kosovo: dashed}}\n`,
    says: "'Kosovo' cannot be the name of a field here.",
    cure: 'Write two countries with a slash between them: Kosovo / Serbia.',
  },
  {
    name: 'a way of drawing that there is not',
    in: 'story.yml',
    from: before,
    to: `${before}map: {disputed: {Kosovo / Serbia: ‸dotted}}\n`,
    says: "'Kosovo / Serbia' cannot be 'dotted'.",
  },
];

describe('the settings of the maps', () => {
  it('pass where the places and the countries are known', () => {
    const map =
      'map:\n  official: {sillan-bay: [pt]}\n  disputed: {Kosovo / Serbia: dashed}\n  names: {Czechia: Czech Republic}\n';
    const checked = checkStory(filesOf({ ...SMALL_STORY, 'story.yml': `${SMALL_STORY['story.yml'] ?? ''}${map}` }));
    expect('story' in checked && checked.story.map).toEqual({
      official: { 'sillan-bay': ['pt'] },
      disputed: { 'Kosovo / Serbia': 'dashed' },
      names: { Czechia: 'Czech Republic' },
    });
  });

  it.each(DAMAGES.map((damage) => [damage.name, damage] as const))(
    'are refused at their own place: %s',
    (_, damage) => {
      const { problems, expected } = inflict(damage);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject(expected);
    },
  );
});
