import type { Match } from '../matching/match-score.ts';
import type { Compared, Finding } from './comparison.ts';
import { placeFaults } from './place.ts';
import { namingFaults } from './names.ts';
import { certaintyFaults, countFaults, dayFaults, speakerFaults } from './count-date-speaker.ts';
import { negationFaults, overtakenFaults } from './negation.ts';

/** Everything in which a sentence differs, and the facts that it is held against after all. */
export function faultsOf(all: Compared): { findings: Finding[]; kept: readonly Match[] } {
  const place = placeFaults(all);
  const kept = [...new Set([...all.matches.filter((match) => !place.other.has(match)), ...place.more])];
  // A retracted fact is never what a draft is measured by; it only warns.
  const rest: Compared = { ...all, matches: kept.filter(({ entry }) => entry.fact.status !== 'retracted') };
  const words = all.wordings.flatMap(({ outcome, quotation, printed, fact }): Finding[] =>
    outcome === 'changed' && fact ? [{ kind: 'words', draft: quotation.words, base: printed, fact: fact.id }] : [],
  );
  const findings = [
    ...words,
    ...countFaults(rest),
    ...dayFaults(rest),
    ...place.findings,
    ...speakerFaults(rest),
    ...certaintyFaults({ ...all, matches: kept }),
    ...negationFaults(rest),
    ...overtakenFaults(rest),
    ...namingFaults(rest),
  ];
  return { findings, kept };
}
