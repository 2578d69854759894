import { wordSet } from '../../search/analysis/dates/tokens.ts';
import type { FactMatch } from '../matching/match-score.ts';
import type { CheckerIndex, FactEntry } from '../model/checker-index.ts';
import type { ParsedSentence } from '../reading/read-sentence.ts';
import type { Term } from '../terms/terms.ts';

/** A word of the draft in place of another: "Albanian flags" for "Serbian flags". */
export interface SwappedName {
  readonly kind: 'name' | 'role' | 'place' | 'speaker';
  readonly draft: string;
  readonly base: string;
}

const RANKS = wordSet('second third fourth fifth only former smallest weakest oldest newest');

const DIRECTION = /^(?:north|south|east|west)(?:ern)?$/u;
const TOLD = /\b(?:told|tells?|(?:spoke|speaks|speaking|talked|talking)\s+(?:to|with))\s+(?:the\s+)?$/u;

/** The nearest content words on either side, not across punctuation. */
function sides(terms: readonly Term[], at: number, hidden: (start: number) => boolean) {
  const look = (step: 1 | -1) => {
    for (let i = at + step; i >= 0 && i < terms.length; i += step) {
      const term = terms[i];
      if (!term || (term.sign && term.raw !== '-') || hidden(term.start)) return null;
      if (term.content) return term.concept;
    }
    return null;
  };
  return { before: look(-1), behind: look(1) };
}

/** "police" is a body although it is lower-case. */
const inName = (term: Term, { names }: FactEntry, kind: 'who' | 'where') =>
  names.some((name) => name.kind === kind && !name.weak && term.start >= name.start && term.start < name.end);

interface Odd {
  readonly term: Term;
  readonly proper: boolean;
  readonly before: string | null;
  readonly behind: string | null;
  /** "flooded by the Severn". */
  readonly agent: boolean;
}

function oddOnes(
  terms: readonly Term[],
  isProper: (term: Term, at: number) => boolean,
  strange: (term: Term) => boolean,
  hidden: (start: number) => boolean,
): Odd[] {
  return terms.flatMap((term, at) =>
    term.content && strange(term) && !hidden(term.start)
      ? [
          {
            term,
            proper: isProper(term, at),
            agent: [at - 1, at - 2].some((i) => terms[i]?.key === 'by'),
            ...sides(terms, at, hidden),
          },
        ]
      : [],
  );
}

const meets = (a: string | null, b: string | null) => a !== null && a === b;

/** Tells whether both are at the same place of their sentences. */
function sameSlot(draft: Odd, base: Odd, role: boolean): boolean {
  if (meets(draft.behind, base.behind)) return true;
  if (meets(draft.before, base.before) && (draft.behind === null || base.behind === null || role)) return true;
  // "soldiers of the EULEX force", "KFOR soldiers".
  return (
    (/^\p{Lu}{2,}$/u.test(draft.term.raw) || draft.agent) &&
    (meets(draft.before, base.behind) || meets(draft.behind, base.before))
  );
}

function kindOf(draft: Odd, base: Odd, reading: ParsedSentence, entry: FactEntry): SwappedName['kind'] {
  if (TOLD.test(reading.text.slice(0, draft.term.start))) return 'speaker';
  if (DIRECTION.test(base.term.key) || inName(base.term, entry, 'where')) return 'place';
  return draft.proper || base.proper ? 'name' : 'role';
}

/**
 * Swapped names of peoples and bodies: a capitalised word that only the draft has, for one that only the fact has.
 * Inside a role ("the largest party") any word counts.
 */
export function swappedNames(
  reading: ParsedSentence,
  { entry, draftShare, factShare, saidIn }: FactMatch,
  base: CheckerIndex,
  hidden: (start: number) => boolean,
): SwappedName[] {
  const said = new Set(reading.terms.map(({ concept }) => concept));
  const has = (concept: string) => entry.core.has(concept) || entry.near.has(concept) || entry.asks.has(concept);
  const known = (term: Term) => base.propers.has(term.concept);
  const properDraft = (term: Term, at: number) =>
    (term.capital && (at > 0 || known(term) || /^\p{Lu}{2}/u.test(term.raw) || !base.postings.has(term.concept))) ||
    DIRECTION.test(term.key);
  const properBase = (term: Term, at: number) =>
    (term.capital && at > 0) || known(term) || inName(term, entry, 'who') || DIRECTION.test(term.key);
  const inHome = (term: Term) => saidIn.has(reading.clauses[reading.terms.indexOf(term)] ?? 0);
  const named = (term: Term) =>
    reading.names.some(
      ({ ids, start, end }) => term.start >= start && term.start < end && ids.some((id) => entry.ids.has(id)),
    );
  const drafts = oddOnes(
    reading.terms,
    properDraft,
    (term) => !has(term.concept) && !named(term) && inHome(term),
    hidden,
  );
  const bases = oddOnes(
    entry.terms,
    properBase,
    ({ concept }) => entry.core.has(concept),
    () => false,
  );
  const role = entry.fact.kind === 'role';
  const swap = (draft: Odd, other: Odd): SwappedName => ({
    kind: kindOf(draft, other, reading, entry),
    draft: draft.term.raw,
    base: other.term.raw,
  });
  // "the second-largest party" for "the largest".
  const rank = role ? reading.terms.find((term) => RANKS.has(term.key) && !has(term.concept)) : undefined;
  if (rank) return [{ kind: 'role', draft: rank.raw, base: entry.fact.says }];
  for (const draft of drafts) {
    for (const other of bases) {
      if (draft.proper !== other.proper || (!draft.proper && !role)) continue;
      if (DIRECTION.test(draft.term.key) !== DIRECTION.test(other.term.key)) continue;
      const elsewhere = said.has(other.term.concept);
      // The draft also has the fact's words: it reports two things.
      const both = reading.terms.some(
        (term, at) =>
          term.concept === other.term.concept && meets(sides(reading.terms, at, hidden).behind, other.behind),
      );
      if (both || (elsewhere && !(draft.proper && meets(draft.behind, other.behind)))) continue;
      if (sameSlot(draft, other, role) || DIRECTION.test(draft.term.key)) return [swap(draft, other)];
    }
  }
  const [draft, ...moreDraft] = drafts.filter(({ proper }) => proper);
  const [other, ...moreBase] = bases.filter(({ proper, term }) => proper && !said.has(term.concept));
  const single = draft && other && moreDraft.length === 0 && moreBase.length === 0;
  return single && draftShare >= 0.5 && factShare >= 0.55 ? [swap(draft, other)] : [];
}
