import countries from '../borders/countries.json' with { type: 'json' };
import { problemIn, type UncheckedStory } from '../files/unchecked-story.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Problem } from '../model/problem.ts';
import { find, type Field } from '../yaml/tree.ts';

/**
 * Map settings must name places of the story and countries of the borders. A misspelt country would go unnoticed, and its
 * border would be drawn as undisputed.
 */
export function* maps({ head, tables }: UncheckedStory): Iterable<Problem> {
  if (head === null) return;
  const fields = (name: string): readonly (readonly [string, Field])[] => {
    const node = find(head.node, ['map', name]);
    return node?.is === 'fields' ? [...node.fields] : [];
  };
  for (const [place, field] of fields('official')) {
    if (!tables.where.complete || tables.where.byId.has(place)) continue;
    const known = tables.where.byId.keys();
    const cure = didYouMean(place, known, 'Write the id of an entry of where.yml, or add the place there.');
    yield problemIn(head, field, `There is no place '${place}' in this story.`, cure);
  }
  const named = fields('names').map(([country, field]) => ({ country, field }));
  const pairs = fields('disputed').flatMap(([pair, field]) =>
    pair.split(' / ').map((country) => ({ country: country.trim(), field })),
  );
  for (const { country, field } of [...named, ...pairs]) {
    if (countries.includes(country)) continue;
    const cure = didYouMean(country, countries, 'The names are those of src/data/borders/countries.json.');
    yield problemIn(head, field, `The borders have no country called '${country}'.`, cure);
  }
}
