import type { Fact } from '../data/model/fact.ts';
import { alignFacts } from './matching/align-facts.ts';
import type { FactMatch } from './matching/match-score.ts';
import type { CheckerIndex } from './model/checker-index.ts';
import { relatedFacts, type Difference } from './differences/comparison.ts';
import { findDifferences } from './differences/find-differences.ts';
import type { DifferenceKind, Note } from './model/note.ts';
import { placesIn } from './reading/places.ts';
import { isLongQuotation, parseSentence, type ParsedSentence } from './reading/read-sentence.ts';
import { matchQuotations } from './matching/match-quotations.ts';
import type { Part } from './model/part.ts';
import { accountParts } from './parts/account-parts.ts';
import { missingAttribution, notesOn } from './remarks.ts';

export interface SentenceVerdict {
  readonly verdict:
    | 'agrees'
    | 'agrees in part'
    | 'differs'
    | 'attributed only'
    | 'not in the base'
    | 'nothing to check';
  /** In what it differs; empty unless the verdict is 'differs'. */
  readonly differs: readonly DifferenceKind[];
  /** Ids of the facts that it was held against, best first. */
  readonly facts: readonly string[];
  readonly notes: readonly Note[];
  /** What it says, part by part; empty where no fact speaks of it. */
  readonly parts: readonly Part[];
}

/** Something in it could be right or wrong: a name, a number, a date, a quotation. */
function isCheckable({ names, counts, dates, quotes, terms, roles }: ParsedSentence): boolean {
  const propers = terms.some(({ capital, content }, at) => capital && content && at > 0);
  return names.length + counts.length + dates.length + roles.length > 0 || quotes.some(isLongQuotation) || propers;
}

const noteOf = ({ kind, detail, draft, base, fact }: Difference): Note => ({
  kind,
  draft,
  base,
  ...(detail === undefined ? {} : { detail }),
  ...(fact === undefined ? {} : { fact }),
});

export function checkSentence(text: string, base: CheckerIndex, today: Temporal.PlainDate): SentenceVerdict {
  const reading = parseSentence(text, base, today);
  const except = [...reading.roles.flatMap(({ of }) => of ?? []), ...reading.speech];
  const places = placesIn(reading, base, except);
  const wordings = matchQuotations(reading, base);
  const quoted = wordings.flatMap(({ fact }) => fact ?? []);
  const { matches, measured } = alignFacts(reading, places, [...new Set(quoted)], base);
  const { findings, kept } = findDifferences({ reading, places, matches, measured, wordings, base });
  const parts = withFindings(
    accountParts({
      reading,
      places,
      kept: [...new Set([...kept, ...relatedFacts({ reading, places, matches: kept, measured, wordings, base })])],
      wordings,
      base,
    }),
    findings,
  );
  const told = parts.filter(({ state }) => state === 'differs');
  const own = told
    .filter(({ differs }) => !findings.some(({ kind }) => kind === differs))
    .map(({ draft, base: is = '', differs = 'words', fact }): Difference => ({
      kind: differs,
      draft,
      base: is,
      ...(fact === undefined ? {} : { fact }),
    }));
  const all = [...findings, ...own];
  const facts = order(all, quoted, kept, base);
  const remarks = notesOn(facts, reading, base);
  const notes = [...all.map(noteOf), ...remarks];
  const differs = [...new Set(all.map(({ kind }) => kind))];
  const ids = facts.map(({ id }) => id);
  if (differs.length > 0) return { verdict: 'differs', differs, facts: ids, notes, parts };
  const unknown = wordings.filter(({ outcome }) => outcome === 'unknown');
  if (facts.length === 0 || unknown.length > 0) {
    const strange = unknown.map(({ quotation }): Note => ({ kind: 'unknown', draft: quotation.words, base: '' }));
    const verdict = isCheckable(reading) ? 'not in the base' : 'nothing to check';
    return { verdict, differs: [], facts: [], notes: strange, parts: [] };
  }
  const alone = missingAttribution(facts, reading, base);
  const whole = parts.every(({ state }) => state === 'met');
  return {
    verdict: whole ? (alone ? 'attributed only' : 'agrees') : 'agrees in part',
    differs: [],
    facts: ids,
    notes: alone ? [alone, ...remarks] : notes,
    parts,
  };
}

/** A difference found of a part is that part's, whatever else was made of it. */
const withFindings = (parts: readonly Part[], findings: readonly Difference[]): Part[] =>
  parts.map((part) => {
    const found = findings.find(({ draft, kind }) => draft === part.draft && kind !== 'negation');
    return found ? { ...part, state: 'differs', differs: found.kind, base: found.base } : part;
  });

/** The facts of the differences first, then quotations, then the others by how well they fit. */
function order(
  findings: readonly Difference[],
  quoted: readonly Fact[],
  kept: readonly FactMatch[],
  { story }: CheckerIndex,
): Fact[] {
  const named = findings.flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
  const all = [...quoted, ...kept.map(({ entry }) => entry.fact)];
  const first = named.flatMap((id) => story.facts.get(id) ?? []);
  return [...new Set([...first, ...all])];
}
