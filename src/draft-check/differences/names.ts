import type { Comparison, Difference } from './comparison.ts';
import { isOtherLanguage } from '../../search/analysis/glossary.ts';
import { personNameDifferences, spellingDifferences } from './misspelt-names.ts';
import { titleDifferences, unknownOfficeHolder } from '../reading/titles.ts';
import { swappedNames } from './swapped-names.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}
const meets = (a: Stretch, list: readonly Stretch[]) => list.some((b) => a.start < b.end && b.start < a.end);

/** Wrong titles for known people, and wrong names for known titles. */
function titleFaults({ reading, base }: Comparison): Difference[] {
  const proof = (who: string) => {
    const fact = base.roleFacts(who)[0]?.id;
    return fact === undefined ? {} : { fact };
  };
  return reading.roles.flatMap((role): Difference[] => {
    const stranger = unknownOfficeHolder(reading.text, role, base);
    const faults = titleDifferences(role, base).map(({ kind, draft, base: is, who }) => ({
      kind,
      draft,
      base: is,
      ...proof(who),
    }));
    return stranger
      ? [...faults, { kind: 'name', draft: stranger.draft, base: stranger.base, ...proof(stranger.who) }]
      : faults;
  });
}

/** Wrong titles, wrong first names, misspellings and swapped names. */
export function nameDifferences(all: Comparison): Difference[] {
  const { reading, places, matches, base } = all;
  const people = personNameDifferences(reading.text, base);
  const foreign = isOtherLanguage(reading.text);
  const spelling = foreign ? [] : spellingDifferences(reading.text, base).filter((fault) => !meets(fault, people));
  const faults = [...people, ...spelling].map(({ draft, base: is }): Difference => ({ kind: 'name', draft, base: is }));
  const taken = [...reading.quotes, ...people, ...reading.dates, ...reading.speech, ...reading.counts, ...places];
  const hidden = (start: number) => meets({ start, end: start + 1 }, taken);
  const swaps = (foreign ? [] : matches)
    .slice(0, 2)
    .flatMap((match) =>
      swappedNames(reading, match, base, hidden).map((swap): Difference => ({ ...swap, fact: match.entry.fact.id })),
    );
  return [...titleFaults(all), ...faults, ...swaps];
}
