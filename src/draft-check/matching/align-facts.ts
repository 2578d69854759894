import type { Fact } from '../../data/model/fact.ts';
import { synonymsOf } from '../terms/contraries.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import { onlyOneDenies } from './compare-fields.ts';
import { matchItem, IN_KEYWORDS, scoreMatch, itemWeight, type FactMatch } from './match-score.ts';
import type { PlaceMention } from '../reading/places.ts';
import type { SentenceItem, ParsedSentence } from '../reading/read-sentence.ts';

const LOOKED_AT = 24;
const COMMON = 3000;

/** Indexes of the facts that share most with the items, best first. */
export function candidateFacts(items: readonly SentenceItem[], base: CheckerIndex): number[] {
  const keys = new Set(
    items.flatMap(({ name, term }) =>
      name ? [...name.ids.map((id) => `@${id}`), term.concept] : [term.concept, ...synonymsOf(term.key)],
    ),
  );
  const scores = new Float64Array(base.facts.length);
  const touched: number[] = [];
  for (const key of keys) {
    const list = base.postings.get(key);
    if (!list || list.length > COMMON) continue;
    const weight = base.weight(key);
    for (const at of list) {
      if (scores[at] === 0) touched.push(at);
      scores[at] = (scores[at] ?? 0) + weight;
    }
  }
  // Keeps a rising floor: sorting thousands of facts for thirty took half the time of a long draft.
  let best: number[] = [];
  const ahead = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  let floor = 0;
  for (const at of touched) {
    if ((scores[at] ?? 0) <= floor) continue;
    best.push(at);
    if (best.length < 4 * LOOKED_AT) continue;
    best = best.toSorted(ahead).slice(0, LOOKED_AT);
    floor = scores[best[LOOKED_AT - 1] ?? 0] ?? 0;
  }
  return best.toSorted(ahead).slice(0, LOOKED_AT);
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

/** Tells whether the sentence reports a fact and is not merely related to it. */
function speaksOf({ shared, draftShare, factShare, evidence, entry, counted }: FactMatch, lost: boolean): boolean {
  if (lost && (shared < 3 || draftShare < 0.6)) return false;
  const figure = counted && entry.fact.kind === 'figure';
  if (figure && (draftShare >= 0.85 || evidence >= 2 || (evidence >= 1.5 && factShare >= 0.8 && draftShare >= 0.5)))
    return true;
  if (shared === 0 && evidence >= 2.5 && draftShare >= 0.5 && factShare >= 0.3) return true;
  if (shared === 0 && !(entry.fact.kind === 'role' && draftShare > 0.6 && evidence >= 1)) return false;
  if (draftShare >= 0.5 && factShare >= 0.45) return true;
  if (factShare >= 0.8 && draftShare >= 0.35) return true;
  if (draftShare >= 0.9 && factShare >= 0.1 && evidence >= 1) return true;
  if (draftShare >= 0.7 && factShare >= 0.2 && (evidence > 0 || (shared >= 2 && factShare >= 0.25))) return true;
  return evidence >= 2 && draftShare >= 0.35 && (factShare >= 0.3 || (draftShare >= 0.55 && factShare >= 0.1));
}

/** Of two facts that replace each other, the one that contradicts the sentence ranks lower. */
function lessIfOvertaken(match: FactMatch, all: readonly FactMatch[], base: CheckerIndex): FactMatch {
  const { fact } = match.entry;
  const denied = onlyOneDenies([...match.matchedItems], match.entry);
  if (!denied) return match;
  const kin = all.some(
    ({ entry }) =>
      (entry.fact.supersedes.includes(fact.id) || fact.supersedes.includes(entry.fact.id)) &&
      entry.core.get(denied.term.concept)?.some((term) => term.denied === denied.term.denied),
  );
  return kin ? { ...match, score: match.score - 0.4 * Math.log(1 + base.facts.length) } : match;
}

/** Facts that a sentence reports, best first: each adds clauses or words that earlier ones leave open. */
export function alignFacts(
  reading: ParsedSentence,
  places: readonly PlaceMention[],
  quoted: readonly Fact[],
  base: CheckerIndex,
): { matches: FactMatch[]; measured: FactMatch[] } {
  const own = new Set(quoted.map((fact) => base.facts.indexOf(fact)));
  const found = candidateFacts(reading.items, base).filter((at) => !own.has(at));
  const measured = found
    .map((at) => scoreMatch(base.entry(at), reading, places, base))
    .map((match, _, all) => lessIfOvertaken(match, all, base))
    .toSorted((a, b) => b.score - a.score);
  const everywhere = new Set([...reading.clauses, 0]);
  const matches: FactMatch[] = [...own].map((at) => ({
    ...scoreMatch(base.entry(at), reading, places, base),
    home: everywhere,
    evidence: 2,
  }));
  const covered = new Set(matches.flatMap(({ matchedItems: items }) => [...items]));
  // A verb that no fact has makes the sentence about something else; a verb that another fact has does not.
  const best = Math.max(0, ...measured.map(({ score }) => score));
  const isLost = (item: SentenceItem) =>
    !measured.some(({ matchedItems: items, score }) => items.has(item) && score >= best * 0.4);
  for (const match of measured) {
    if (!speaksOf(match, match.lost.some(isLost)) || (matches.length > 0 && match.score < best * 0.2)) continue;
    // An incidental title or place, or a keyword alone, adds no second fact.
    const open = [...match.matchedItems].filter((item) => !covered.has(item));
    const told = open.some((item) => !item.aside && matchItem(item, match.entry, base) > IN_KEYWORDS);
    const fresh = matches.length === 0 || told ? open : [];
    const weight = sum(fresh.map((item) => itemWeight(item, base)));
    const whole = sum([...match.matchedItems].map((item) => itemWeight(item, base)));
    // Words that a better fact covers do not justify a worse one.
    for (const item of match.matchedItems) if (matchItem(item, match.entry, base) > IN_KEYWORDS) covered.add(item);
    if (matches.length > 0 && weight < whole * (match.factShare >= 0.5 ? 0.15 : 0.4)) continue;
    matches.push(match);
    if (matches.length >= 4) break;
  }
  return { matches, measured };
}
