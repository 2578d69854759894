import type { FactMatch } from '../matching/match-score.ts';
import { onlyOneDenies } from '../matching/compare-fields.ts';
import { factsForClause, type Comparison, type Difference } from './comparison.ts';
import { comparePlace, isOppositeSide, type PlaceMention } from '../reading/places.ts';
import { entityNames } from '../model/entity-names.ts';

/** Tells whether a fact matches so well that another place is an error and not another event. */
function isSure(match: FactMatch, { measured }: Comparison): boolean {
  const { evidence, draftShare, factShare, shared } = match;
  if (evidence > 0) return true;
  const places = match.entry.fact.where;
  // Barbed wire around two town halls: a third is another thing, not an error about one of them.
  const twin = measured.some(
    (other) =>
      other !== match &&
      other.shared >= 2 &&
      other.shared >= shared * 0.6 &&
      other.score >= match.score / 3 &&
      other.draftShare >= 0.6 &&
      !other.entry.fact.where.some((id) => places.includes(id)) &&
      other.entry.fact.where.length > 0,
  );
  return !twin && draftShare >= 0.8 && factShare >= 0.55 && shared >= 2;
}

const placeFault = ({ said }: PlaceMention, { entry }: FactMatch, { base }: Comparison): Difference => ({
  kind: 'place',
  draft: said,
  base: entityNames(entry.fact.where, base),
  fact: entry.fact.id,
});

/** Differing places; facts about other places, which are dropped; and facts that the place adds. */
export function placeDifferences(all: Comparison): {
  findings: Difference[];
  other: Set<FactMatch>;
  more: Set<FactMatch>;
} {
  const other = new Set<FactMatch>();
  const more = new Set<FactMatch>();
  const findings = all.places.flatMap((place): Difference[] => {
    const charged = factsForClause(place.start, all);
    const straight = charged.filter(({ entry, matchedItems: items }) => !onlyOneDenies([...items], entry));
    const held = straight.length > 0 ? straight : charged;
    const outcomes = held.map((match) => ({ match, outcome: comparePlace(place, match.entry, all.base) }));
    if (outcomes.some(({ outcome }) => outcome === 'agrees')) return [];
    const alike = (match: FactMatch) =>
      held.some(({ shared, draftShare }) => match.shared >= shared && match.draftShare >= draftShare * 0.8);
    const twin = all.measured.find((match) => alike(match) && comparePlace(place, match.entry, all.base) === 'agrees');
    if (twin) {
      more.add(twin);
      return [];
    }
    const wrong = outcomes.filter(({ outcome }) => outcome === 'differs').map(({ match }) => match);
    const sure = wrong.find((match) => isSure(match, all) || isOppositeSide(place, match.entry, all.base));
    const over = sure
      ? undefined
      : all.measured.find(
          (match) => match.factShare >= 0.5 && match.shared > 0 && isOppositeSide(place, match.entry, all.base),
        );
    if (over) return [placeFault(place, over, all)];
    if (!sure) {
      for (const match of wrong) other.add(match);
      return [];
    }
    return [placeFault(place, sure, all)];
  });
  return { findings, other, more };
}
