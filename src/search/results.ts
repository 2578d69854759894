import type { Fact, Where, Who } from '../data/model/fact.ts';

/** The way in which a name was found, in the order of the tiers. */
export const MATCH_TIERS = ['id', 'name', 'alias', 'transliteration', 'role', 'prefix', 'fuzzy', 'words'] as const;
export type MatchTier = (typeof MATCH_TIERS)[number];

interface NameMatch {
  readonly way: MatchTier;
  /** The form of the name, or of the role, that was met. */
  readonly matched: string;
  /** 0 to 1 within its tier. Never shown, never compared between tiers. */
  readonly score: number;
}

export interface WhoHit extends NameMatch {
  readonly kind: 'who';
  readonly entity: Who;
}

export interface WhereHit extends NameMatch {
  readonly kind: 'where';
  readonly entity: Where;
}

export type EntityHit = WhoHit | WhereHit;

export interface FactHit {
  readonly fact: Fact;
  readonly score: number;
  /** 0 to 1: how much of what was asked is found in the fact, and how surely. */
  readonly sure: number;
}

/**
 * `answers` are good enough to be the answer; `related` are merely near and never are. Several answers for a name are
 * equally good: the asker chooses. A retracted fact is only ever related.
 */
export interface Found<Hit> {
  readonly answers: readonly Hit[];
  readonly related: readonly Hit[];
  /** Names for "did you mean": at most three, never taken silently. */
  readonly suggestions: readonly EntityHit[];
}

/** What a question is wanted for, where its words tell. */
export const ASKED_KINDS = ['number', 'name', 'reason', 'day'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

export interface FoundFacts extends Found<FactHit> {
  /** Facts that may answer, where none surely does: at most three, best first. */
  readonly nearest: readonly FactHit[];
  /** The answers were found by what they mean, and not by their words alone. */
  readonly byMeaning: boolean;
  /** What was asked for and no fact on the matter holds. */
  readonly lacks: AskedKind | null;
}
