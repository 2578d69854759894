import type { Fact, Story } from '../../src/data/model/fact.ts';
import { enclosingPlaces } from '../../src/data/queries/fact-relations.ts';
import { findNumbers } from '../../src/search/analysis/numbers/read-numbers.ts';
import { makeNameFinder } from '../../src/draft-check/terms/name-finder.ts';
import { randomness } from './plant-errors.ts';

/** A fact that was changed so that its citation does not support it any more. */
export interface Damage {
  readonly kind: 'number' | 'day' | 'speaker' | 'place';
  readonly fact: Fact;
  readonly was: string;
  readonly is: string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Every way in which a fact can be damaged, one of each kind, by the seed. */
export function damages(story: Story, seed: number): Damage[] {
  const random = randomness(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const names = makeNameFinder(story);
  const swap = (text: string, start: number, end: number, is: string) => text.slice(0, start) + is + text.slice(end);
  return [...story.facts.values()].flatMap((fact): Damage[] => {
    if (fact.status === 'retracted') return [];
    const made: Damage[] = [];
    const add = (kind: Damage['kind'], change: Partial<Fact>, was: string, is: string) =>
      made.push({ kind, fact: { ...fact, ...change }, was, is });
    const number = pick(
      findNumbers(fact.says).filter(({ printed }) => /\d{2}/.test(printed) && !/\b20\d\d\b/.test(printed)),
    );
    const digits = number && /\d+/.exec(number.printed)?.[0];
    if (number && digits) {
      const reversed = [...digits].toReversed().join('');
      const wrong =
        reversed === digits || reversed.startsWith('0') ? String(Number(digits) + 10 ** (digits.length - 1)) : reversed;
      const at = number.start + number.printed.indexOf(digits);
      add('number', { says: swap(fact.says, at, at + digits.length, wrong) }, digits, wrong);
    }
    const weekday = WEEKDAYS.find((day) => fact.says.includes(day));
    if (weekday) {
      const wrong = pick(WEEKDAYS.filter((day) => day !== weekday)) ?? '';
      add('day', { says: fact.says.replace(weekday, wrong) }, weekday, wrong);
    }
    const isDay = /^\d{4}-\d\d-\d\d$/.test(fact.when ?? '');
    // A day that no word of the source gives cannot be refuted by it.
    if (isDay && fact.when !== undefined && /day\b|\d/.test(fact.when_said ?? '')) {
      const wrong = Temporal.PlainDate.from(fact.when)
        .add({ days: 1 + Math.floor(random() * 5) })
        .toString();
      add('day', { when: wrong }, fact.when, wrong);
    }
    if (fact.said_by !== undefined) {
      const own = fact.said_by;
      const of = (id: string) => story.who.get(id)?.role?.of;
      const cited = fact.citations.map(({ quote }) => quote).join('\n');
      const others = [...story.who.keys()].filter(
        (id) =>
          id !== own &&
          of(own) !== id &&
          of(id) !== own &&
          !fact.who.includes(id) &&
          !names.find(cited).some(({ ids }) => ids.includes(id)),
      );
      const wrong = pick(others);
      // The snippet must say who speaks, or nothing in it can be contradicted.
      const shows = names.find(cited).some(({ ids }) => ids.includes(own));
      if (wrong !== undefined && shows) add('speaker', { said_by: wrong }, own, wrong);
    }
    const place = pick(names.find(fact.says).filter(({ kind, weak }) => kind === 'where' && !weak));
    const around = (id: string) => enclosingPlaces(story.where.get(id) ?? { id, name: id, names: {}, weak: [] }, story);
    // What happened in the town happened in its country too.
    const near = new Set(
      [...fact.where, ...(place?.ids ?? [])].flatMap((id) => [id, ...around(id).map((outer) => outer.id)]),
    );
    const other = pick(
      [...story.where.values()].filter(
        ({ id, in: outer }) =>
          place !== undefined && !place.ids.includes(id) && !near.has(id) && !place.ids.includes(outer ?? ''),
      ),
    );
    if (place && other)
      add('place', { says: swap(fact.says, place.start, place.end, other.name) }, place.form, other.name);
    return made;
  });
}

/** The story with one fact in place of another. */
export const withFact = (story: Story, fact: Fact): Story => ({
  ...story,
  facts: new Map(story.facts).set(fact.id, fact),
});
