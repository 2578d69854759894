import type { FactMatch } from '../matching/match-score.ts';
import { onlyOneDenies } from '../matching/compare-fields.ts';
import { relatedFacts, type Comparison, type Difference } from './comparison.ts';
import { compareDay } from '../matching/compare-dates.ts';
import type { SentenceItem } from '../reading/read-sentence.ts';

/** Tells whether a sentence is about the present. */
const isPresent = (text: string): boolean =>
  /\b(?:is|are|remains?|stays?|still)\b/iu.test(text) && !/\b(?:had|until|previously|formerly)\b/iu.test(text);

const agreesOnDay = ({ text, dates }: Comparison['reading'], { entry }: FactMatch) =>
  dates.some((date) => compareDay(text, date, entry) === 'agrees');

const saysAlike = ({ entry }: FactMatch, { term }: SentenceItem) =>
  entry.core.get(term.concept)?.some(({ denied }) => denied === term.denied) === true;

/** Sentences that deny what a fact says, or say what it denies. */
export function negationDifferences(all: Comparison): Difference[] {
  const { reading, matches, wordings } = all;
  const verbatim = new Set(wordings.flatMap(({ fact }) => fact?.id ?? []));
  const related = relatedFacts(all);
  return matches.flatMap((match): Difference[] => {
    const { entry, matchedItems: items, saidIn, draftShare } = match;
    const denied = onlyOneDenies(
      [...items].filter(({ clause }) => saidIn.has(clause)),
      entry,
    );
    if (!denied || verbatim.has(entry.fact.id)) return [];
    // Of two facts that replace each other, the older is still true of its time.
    const older = related.some((other) => other.draftShare >= draftShare * 0.8 && saysAlike(other, denied));
    if (older && !isPresent(reading.text) && !agreesOnDay(reading, match)) return [];
    return [{ kind: 'negation', draft: reading.text, base: entry.fact.says, fact: entry.fact.id }];
  });
}

/** A past state reported as current, without attribution, contradicts the newer fact. */
export function overtakenDifferences({ reading, matches, measured }: Comparison): Difference[] {
  if (reading.speech.length > 0) return [];
  return matches.flatMap(({ entry, matchedItems: items }): Difference[] => {
    const newer = measured.find((other) => other.entry.fact.supersedes.includes(entry.fact.id));
    if (!newer || !onlyOneDenies([...items], newer.entry)) return [];
    const old = reading.dates.some((date) => date.from?.toString() === entry.when?.from);
    const now = isPresent(reading.text) || agreesOnDay(reading, newer);
    return old || !now
      ? []
      : [{ kind: 'negation', draft: reading.text, base: newer.entry.fact.says, fact: newer.entry.fact.id }];
  });
}
