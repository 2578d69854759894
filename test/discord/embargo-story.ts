import { createHash } from 'node:crypto';
import { checkStory } from '../../src/data/check.ts';
import type { Story } from '../../src/data/model/fact.ts';
import { filesOf } from '../data/small-story.ts';
import { numbers } from '../numbers.ts';

interface PlannedSource {
  readonly id: string;
  /** A word that stands in its outlet and title, and nowhere else. */
  readonly word: string;
  readonly embargo: string | null;
}

interface PlannedFact {
  readonly id: string;
  readonly kind: 'event' | 'state' | 'figure' | 'position';
  /** A word that stands in its statement, its quote, its reasons and its search words, and nowhere else. */
  readonly word: string;
  readonly sources: readonly string[];
  readonly who: string;
  readonly where: string;
  readonly day: number;
  readonly supersedes: string | null;
  readonly fate: 'plain' | 'corrected' | 'retracted';
  readonly asked: boolean;
}

/** A made-up story as it was drawn, from which its files are written: whole, or without what may not be shown. */
export interface Plan {
  readonly sources: readonly PlannedSource[];
  readonly who: readonly { readonly id: string; readonly word: string }[];
  readonly where: readonly { readonly id: string; readonly word: string; readonly inside: string | null }[];
  readonly facts: readonly PlannedFact[];
}

const SYLLABLES = ['vo', 'ra', 'li', 'ne', 'ku', 'stra', 'bel', 'mor', 'fi', 'dun', 'hek', 'zo', 'pat', 'gri', 'lum'];
const EMBARGOES = ['2031-03-20T06:00:00.000Z', '2031-03-20T06:00:00.500Z', '2031-03-22T18:30:00+01:00'];

