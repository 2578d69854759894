import type { Match } from '../matching/match-score.ts';
import { deniedAlone } from '../matching/compare-fields.ts';
import { kin, type Compared, type Finding } from './comparison.ts';
import { compareDay } from '../matching/compare-dates.ts';
import type { Item } from '../reading/read-sentence.ts';

/** The sentence speaks of how things stand. */
const isPresent = (text: string): boolean =>
  /\b(?:is|are|remains?|stays?|still)\b/iu.test(text) && !/\b(?:had|until|previously|formerly)\b/iu.test(text);

const agreesOnDay = ({ text, dates }: Compared['reading'], { entry }: Match) =>
  dates.some((date) => compareDay(text, date, entry) === 'agrees');

const saysAlike = ({ entry }: Match, { term }: Item) =>
  entry.core.get(term.concept)?.some(({ denied }) => denied === term.denied) === true;

/** Sentences that deny what a fact says, or say what it denies. */
export function negationFaults(all: Compared): Finding[] {
  const { reading, matches, wordings } = all;
  const verbatim = new Set(wordings.flatMap(({ fact }) => fact?.id ?? []));
  const related = kin(all);
  return matches.flatMap((match): Finding[] => {
    const { entry, items, home, ofDraft } = match;
    const denied = deniedAlone(
      [...items].filter(({ clause }) => home.has(clause)),
      entry,
    );
    if (!denied || verbatim.has(entry.fact.id)) return [];
    // Of two facts that replace each other, the older one is still true of its time.
    const older = related.some((other) => other.ofDraft >= ofDraft * 0.8 && saysAlike(other, denied));
    if (older && !isPresent(reading.text) && !agreesOnDay(reading, match)) return [];
    return [{ kind: 'negation', draft: reading.text, base: entry.fact.says, fact: entry.fact.id }];
  });
}

/** What was so and is no longer: said of now, and on nobody's word, it is the contrary of what holds. */
export function overtakenFaults({ reading, matches, measured }: Compared): Finding[] {
  if (reading.speech.length > 0) return [];
  return matches.flatMap(({ entry, items }): Finding[] => {
    const newer = measured.find((other) => other.entry.fact.supersedes.includes(entry.fact.id));
    if (!newer || !deniedAlone([...items], newer.entry)) return [];
    const old = reading.dates.some((date) => date.from?.toString() === entry.when?.from);
    const now = isPresent(reading.text) || agreesOnDay(reading, newer);
    return old || !now
      ? []
      : [{ kind: 'negation', draft: reading.text, base: newer.entry.fact.says, fact: newer.entry.fact.id }];
  });
}
