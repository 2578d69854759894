import { parseEdtf } from '../data/model/edtf.ts';
import type { Fact } from '../data/model/fact.ts';
import { findNumbers } from '../search/analysis/numbers/read-numbers.ts';
import { findDates } from '../search/analysis/dates/date-mentions.ts';
import { MONTHS, WEEKDAYS } from '../search/analysis/dates/vocabulary.ts';
import { countsIn, type CountMention } from './terms/counts.ts';
import type { CheckerIndex, FactEntry } from './model/checker-index.ts';
import { timesIn } from './reading/times.ts';
import { readEvidence } from './read-evidence.ts';
import { readTerms, type Term } from './terms/terms.ts';

const NO_DAY = Temporal.PlainDate.from('2000-01-01');

export function toFactEntry(fact: Fact, base: CheckerIndex): FactEntry {
  const { concepts, names } = base;
  const snippets = fact.citations.map(({ quote }) => quote).join('\n');
  const terms = readTerms(fact.says, concepts);
  const numbers = findNumbers(fact.says);
  const mayDate = terms.some(({ key }) => MONTHS.has(key) || WEEKDAYS.has(key) || /^\d/.test(key));
  const dates = mayDate ? findDates(fact.says, NO_DAY) : [];
  const isPart = (at: number) => [...numbers, ...dates].some(({ start, end }) => at >= start && at < end);
  const core = Map.groupBy(
    terms.filter(({ content, start }) => content && !isPart(start)),
    ({ concept }) => concept,
  );
  const contentOf = (text: string) =>
    readTerms(text, concepts).flatMap(({ content, concept }) => (content ? [concept] : []));
  const when = fact.when === undefined ? null : parseEdtf(fact.when);
  // Lazy: a draft touches thousands of entries and needs the numbers of few.
  const named = names.find(fact.says);
  const places = named.filter(({ kind }) => kind === 'where');
  const set = (at: number) => places.some(({ start, end }) => at >= start && at < end);
  const own = new Set([...core].flatMap(([concept, list]) => (list.every(({ start }) => set(start)) ? [] : [concept])));
  let counted: FactEntry['counts'] | undefined;
  let evidence: FactEntry['evidence'] | undefined;
  const ids = referencedIds(fact);
  return {
    fact,
    terms,
    core,
    own: own.size > 0 ? own : new Set(core.keys()),
    near: new Set(contentOf(snippets)),
    asks: new Set(contentOf(fact.asks.join('\n'))),
    ids,
    names: named,
    get counts() {
      counted ??= countsOf(fact, snippets, terms, { concepts });
      return counted;
    },
    get evidence() {
      return (evidence ??= readEvidence(fact, ids, base));
    },
    when: when === null || 'message' in when ? null : when,
    timed: `${fact.when_said ?? ''}\n${snippets}`,
  };
}

/** Dates and exact times: no counts. */
const timed = (text: string) => [...findDates(text, NO_DAY), ...timesIn(text).filter(({ exact }) => exact)];

/** The printed figure with what it counts, then every number of the sentence and snippets. */
function countsOf(
  fact: Fact,
  snippets: string,
  terms: readonly Term[],
  { concepts }: Pick<CheckerIndex, 'concepts'>,
): CountMention[] {
  const found: CountMention[] = [];
  if (fact.figure) {
    const { value, counts, unit } = fact.figure;
    const text = `${value} ${counts}`;
    found.push(...countsIn(text, readTerms(text, concepts), []).slice(0, 1));
    const [first] = found;
    // "3.5%" with the unit "per cent" is one amount; a unit such as "people" is also what is counted.
    if (first && first.unit === undefined) {
      const people = readTerms(unit, concepts).flatMap(({ content, concept }) => (content ? [concept] : []));
      found[0] = { ...first, run: [...first.run, ...people] };
    }
  }
  const says = countsIn(fact.says, terms, timed(fact.says));
  const quoted = countsIn(snippets, readTerms(snippets, concepts), timed(snippets));
  return [...found, ...says, ...quoted];
}

export const referencedIds = (fact: Fact): Set<string> =>
  new Set([
    ...fact.who,
    ...fact.where,
    ...(fact.said_by === undefined ? [] : [fact.said_by]),
    ...(fact.told === undefined ? [] : [fact.told]),
  ]);
