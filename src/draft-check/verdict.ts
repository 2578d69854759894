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
import { accountParts, share } from './parts/account-parts.ts';
import { missingAttribution, notesOn } from './remarks.ts';

export interface SentenceVerdict {
  readonly verdict:
    | 'agrees'
    | 'agrees in part'
    | 'differs'
    | 'attributed only'
    | 'not in the base'
    | 'nothing to check';
  /** Kinds of difference; empty unless the verdict is 'differs'. */
  readonly differs: readonly DifferenceKind[];
  /** Ids of the facts that the sentence was compared with, best first. */
  readonly facts: readonly string[];
  readonly notes: readonly Note[];
  /** The sentence part by part; empty if no fact matches. */
  readonly parts: readonly Part[];
}

/** Tells whether a sentence has something checkable: a name, a number, a date, a quotation. */
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
  const compared = { reading, places, measured, wordings, base };
  const { findings: found, kept } = findDifferences({ ...compared, matches });
  const related = relatedFacts({ ...compared, matches: kept });
  const accounted = accountParts({ ...compared, kept: [...new Set([...kept, ...related])] });
  const findings = found.filter(
    (finding) => !isExcused(finding, accounted) && !(finding.kind !== 'certainty' && isCopied(text, kept)),
  );
  const parts = withFindings(accounted, findings);
  const all = [...findings, ...ownDifferences(parts, findings)];
  const facts = order(all, quoted, kept, base);
  const remarks = notesOn(facts, reading, base);
  const notes = [...all.map(noteOf), ...remarks];
  const differs = [...new Set(all.map(({ kind }) => kind))];
  const ids = facts.map(({ id }) => id);
  if (differs.length > 0) return { verdict: 'differs', differs, facts: ids, notes, parts };
  const unknown = wordings.filter(({ outcome }) => outcome === 'unknown');
  // An event in another place is another event, not a part of this fact.
  const elsewhere = parts.some(
    ({ kind, state, base: is }) => kind === 'place' && state === 'absent' && is !== undefined,
  );
  if (facts.length === 0 || unknown.length > 0 || elsewhere) {
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

/** Tells whether a sentence is copied from a source: it then agrees with the facts that cite it. */
function isCopied(text: string, kept: readonly FactMatch[]): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
      .trim();
  const own = plain(text);
  return kept.some(({ entry }) => ` ${plain(entry.evidence.wide)} `.includes(` ${own} `));
}

/** Below this share of the rest of a clause, the clause hardly concerns the fact. */
const STRANGE = 0.34;

/** A difference from one fact is excused if the main fact of its clause agrees or is silent. */
function isExcused({ kind, detail, draft, fact }: Difference, parts: readonly Part[]): boolean {
  if (detail === 'noSuchDay' || detail === 'otherWeekday') return false;
  if (kind === 'role')
    return parts.some((part) => part.kind === 'role' && part.state === 'met' && draft.startsWith(part.draft));
  if (kind !== 'count' && kind !== 'day' && kind !== 'speaker' && kind !== 'place') return false;
  // A number of another party: the speaker is right, but the number is not theirs.
  if (kind === 'speaker' && parts.some((part) => part.kind === 'count' && part.state === 'differs')) return false;
  const own = parts.find((part) => part.draft === draft || (part.kind === kind && part.draft.endsWith(draft)));
  if (!own) return false;
  const clause = parts.filter((part) => part !== own && part.fact === own.fact);
  if (clause.length >= 2 && share(clause) < STRANGE) return true;
  const silent = own.state === 'absent' && own.base === undefined && own.fact !== undefined && own.fact !== fact;
  return own.state === 'met' || silent;
}

/** Differences in the parts that the comparison did not find. */
const ownDifferences = (parts: readonly Part[], findings: readonly Difference[]): Difference[] =>
  parts
    .filter(({ state, differs }) => state === 'differs' && !findings.some(({ kind }) => kind === differs))
    .map(({ draft, base = '', differs = 'words', fact }) => ({
      kind: differs,
      draft,
      base,
      ...(fact === undefined ? {} : { fact }),
    }));

/** A difference found for a part overrides that part's state. */
const withFindings = (parts: readonly Part[], findings: readonly Difference[]): Part[] =>
  parts.map((part) => {
    const found = findings.find(({ draft, kind }) => draft === part.draft && kind !== 'negation');
    return found ? { ...part, state: 'differs', differs: found.kind, base: found.base } : part;
  });

/** Facts with differences first, then quotations, then the others by score. */
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
