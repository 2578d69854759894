import type { Match } from '../matching/match-score.ts';
import { deniedAlone } from '../matching/compare-fields.ts';
import { inCharge, type Compared, type Finding } from './comparison.ts';
import { comparePlace, isAcross, type Place } from '../reading/places.ts';
import { sayIds } from '../model/entity-names.ts';

/** Whether a fact is so surely meant that another place in it is an error and not another event. */
function isSure(match: Match, { measured }: Compared): boolean {
  const { evidence, ofDraft, ofFact, shared } = match;
  if (evidence > 0) return true;
  const places = match.entry.fact.where;
  // Barbed wire around two town halls: a third one is another thing, not an error about one of the two.
  const twin = measured.some(
    (other) =>
      other !== match &&
      other.shared >= 2 &&
      other.shared >= shared * 0.6 &&
      other.score >= match.score * 0.4 &&
      other.ofDraft >= 0.6 &&
      !other.entry.fact.where.some((id) => places.includes(id)) &&
      other.entry.fact.where.length > 0,
  );
  return !twin && ofDraft >= 0.8 && ofFact >= 0.55 && shared >= 2;
}

const placeFault = ({ said }: Place, { entry }: Match, { base }: Compared): Finding => ({
  kind: 'place',
  draft: said,
  base: sayIds(entry.fact.where, base),
  fact: entry.fact.id,
});

/** Places that differ; the facts that are about another place and so not meant at all; those that the place brings in. */
export function placeFaults(all: Compared): { findings: Finding[]; other: Set<Match>; more: Set<Match> } {
  const other = new Set<Match>();
  const more = new Set<Match>();
  const findings = all.places.flatMap((place): Finding[] => {
    const charged = inCharge(place.start, all);
    const straight = charged.filter(({ entry, items }) => !deniedAlone([...items], entry));
    const held = straight.length > 0 ? straight : charged;
    const outcomes = held.map((match) => ({ match, outcome: comparePlace(place, match.entry, all.base) }));
    if (outcomes.some(({ outcome }) => outcome === 'agrees')) return [];
    const alike = (match: Match) =>
      held.some(({ shared, ofDraft }) => match.shared >= shared && match.ofDraft >= ofDraft * 0.8);
    const twin = all.measured.find((match) => alike(match) && comparePlace(place, match.entry, all.base) === 'agrees');
    if (twin) {
      more.add(twin);
      return [];
    }
    const wrong = outcomes.filter(({ outcome }) => outcome === 'differs').map(({ match }) => match);
    const sure = wrong.find((match) => isSure(match, all) || isAcross(place, match.entry, all.base));
    const over = sure
      ? undefined
      : all.measured.find((match) => match.ofFact >= 0.5 && match.shared > 0 && isAcross(place, match.entry, all.base));
    if (over) return [placeFault(place, over, all)];
    if (!sure) {
      for (const match of wrong) other.add(match);
      return [];
    }
    return [placeFault(place, sure, all)];
  });
  return { findings, other, more };
}
