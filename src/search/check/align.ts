import type { Fact } from '../../data/fact.ts';
import type { Base, Entry } from './base.ts';
import { compareCount, compareSpeaker, deniedAlone } from './compare.ts';
import { compareDay } from './days.ts';
import { comparePlace, type Place } from './places.ts';
import { clauseAt, type Item, type Reading } from './reading.ts';

/** A fact that a sentence speaks of. */
export interface Match {
  readonly entry: Entry;
  readonly score: number;
  /** Share of what the clauses say that the fact holds, and of the fact that the sentence says. */
  readonly ofDraft: number;
  readonly ofFact: number;
  /** The clauses in which the sentence speaks of it. */
  readonly home: ReadonlySet<number>;
  readonly items: ReadonlySet<Item>;
  /** How many words other than names the two share. */
  readonly shared: number;
  /** What besides the words points to this fact: a number, a day, a name, a speaker that agree. */
  readonly evidence: number;
}

/** How well a fact holds a word of the draft: in its sentence, its snippet, the words for asking. */
const IN_SAYS = 1;
const IN_SNIPPET = 0.9;
const IN_ASKS = 0.75;

function hold(concept: string, { core, near, asks }: Entry): number {
  if (core.has(concept)) return IN_SAYS;
  if (near.has(concept)) return IN_SNIPPET;
  return asks.has(concept) ? IN_ASKS : 0;
}

function holdItem(item: Item, entry: Entry, base: Base): number {
  const { name, term } = item;
  if (!name) return hold(term.concept, entry);
  const direct =
    name.kind === 'who'
      ? name.ids.some((id) => entry.ids.has(id))
      : name.ids.some((id) => entry.fact.where.some((where) => base.near(where).has(id)));
  if (direct) return IN_SAYS;
  const held = item.words.map((concept) => hold(concept, entry));
  return held.length > 0 && held.every((value) => value > 0) ? Math.min(...held) * 0.9 : 0;
}

/** Words that say little of what they stand beside: "intends to", "wants to". */
const LIGHT = new Set(['intend', 'make', 'becom', 'call', 'happen', 'begin', 'seem', 'continu']);

const weightOf = ({ name, term }: Item, base: Base) =>
  name
    ? Math.max(...name.ids.map((id) => base.weight(`@${id}`)))
    : base.weight(term.concept) * (LIGHT.has(term.concept) ? 0.3 : 1);

const LOOKED_AT = 30;
const COMMON = 3000;

/** Indexes of the facts that share most with the items, best first. */
export function candidates(items: readonly Item[], base: Base): number[] {
  const scores = new Map<number, number>();
  const add = (key: string) => {
    const list = base.postings.get(key);
    if (!list || list.length > COMMON) return;
    const weight = base.weight(key);
    for (const at of list) scores.set(at, (scores.get(at) ?? 0) + weight);
  };
  const keys = new Set<string>();
  for (const { name, term } of items) {
    if (name) for (const id of name.ids) keys.add(`@${id}`);
    keys.add(term.concept);
  }
  for (const key of keys) add(key);
  return [...scores]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, LOOKED_AT)
    .map(([at]) => at);
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

function measure(entry: Entry, reading: Reading, places: readonly Place[], base: Base): Match {
  const { items } = reading;
  const clauses = new Map<number, { all: number; held: number; own: boolean; spoken: boolean }>();
  const held = new Set<Item>();
  const words = new Set<string>();
  let names = 0;
  for (const item of items) {
    const weight = weightOf(item, base);
    const strength = holdItem(item, entry, base);
    const clause = clauses.get(item.clause) ?? { all: 0, held: 0, own: false, spoken: false };
    clauses.set(item.clause, {
      all: clause.all + (item.aside && strength === 0 ? 0 : weight),
      held: clause.held + weight * strength,
      own: clause.own || !item.aside,
      spoken: clause.spoken || (!item.aside && strength > 0),
    });
    if (strength === 0) continue;
    held.add(item);
    // "masked men", "evacuees": a group by a common word is a word as well as a name.
    const common = item.name?.kind === 'who' && /^\p{Ll}/u.test(item.name.form);
    if ((!item.name || common) && !LIGHT.has(item.term.concept)) words.add(item.term.concept);
    if (item.name?.kind === 'who' && item.name.ids.length === 1) names += 1;
  }
  const most = Math.max(0, ...[...clauses.values()].map((clause) => clause.held));
  const home = new Set(
    [...clauses]
      .filter(
        ([, clause]) =>
          clause.held > 0 && (clause.spoken || !clause.own) && (clause.held >= clause.all / 2 || clause.held === most),
      )
      .map(([at]) => at),
  );
  const [all, found] = [...clauses]
    .filter(([at]) => home.has(at))
    .reduce(([a, b], [, clause]) => [a + clause.all, b + clause.held], [0, 0]);
  const ofDraft = all === 0 ? 0 : found / all;
  const heldConcepts = new Set([...held].flatMap(({ words: own }) => own));
  const core = [...entry.core.keys()];
  const ofFact =
    core.length === 0
      ? 0
      : sum(core.map((concept) => (heldConcepts.has(concept) ? base.weight(concept) : 0))) /
        sum(core.map((concept) => base.weight(concept)));

  const unit = Math.log(1 + base.facts.length);
  let bonus = 0;
  let evidence = Math.min(names, 1);
  const at = (start: number) => home.has(clauseAt(reading, start)) || !clauses.has(clauseAt(reading, start));
  for (const count of reading.counts) {
    const outcome = at(count.start) ? compareCount(count, entry) : null;
    bonus += outcome === 'agrees' ? 0.5 : outcome === 'differs' ? -0.2 : 0;
    if (outcome === 'agrees') evidence += 1;
  }
  for (const date of reading.dates) {
    const outcome = at(date.start) ? compareDay(reading.text, date, entry) : null;
    bonus += outcome === 'agrees' ? 0.3 : outcome === 'differs' ? -0.2 : 0;
    if (outcome === 'agrees' && entry.fact.when_said !== undefined) evidence += 1;
  }
  // A shared name ("town hall") agrees with every place that bears it, and so shows nothing.
  const here = places.flatMap((place) => {
    const outcome = at(place.start) ? comparePlace(place, entry, base) : null;
    return outcome === 'agrees' && place.ids.length !== 1 ? [] : [outcome];
  });
  if (here.includes('agrees')) {
    bonus += 0.2;
    evidence += 0.5;
  }
  if (!here.includes('agrees') && here.includes('differs')) bonus -= 0.5;
  // "the mayors of Zvečan and Mitrovica": the place that is right shows which fact is meant.
  if (here.includes('agrees') && here.includes('differs')) evidence += 1;
  if (
    deniedAlone(
      [...held].filter(({ clause }) => home.has(clause)),
      entry,
    )
  )
    bonus -= 0.2;
  for (const speech of reading.speech) {
    const outcome = compareSpeaker(speech, entry, base);
    bonus += outcome === 'agrees' ? 0.4 : outcome === 'differs' ? -0.1 : 0;
    if (outcome === 'agrees' && entry.fact.said_by !== undefined) evidence += 1;
  }
  const score = found * (0.4 + 0.6 * ofDraft) * (0.5 + 0.5 * ofFact) + bonus * unit;
  return { entry, score, ofDraft, ofFact, home, items: held, shared: words.size, evidence };
}