export function drawPlan(seed: number): Plan {
  const random = numbers(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const pick = <Value>(list: readonly Value[]): Value => list[whole(list.length)] ?? fail();
  const taken = new Set<string>();
  const word = (): string => {
    for (;;) {
      const made = Array.from({ length: 4 }, () => pick(SYLLABLES)).join('');
      if (taken.has(made)) continue;
      taken.add(made);
      return `${made.charAt(0).toUpperCase()}${made.slice(1)}`;
    }
  };
  const many = <Value>(count: number, make: (n: number) => Value): Value[] =>
    Array.from({ length: count }, (_, n) => make(n + 1));
  const sources = many(3 + whole(3), (n) => ({
    id: `s${n}`,
    word: word(),
    embargo: n > 1 && random() < 0.5 ? pick(EMBARGOES) : null,
  }));
  const who = many(3 + whole(4), (n) => ({ id: `person-${n}`, word: word() }));
  const where = many(3 + whole(3), (n) => ({
    id: `place-${n}`,
    word: word(),
    inside: n > 1 && random() < 0.4 ? `place-${1 + whole(n - 1)}` : null,
  }));
  const ids = many(8 + whole(10), (n) => `f${100 + n}`);
  const facts = ids.map((id, at): PlannedFact => {
    const first = pick(sources).id;
    const second = random() < 0.2 ? pick(sources).id : first;
    return {
      id,
      kind: pick(['event', 'event', 'state', 'figure', 'position'] as const),
      word: word(),
      sources: [...new Set([first, second])],
      who: pick(who).id,
      where: pick(where).id,
      day: 10 + whole(9),
      supersedes: at > 0 && random() < 0.15 ? (ids[whole(at)] ?? null) : null,
      fate: random() < 0.15 ? 'corrected' : random() < 0.1 ? 'retracted' : 'plain',
      asked: random() < 0.25,
    };
  });
  return { sources, who, where, facts };
}

/** What may not be shown at an instant, reckoned from the plan alone. */
export function heldAt(plan: Plan, now: Temporal.Instant) {
  const sources = new Set(
    plan.sources
      .filter(({ embargo }) => embargo !== null && Temporal.Instant.compare(embargo, now) > 0)
      .map(({ id }) => id),
  );
  const facts = new Set(plan.facts.filter((fact) => fact.sources.some((id) => sources.has(id))).map(({ id }) => id));
  const around = (id: string | null): string[] => {
    const place = plan.where.find((one) => one.id === id);
    return place === undefined ? [] : [place.id, ...around(place.inside)];
  };
  const namedBy = (wanted: (fact: PlannedFact) => boolean): Set<string> =>
    new Set(plan.facts.filter(wanted).flatMap(({ who, where }) => [who, ...around(where)]));
  const open = namedBy(({ id }) => !facts.has(id));
  const names = new Set([...namedBy(({ id }) => facts.has(id))].filter((id) => !open.has(id)));
  return { sources, facts, names };
}

/** Every word that would give away what is held. */
export function secretsAt(plan: Plan, now: Temporal.Instant): string[] {
  const held = heldAt(plan, now);
  return [
    ...plan.sources.filter(({ id }) => held.sources.has(id)),
    ...plan.facts.filter(({ id }) => held.facts.has(id)),
    ...[...plan.who, ...plan.where].filter(({ id }) => held.names.has(id)),
  ].map(({ word }) => word);
}

/** The story of the plan; with an instant, as if what is held then had never been written. */
export function storyOf(plan: Plan, without: Temporal.Instant | null = null): Story {
  const held =
    without === null
      ? { sources: new Set<string>(), facts: new Set<string>(), names: new Set<string>() }
      : heldAt(plan, without);
  const facts = plan.facts.filter(({ id }) => !held.facts.has(id));
  const sources = plan.sources.filter(({ id }) => !held.sources.has(id));
  const wordOf = (id: string): string => [...plan.who, ...plan.where].find((one) => one.id === id)?.word ?? fail();
  const quoteOf = ({ word, who, where, day }: PlannedFact): string =>
    `${word} was seen by ${wordOf(who)} near ${wordOf(where)} on ${day} March with 1${day} people.`;
  const textOf = (id: string): string =>
    `${plan.facts.flatMap((fact) => (fact.sources.includes(id) ? [quoteOf(fact)] : [])).join('\n')}\nThe end.\n`;
  const texts: Record<string, string> = {
    'story.yml':
      'title: The drill\nline: A drill that never was.\ntimezone: Europe/London\nlanguage: en\nshelf_life: {state: 2, figure: 2}\n',
    'sources.yml': sources
      .map(
        ({ id, word, embargo }) => `- id: ${id}
  channelApi: ${word} Post
  title: ${word} at dawn
  text: sources/${id}.txt
  sha256: ${createHash('sha256').update(textOf(id)).digest('hex')}
  published: 2031-03-19
  published_how: stated
  language: en
${embargo === null ? '' : `  embargo: ${embargo}\n`}`,
      )
      .join(''),
    'who.yml': plan.who
      .filter(({ id }) => !held.names.has(id))
      .map(({ id, word }) => `- id: ${id}\n  type: person\n  name: Ana ${word}\n`)
      .join(''),
    'where.yml': plan.where
      .map((one, at) => ({ ...one, at }))
      .filter(({ id }) => !held.names.has(id))
      .map(
        ({ id, word, inside, at }) =>
          `- id: ${id}\n  name: ${word} Bay\n  lat: ${50 + at}.5\n  lon: ${at}.25\n${inside === null ? '' : `  in: ${inside}\n`}`,
      )
      .join(''),
    'questions.yml': facts
      .filter(({ asked }) => asked)
      .map(({ id, word }) => `- id: q-${id}\n  asks: What became of ${word}?\n  facts: [${id}]\n  opened: 2031-03-19\n`)
      .join(''),
    'facts.yml': facts.map((fact) => yamlOf(fact, quoteOf(fact), held.facts)).join(''),
  };
  for (const { id } of sources) texts[`sources/${id}.txt`] = textOf(id);
  const checked = checkStory(filesOf(texts, 'drill'));
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems.slice(0, 3), null, 1));
  return checked.story;
}

function yamlOf(fact: PlannedFact, quote: string, held: ReadonlySet<string>): string {
  const { id, kind, word, who, where, day, supersedes, fate, sources } = fact;
  const old = supersedes === null || held.has(supersedes) ? '' : `  supersedes: [${supersedes}]\n`;
  const fates = {
    plain: '',
    corrected: `  corrected:\n    - {on: 2031-03-19, was: ${word} was not seen., because: ${word} was misread., by: K. Vale}\n`,
    retracted: `  because: ${word} was made up.\n`,
  };
  return `- id: ${id}
  kind: ${kind}
  says: ${word} was seen.
  status: ${fate === 'retracted' ? 'retracted' : 'reported'}
  who: [${who}]
  where: [${where}]
  where_how: stated
  when: 2031-03-${day}
  when_how: stated
  asks: [sighting of ${word}]
${kind === 'figure' ? `  figure: {value: '1${day}', unit: people, counts: people with ${word}}\n` : ''}${old}${fates[fate]}  cite:
${sources.map((source) => `    - source: ${source}\n      quote: |-\n        ${quote}\n`).join('')}`;
}

function fail(): never {
  throw new Error('There is nothing to draw from.');
}
