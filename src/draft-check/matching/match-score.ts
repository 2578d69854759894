import type { CheckerIndex, FactEntry } from '../model/checker-index.ts';
import { compareCount, compareSpeaker, onlyOneDenies } from './compare-fields.ts';
import { compareDay } from './compare-dates.ts';
import type { Outcome } from '../model/note.ts';
import { areContraries, synonymsOf } from '../terms/contraries.ts';
import { comparePlace, type PlaceMention } from '../reading/places.ts';
import { clauseAt, type SentenceItem, type ParsedSentence } from '../reading/read-sentence.ts';

/** A fact that a sentence reports. */
export interface FactMatch {
  readonly entry: FactEntry;
  readonly score: number;
  /** Share of the clauses that the fact contains, and of the fact that the sentence contains. */
  readonly draftShare: number;
  readonly factShare: number;
  /** The clauses that report it. */
  readonly saidIn: ReadonlySet<number>;
  readonly matchedItems: ReadonlySet<SentenceItem>;
  /** Number of shared words, names excluded. */
  readonly shared: number;
  /** The sentence counts what the fact counts. */
  readonly counted: boolean;
  /** Actions in the sentence that the fact lacks: "was killed". */
  readonly lost: readonly SentenceItem[];
  /** Evidence besides words: a number, a day, a name, a speaker that agree. */
  readonly evidence: number;
}

/** Weights of a word of the draft in the fact's sentence, snippet or keywords. */
const IN_SAYS = 1;
const IN_SNIPPET = 0.9;
export const IN_KEYWORDS = 0.75;
const BY_SYNONYM = 0.8;
const BY_CONTRARY = 0.6;

function hold(concept: string, key: string, { core, near, asks }: FactEntry): number {
  if (core.has(concept)) return IN_SAYS;
  if (near.has(concept)) return IN_SNIPPET;
  if (asks.has(concept)) return IN_KEYWORDS;
  for (const synonym of synonymsOf(key)) if (core.has(synonym)) return BY_SYNONYM;
  // "rose" for what fell: the same topic, reported differently.
  for (const other of core.keys()) if (areContraries(concept, other)) return BY_CONTRARY;
  return 0;
}

export function matchItem(item: SentenceItem, entry: FactEntry, base: CheckerIndex): number {
  const { name, term } = item;
  if (!name) return hold(term.concept, term.key, entry);
  const direct =
    name.kind === 'who'
      ? name.ids.some((id) => entry.ids.has(id))
      : name.ids.some((id) => entry.fact.where.some((where) => base.near(where).has(id)));
  if (direct) return IN_SAYS;
  const held = item.words.map((concept) => hold(concept, concept, entry));
  return held.length > 0 && held.every((value) => value > 0) ? Math.min(...held) * 0.9 : 0;
}

/** Light verbs say little about what follows: "intends to", "wants to". */
const LIGHT = new Set(['intend', 'make', 'becom', 'call', 'happen', 'begin', 'seem', 'continu']);

export const itemWeight = ({ name, term }: SentenceItem, base: CheckerIndex) =>
  name
    ? Math.max(...name.ids.map((id) => base.weight(`@${id}`)))
    : base.weight(term.concept) * (LIGHT.has(term.concept) ? 0.3 : 1);

interface Clause {
  all: number;
  held: number;
  own: boolean;
  spoken: boolean;
}

type Words = Pick<FactMatch, 'draftShare' | 'factShare' | 'saidIn' | 'matchedItems' | 'shared' | 'lost'> & {
  readonly found: number;
  readonly names: number;
  readonly clauses: ReadonlyMap<number, Clause>;
};