/** Whether a fact is what the sentence speaks of, and not merely near. */
function speaksOf({ shared, ofDraft, ofFact, evidence, entry }: Match): boolean {
  if (shared === 0 && evidence >= 2.5 && ofDraft >= 0.5 && ofFact >= 0.5) return true;
  if (shared === 0 && !(entry.fact.kind === 'role' && ofDraft > 0.6 && evidence >= 1)) return false;
  if (ofDraft >= 0.5 && ofFact >= 0.45) return true;
  if (ofFact >= 0.8 && ofDraft >= 0.35) return true;
  if (ofDraft >= 0.9 && ofFact >= 0.1 && evidence >= 1) return true;
  if (ofDraft >= 0.7 && ofFact >= 0.2 && (evidence > 0 || (shared >= 2 && ofFact >= 0.25))) return true;
  return evidence >= 2 && ofDraft >= 0.4 && (ofFact >= 0.3 || (ofDraft >= 0.55 && ofFact >= 0.1));
}

/** Of two facts that replace each other, the one that says the contrary of the sentence is the less likely to be meant. */
function lessIfOvertaken(match: Match, all: readonly Match[], base: Base): Match {
  const { fact } = match.entry;
  const denied = deniedAlone([...match.items], match.entry);
  if (!denied) return match;
  const kin = all.some(
    ({ entry }) =>
      (entry.fact.supersedes.includes(fact.id) || fact.supersedes.includes(entry.fact.id)) &&
      entry.core.get(denied.term.concept)?.some((term) => term.denied === denied.term.denied),
  );
  return kin ? { ...match, score: match.score - 0.4 * Math.log(1 + base.facts.length) } : match;
}

/** The facts that a sentence speaks of, best first: each adds clauses or words that those before it leave open. */
export function align(
  reading: Reading,
  places: readonly Place[],
  quoted: readonly Fact[],
  base: Base,
): { matches: Match[]; measured: Match[] } {
  const own = new Set(quoted.map((fact) => base.facts.indexOf(fact)));
  const found = candidates(reading.items, base).filter((at) => !own.has(at));
  const measured = found
    .map((at) => measure(base.entry(at), reading, places, base))
    .map((match, _, all) => lessIfOvertaken(match, all, base))
    .toSorted((a, b) => b.score - a.score);
  const everywhere = new Set([...reading.clauses, 0]);
  const matches: Match[] = [...own].map((at) => ({
    ...measure(base.entry(at), reading, places, base),
    home: everywhere,
    evidence: 2,
  }));
  const covered = new Set(matches.flatMap(({ items }) => [...items]));
  for (const match of measured) {
    if (!speaksOf(match)) continue;
    // A title or a place by the way, or a word for asking alone, makes no second fact of the sentence.
    const open = [...match.items].filter((item) => !covered.has(item));
    const told = open.some((item) => !item.aside && holdItem(item, match.entry, base) > IN_ASKS);
    const fresh = matches.length === 0 || told ? open : [];
    const weight = sum(fresh.map((item) => weightOf(item, base)));
    const whole = sum([...match.items].map((item) => weightOf(item, base)));
    // What a better fact also says is no reason to bring in a worse one.
    for (const item of match.items) covered.add(item);
    if (matches.length > 0 && weight < whole * (match.ofFact >= 0.5 ? 0.15 : 0.4)) continue;
    matches.push(match);
    if (matches.length >= 4) break;
  }
  return { matches, measured };
}
