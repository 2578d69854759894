import type { FactMatch } from '../matching/match-score.ts';
import type { Comparison, Difference } from './comparison.ts';
import { placeDifferences } from './place.ts';
import { nameDifferences } from './names.ts';
import { certaintyDifferences, countDifferences, dateDifferences, speakerDifferences } from './count-date-speaker.ts';
import { negationDifferences, overtakenDifferences } from './negation.ts';

/** All differences of a sentence, and the facts it is finally compared with. */
export function findDifferences(all: Comparison): { findings: Difference[]; kept: readonly FactMatch[] } {
  const place = placeDifferences(all);
  const kept = [...new Set([...all.matches.filter((match) => !place.other.has(match)), ...place.more])];
  // A retracted fact only warns: a draft is never judged by it.
  const rest: Comparison = { ...all, matches: kept.filter(({ entry }) => entry.fact.status !== 'retracted') };
  const words = all.wordings.flatMap(({ outcome, quotation, printed, fact }): Difference[] =>
    outcome === 'changed' && fact ? [{ kind: 'words', draft: quotation.words, base: printed, fact: fact.id }] : [],
  );
  const findings = [
    ...words,
    ...countDifferences(rest),
    ...dateDifferences(rest),
    ...place.findings,
    ...speakerDifferences(rest),
    ...certaintyDifferences({ ...all, matches: kept }),
    ...negationDifferences(rest),
    ...overtakenDifferences(rest),
    ...nameDifferences(rest),
  ];
  return { findings, kept };
}