/** The words of a sentence that a fact contains. */
function heldWords(entry: FactEntry, { items }: ParsedSentence, base: CheckerIndex): Words {
  const clauses = new Map<number, Clause>();
  const held = new Set<SentenceItem>();
  const words = new Set<string>();
  const concepts = new Set<string>();
  let names = 0;
  let most = 0;
  for (const item of items) {
    const weight = itemWeight(item, base);
    const strength = matchItem(item, entry, base);
    const clause = clauses.get(item.clause) ?? { all: 0, held: 0, own: false, spoken: false };
    clauses.set(item.clause, clause);
    if (!item.aside || strength > 0) clause.all += weight;
    clause.held += weight * strength;
    clause.own ||= !item.aside;
    clause.spoken ||= !item.aside && strength > 0;
    most = Math.max(most, clause.held);
    if (strength === 0) continue;
    held.add(item);
    for (const concept of item.words) concepts.add(concept);
    // "masked men", "evacuees": a common noun for a group counts as a word and a name.
    const common = item.name?.kind === 'who' && /^\p{Ll}/u.test(item.name.form);
    if ((!item.name || common) && !LIGHT.has(item.term.concept)) words.add(item.term.concept);
    if (item.name?.kind === 'who' && item.name.ids.length === 1) names += 1;
  }
  const home = new Set<number>();
  let [all, found] = [0, 0];
  for (const [at, clause] of clauses) {
    if (clause.held === 0 || (clause.own && !clause.spoken)) continue;
    if (clause.held < clause.all / 2 && clause.held < most) continue;
    home.add(at);
    all += clause.all;
    found += clause.held;
  }
  let [whole, part] = [0, 0];
  for (const concept of entry.own) {
    const weight = base.weight(concept);
    whole += weight;
    if (concepts.has(concept)) part += weight;
  }
  // "ripped and torn": the fact may have only the second participle.
  const next = (item: SentenceItem) => items[items.indexOf(item) + 1];
  const lost = items.filter((item) => {
    const behind = next(item);
    return (
      item.done &&
      !held.has(item) &&
      home.has(item.clause) &&
      !(behind && behind.term.start - item.term.end <= 5 && held.has(behind))
    );
  });
  const [ofDraft, ofFact] = [all === 0 ? 0 : found / all, whole === 0 ? 0 : part / whole];
  return {
    draftShare: ofDraft,
    factShare: ofFact,
    saidIn: home,
    matchedItems: held,
    shared: words.size,
    lost,
    found,
    names,
    clauses,
  };
}

/** Scores a fact against a sentence: words, then numbers, days, places and speakers. */
export function scoreMatch(
  entry: FactEntry,
  reading: ParsedSentence,
  places: readonly PlaceMention[],
  base: CheckerIndex,
): FactMatch {
  const words = heldWords(entry, reading, base);
  const { saidIn, matchedItems: items, clauses, found, names, draftShare, factShare } = words;
  let bonus = 0;
  let evidence = Math.min(names, 1);
  const weigh = (outcome: Outcome, agrees: number, differs: number, proves: boolean) => {
    bonus += outcome === 'agrees' ? agrees : outcome === 'differs' ? -differs : 0;
    if (outcome === 'agrees' && proves) evidence += 1;
  };
  const at = (start: number) => {
    const clause = clauseAt(reading, start);
    return saidIn.has(clause) || !clauses.has(clause);
  };
  let counted = false;
  for (const count of reading.counts) {
    const outcome = at(count.start) ? compareCount(count, entry) : null;
    counted ||= outcome !== null;
    weigh(outcome, 0.5, 0.2, true);
  }
  for (const date of reading.dates) {
    if (at(date.start)) weigh(compareDay(reading.text, date, entry), 0.3, 0.2, entry.fact.when_said !== undefined);
  }
  for (const speech of reading.speech)
    weigh(compareSpeaker(speech, entry, base), 0.4, 0.1, entry.fact.said_by !== undefined);
  // A shared name ("town hall") agrees with all its places, so it is no evidence.
  const set = places
    .filter(({ start }) => at(start))
    .map((place) => ({ place, outcome: comparePlace(place, entry, base) }));
  const there = set.some(({ place, outcome }) => outcome === 'agrees' && place.ids.length === 1);
  const away = set.some(({ outcome }) => outcome === 'differs');
  bonus += there ? 0.2 : away ? -0.5 : 0;
  // "the mayors of Zvečan and Mitrovica": the matching place shows which fact is meant.
  evidence += there ? (away ? 1.5 : 0.5) : 0;
  if (
    onlyOneDenies(
      [...items].filter(({ clause }) => saidIn.has(clause)),
      entry,
    )
  )
    bonus -= 0.2;
  const score = found * (0.4 + 0.6 * draftShare) * (0.5 + 0.5 * factShare) + bonus * Math.log(1 + base.facts.length);
  return {
    entry,
    score,
    draftShare: draftShare,
    factShare: factShare,
    saidIn: saidIn,
    matchedItems: items,
    shared: words.shared,
    lost: words.lost,
    counted,
    evidence,
  };
}
