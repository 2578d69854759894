import type { Fact, Story } from '../../src/data/model/fact.ts';
import { randomness } from './plant-errors.ts';

const SYLLABLES = 'ba be do ka ke lo ma mi na no pa ra ri sa se ta te vo za ze'.split(' ');
const VERBS = 'closed opened guarded attacked inspected repaired visited flooded blocked evacuated'.split(' ');
const THINGS = 'bridges schools clinics trucks boats roads gates wells farms towers'.split(' ');

/** A story of many facts, made of invented names: for measuring, not for reading. The same seed gives the same story. */
export function largeStory(size: number, seed: number): Story {
  const random = randomness(seed);
  const any = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  };
  const name = () => {
    const word = Array.from({ length: 3 }, () => any(SYLLABLES)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const who = Array.from({ length: size / 10 }, (_, i) => ({
    id: `w${i}`,
    type: 'person' as const,
    name: `${name()} ${name()}`,
    names: {},
    weak: [],
    unnamed: false,
  }));
  const where = Array.from({ length: size / 50 }, (_, i) => ({ id: `p${i}`, name: name(), names: {}, weak: [] }));
  const facts = Array.from({ length: size }, (_, i): Fact => {
    const [person, place, count, thing, verb] = [
      any(who),
      any(where),
      2 + Math.floor(random() * 90),
      any(THINGS),
      any(VERBS),
    ];
    const says = `${person.name} ${verb} ${count} ${thing} in ${place.name}.`;
    return {
      id: `f${i}`,
      kind: 'event',
      says,
      status: 'reported',
      who: [person.id],
      where: [place.id],
      when: `2031-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      when_said: 'on that day',
      when_how: 'stated',
      figure: { value: String(count), unit: 'pieces', counts: `${thing} ${verb}`, about: false },
      contradicts: [],
      supersedes: [],
      corrected: [],
      asks: [],
      citations: [{ source: 's1', quote: says, start: 0, end: says.length, line: i + 1 }],
      version: '1',
    };
  });
  const source = {
    id: 's1',
    outlet: null,
    title: null,
    url: null,
    sha256: null,
    published: '2031-10-01',
    published_how: 'stated' as const,
    retrieved: null,
    language: 'en',
    translated_from: null,
    origin: null,
    licence: null,
    embargo: null,
    body: facts.map(({ says }) => says).join('\n'),
  };
  const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  return {
    id: 'large',
    version: '1',
    title: 'Large',
    line: 'Many facts.',
    timezone: 'UTC',
    language: 'en',
    shelf_life: {},
    sources: byId([source]),
    who: byId(who),
    where: byId(where),
    facts: byId(facts),
    questions: new Map(),
  };
}
