import { isStopwordInName } from '../analysis/stopwords.ts';
import type { LookupCache } from './lookup-cache.ts';
import type { NameHit } from './name-index.ts';
import { isOrdinaryWord, longestTitleIn } from './title-matcher.ts';
import type { Offices } from './title-matcher.ts';
import { isBodyWord } from './office-index.ts';
import type { OfficeHolder, OfficeIndex } from './office-index.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

export interface OfficeHit {
  readonly owner: number;
  readonly matched: string;
  readonly score: number;
}

export interface RoleQuestion {
  /** The query contains a title, whether the office has a holder or not. */
  readonly asked: boolean;
  readonly hits: readonly OfficeHit[];
}

/** Score of a title alone: it matches all holders. */
const TITLE_ONLY = 0.7;
const SURE_ENOUGH = 0.7;
/** Longer queries are sentences. */
const MOST_WORDS = 6;

/**
 * Answers "mayor of X", "X's mayor", "prime minister Y".
 * Every content word must belong to the title, the body or the holder. A holder of another office, or elsewhere, is no answer.
 * @param near also searches misspelt names, at a hundred times the cost. Exact ones come first; the rest only if one of them
 * may be meant.
 */
export function findOfficeHolder(
  { offices, byOffice }: OfficeIndex,
  lookups: LookupCache,
  typed: readonly Token[],
  near: boolean,
): RoleQuestion {
  const office = longestTitleIn(offices, typed);
  if (office === null) return { asked: false, hits: [] };
  if (office === 'changed') return { asked: true, hits: [] };
  const rest = typed.filter(
    (word, at) => (at < office.start || at >= office.end) && !isStopwordInName(word.folds[0] ?? ''),
  );
  const held = new Set([...office.offices].flatMap((one) => byOffice.get(one) ?? []));
  if (rest.length === 0) {
    const words = typed.slice(office.start, office.end);
    const sure = words.length > 1 || !words.some((word) => isOrdinaryWord(offices, word));
    return { asked: true, hits: sure ? hitsOf([...held], TITLE_ONLY) : [] };
  }
  if (held.size === 0 || rest.length > MOST_WORDS) return { asked: true, hits: [] };
  const bodies = new Set([...held].flatMap(({ of }) => [...of]));
  const people = new Set([...held].map(({ owner }) => lookups.idOf('who', owner)));
  for (let split = 0; split <= rest.length; split++) {
    const [left, right] = [rest.slice(0, split), rest.slice(split)];
    for (const [body, name] of split === 0
      ? ([
          [right, left],
          [left, right],
        ] as const)
      : ([
          [left, right],
          [right, left],
        ] as const)) {
      const of = body.length > 0 ? bodiesNamed(lookups, body, near ? bodies : null) : null;
      const there = [...held].filter((holder) => of === null || !holder.of.isDisjointFrom(of));
      if (there.length === 0) continue;
      const owners = name.length > 0 ? ownersNamed(lookups, offices, name, near ? people : null) : null;
      const fits = there.filter((holder) => owners === null || owners.has(holder.owner));
      if (fits.length > 0) return { asked: true, hits: hitsOf(fits, 1) };
    }
  }
  return { asked: true, hits: [] };
}

const hitsOf = (holders: readonly OfficeHolder[], score: number): OfficeHit[] =>
  holders.map(({ owner, title }) => ({ owner, matched: title, score }));

const KINDS = ['who', 'where'] as const;

/** A whole name, matched with certainty. */
const isBody = ({ full, weak, way, whole, sure }: NameHit): boolean =>
  full && !weak && whole === 1 && way !== 'prefix' && sure >= SURE_ENOUGH;

/**
 * Ids of whole names among the words, or of the nearest names if there are none.
 * @param wanted ids whose misspellings matter; null for none.
 */
function bodiesNamed(lookups: LookupCache, words: readonly Token[], wanted: ReadonlySet<string> | null): Set<string> {
  const found = new Set<string>();
  const bare = words.filter((word) => !isBodyWord(word));
  const parts = bare.length > 0 && bare.length < words.length ? [words, bare] : [words];
  const near =
    wanted !== null && parts.some((part) => KINDS.some((kind) => lookups.among(kind, part, wanted).some(isBody)));
  for (const part of parts) {
    for (const kind of KINDS) {
      for (const hit of lookups.asTyped(kind, part)) if (!hit.weak) found.add(lookups.idOf(kind, hit.owner));
    }
    if (found.size > 0 || !near) continue;
    const hits = KINDS.flatMap((kind) =>
      lookups.near(kind, part).map((hit) => ({ ...hit, id: lookups.idOf(kind, hit.owner) })),
    );
    const fit = hits.filter(isBody);
    const top = fit.reduce((most, { score }) => Math.max(most, score), 0);
    for (const hit of fit) if (hit.score >= top - 0.02) found.add(hit.id);
  }
  return found;
}

/**
 * Entities that the words name. Forms with a title are left out: "Mayor of North Mitrovica" is not "Mitrovica".
 * @param wanted ids whose misspellings matter; null for none.
 */
function ownersNamed(
  lookups: LookupCache,
  offices: Offices,
  words: readonly Token[],
  wanted: ReadonlySet<string> | null,
): Set<number> {
  const isOwn = ({ full, sure, matched }: NameHit): boolean =>
    full && sure >= SURE_ENOUGH && longestTitleIn(offices, tokenize(matched)) === null;
  const near = wanted !== null && lookups.among('who', words, wanted).some(isOwn);
  const hits = [...lookups.asTyped('who', words), ...(near ? lookups.near('who', words) : [])];
  return new Set(hits.filter(isOwn).map(({ owner }) => owner));
}
