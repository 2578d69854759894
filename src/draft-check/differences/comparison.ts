import type { FactMatch } from '../matching/match-score.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import { compareCount, namesOutlet, onlyOneDenies } from '../matching/compare-fields.ts';
import type { DifferenceDetail, DifferenceKind } from '../model/note.ts';
import type { PlaceMention } from '../reading/places.ts';
import { clauseAt, type ParsedSentence } from '../reading/read-sentence.ts';
import type { QuotationMatch } from '../matching/compare-quotation.ts';

/** A difference between a sentence and the base. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly detail?: DifferenceDetail;
  readonly draft: string;
  readonly base: string;
  readonly fact?: string;
}

/** A sentence and everything it is compared with. */
export interface Comparison {
  readonly reading: ParsedSentence;
  readonly places: readonly PlaceMention[];
  readonly matches: readonly FactMatch[];
  /** All compared facts, including those only related. */
  readonly measured: readonly FactMatch[];
  readonly wordings: readonly QuotationMatch[];
  readonly base: CheckerIndex;
}

/** Facts to compare a part with: those of its clause, or all if it has none. */
export function factsForClause(start: number, { reading, matches }: Comparison): readonly FactMatch[] {
  const clause = clauseAt(reading, start);
  const own = matches.filter(({ saidIn }) => saidIn.has(clause));
  return own.length > 0 ? own : matches;
}

/** Facts that contradict, replace or are replaced by the main ones: agreement with them is disputed or old, not wrong. */
export function relatedFacts({ matches, measured, reading, base }: Comparison): FactMatch[] {
  const ids = matches.map(({ entry }) => entry.fact.id);
  const related = ({ fact }: FactMatch['entry']) =>
    fact.contradicts.some((id) => ids.includes(id)) ||
    fact.supersedes.some((id) => ids.includes(id)) ||
    matches.some(({ entry }) => entry.fact.supersedes.includes(fact.id));
  // "The ministry has 31, the doctors 37": a dispute with both sides.
  const agrees = (entry: FactMatch['entry']) => reading.counts.some((count) => compareCount(count, entry) === 'agrees');
  const givesBoth = (fact: FactMatch['entry']['fact']) => {
    const other = measured.find(({ entry }) => entry.fact === fact);
    return other !== undefined && agrees(other.entry) && matches.some(({ entry }) => agrees(entry));
  };
  const spoken = ({ fact }: FactMatch['entry']) =>
    fact.contradicts.length === 0 ||
    namesOutlet(reading.text, fact, base) ||
    givesBoth(fact) ||
    (fact.said_by !== undefined &&
      reading.names.some(({ ids: named }) => named.includes(fact.said_by ?? '')) &&
      base.story.facts.has(fact.id));
  return measured.filter(
    ({ entry, matchedItems: items }) => related(entry) && spoken(entry) && !onlyOneDenies([...items], entry),
  );
}
