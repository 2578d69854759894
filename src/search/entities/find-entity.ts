import { stemmer } from 'stemmer';
import type { Where, Who } from '../../data/model/fact.ts';
import { enclosingPlaces } from '../../data/queries/fact-relations.ts';
import { readQuery, contentWords } from '../analysis/read-query.ts';
import { isForeignCountry } from './countries.ts';
import type { EntityBase } from './entity-index.ts';
import type { EntityHit, Found, MatchTier, WhereHit, WhoHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import { MATCH_TIERS } from '../results.ts';
import { createLookupCache } from './lookup-cache.ts';
import type { LookupCache } from './lookup-cache.ts';
import type { NameHit, NameIndex } from './name-index.ts';
import { toEnglish } from '../analysis/glossary.ts';
import { findOfficeHolder } from './find-office-holder.ts';
import { longestTitleIn, titlesIn } from './title-matcher.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { isKnownWord } from '../engine/query-term.ts';
import { joinPrefixes } from './rejoin-words.ts';
import { suggestEntities } from './suggestions.ts';
import type { Kind } from './suggestions.ts';
import { termId } from '../engine/term-dictionary.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Below this a misspelling is offered but not answered: two typos need nine letters. */
const SURE_ENOUGH = 0.77;
/** Shorter queries begin too many names to be answered; autocomplete accepts them. */
const FEWEST_LETTERS = 3;
/** Least share of a place's or body's name: shorter parts are common words ("north", "list", "Albanian"). */
const MOSTLY = 0.5;
/** Scores this near are equally good. */
const EQUAL = 0.12;
/** Most names that are compared one by one. */
const LOOKED_AT = 40;

/** @param lookups shared with another look-up of the same question. */
export function findWho(index: EntityIndexes, text: string, lookups = createLookupCache(index)): Found<WhoHit> {
  return findEntities(index, { kind: 'who', lookups }, index.who, text, ({ owner, ...met }) => {
    const entity = index.who.list[owner];
    return entity === undefined ? [] : [{ kind: 'who', entity, ...met }];
  });
}

/** @param lookups shared with another look-up of the same question. */
export function findWhere(index: EntityIndexes, text: string, lookups = createLookupCache(index)): Found<WhereHit> {
  return findEntities(index, { kind: 'where', lookups }, index.where, text, ({ owner, ...met }) => {
    const entity = index.where.list[owner];
    return entity === undefined ? [] : [{ kind: 'where', entity, ...met }];
  });
}

/** The content words, and all words of a title: "state" in "head of state" too. */
function withTitle({ roles }: EntityIndexes, words: readonly Token[]): readonly Token[] | null {
  const title = longestTitleIn(roles.offices, words);
  if (title === null || title === 'changed' || title.end - title.start < 2) return null;
  return words.filter(({ folds: [word = ''] }, at) => (at >= title.start && at < title.end) || !isStopwordInName(word));
}

interface Candidate {
  readonly owner: number;
  readonly way: MatchTier;
  readonly matched: string;
  readonly score: number;
}

interface Weighed extends Candidate {
  /** The match covers a whole name, not part of a longer one. */
  readonly entire: boolean;
}

function findEntities<Entity extends Who | Where, Hit extends EntityHit>(
  index: EntityIndexes,
  { kind, lookups }: { readonly kind: Kind; readonly lookups: LookupCache },
  base: EntityBase<Entity>,
  typed: string,
  make: (candidate: Candidate) => Hit[],
): Found<Hit> {
  const { text, words: read } = readQuery(typed);
  const words = joinPrefixes(base.names.base, read);
  if (words.length === 0) return { answers: [], related: [], suggestions: [] };
  const id = text.toLowerCase();
  const byId = base.numberOf(id);
  if (byId !== undefined) {
    return { answers: make({ owner: byId, way: 'id', matched: id, score: 1 }), related: [], suggestions: [] };
  }
  const whole = lookups.asTyped(kind, words);
  const strong = whole.filter(({ weak }) => !weak).map((hit) => ({ ...hit, entire: true }));
  // An exact personal name is no title and no misspelling: searching for those takes a hundred times as long.
  // A transliterated name may have a nearer inflected form.
  if (strong.some(({ sure, way }) => sure === 1 && way !== 'transliteration')) {
    const { answers, related } = bestTier(strong);
    return { answers: answers.flatMap(make), related: related.flatMap(make), suggestions: [] };
  }
  const telling = contentWords(words);
  const near = lookups.near(kind, telling, LOOKED_AT);
  const role =
    kind === 'who'
      ? findOfficeHolder(index.roles, lookups, withTitle(index, words) ?? telling, true)
      : { asked: false, hits: [] };
  const elsewhere = lookups.whole(kind === 'who' ? 'where' : 'who', words);

  // "Srbija" is a country; its people's name could look like a form of it.
  const isNamed = elsewhere.some(({ weak }) => !weak);
  const candidates: Weighed[] = [
    ...strong.filter(({ sure }) => sure === 1 || !isNamed),
    ...role.hits.map((hit) => ({ ...hit, way: 'role' as const, entire: true })),
  ];
  // "Kosovo" is a place: bodies with it in their names are offered, not answered.
  if (!isNamed) {
    const weak = new Set(whole.filter((hit) => hit.weak).map(({ owner }) => owner));
    const isAbroad = isForeignCountry(text);
    const isTitle = telling.map((word) => role.asked && titlesIn(index.roles.offices, [word]).length > 0);
    // A minister is not a ministry: a title is no typo or prefix, but part of the name that is meant.
    const slip = ({ way, matched, met }: NameHit): boolean => {
      if (!role.asked || (way !== 'fuzzy' && way !== 'prefix')) return false;
      const titles = telling.filter((_, at) => isTitle[at] === true && (way === 'fuzzy' || met[at] === true));
      return (way === 'fuzzy' && titles.length === 0) || !holds(matched, titles);
    };
    // A "minister" is not the prime minister: a name that contains a title must match beyond it.
    const bare = ({ met }: NameHit): boolean =>
      role.asked && role.hits.length === 0 && met.every((one, at) => !one || isTitle[at] === true);
    const fit = near.filter((hit) => !weak.has(hit.owner) && !slip(hit) && !isAbroad(base, hit) && !bare(hit));
    const hits = plausibleHits(index, { kind, lookups }, base, fit, telling);
    // A match of every word, even by a typo, ranks before a match of one word qualified by the other.
    const met = hits.some(({ full }) => full) ? hits.filter(({ full }) => full) : hits;
    for (const hit of met) candidates.push({ ...hit, entire: hit.whole === 1 });
  }
  const { answers, related } = bestTier(candidates);
  const misses = { whole, elsewhere, near, telling, byTitle: role.asked };
  return {
    answers: answers.flatMap(make),
    related: related.flatMap(make),
    suggestions: answers.length > 0 ? [] : suggestEntities(index, kind, misses),
  };
}

/** Splits off the best tier, with scores equally good; the others are related. */
function bestTier(candidates: readonly Weighed[]): { answers: Candidate[]; related: Candidate[] } {
  const tier = ({ way, entire }: Weighed): number => 2 * MATCH_TIERS.indexOf(way) + (entire ? 0 : 1);
  const best = new Map<number, Weighed>();
  for (const candidate of candidates.toSorted((a, b) => tier(a) - tier(b) || b.score - a.score)) {
    if (!best.has(candidate.owner)) best.set(candidate.owner, candidate);
  }
  const list = [...best.values()];
  const first = list[0];
  const equal = (hit: Weighed): boolean =>
    first !== undefined && tier(hit) === tier(first) && hit.score >= first.score - EQUAL;
  const plain = ({ owner, way, matched, score }: Weighed): Candidate => ({ owner, way, matched, score });
  return { answers: list.filter(equal).map(plain), related: list.filter((hit) => !equal(hit)).map(plain) };
}

/** Similar names that are close enough to be the answer. */
function plausibleHits(
  index: EntityIndexes,
  { kind, lookups }: { readonly kind: Kind; readonly lookups: LookupCache },
  base: EntityBase<Who | Where>,
  near: readonly NameHit[],
  typed: readonly Token[],
): NameHit[] {
  const isPerson = ({ owner }: NameHit): boolean => {
    const entity = kind === 'who' ? index.who.list[owner] : undefined;
    return entity?.type === 'person' && !entity.unnamed;
  };
  const partly = near.filter((hit) => hit.full && hit.way === 'prefix' && !isPerson(hit));
  // "Northern" begins both a town and a region: neither is the answer.
  const known = near.some(({ way }) => way === 'fuzzy') ? typed.map(({ folds }) => folds.some(isKnownWord)) : [];
  const shared = partly.length > 1 && partly.some(({ whole }) => whole < MOSTLY) ? new Set(partly) : new Set();
  return near.filter((hit) => {
    if (hit.weak || shared.has(hit)) return false;
    const left = typed.filter((_, at) => hit.met[at] !== true);
    if (left.length > 0 && !isQualifiedBy(index, kind, hit.owner, lookups.asTyped('where', left))) return false;
    if (hit.whole < MOSTLY && !isPerson(hit) && hit.way !== 'words') return false;
    if (hit.way === 'fuzzy')
      return (
        hit.sure >= SURE_ENOUGH &&
        !namesAnotherWord(base.names, hit, typed) &&
        !isDictionaryWord(base.names, hit, typed, known)
      );
    const letters = typed.reduce((sum, { folds }, at) => sum + (hit.met[at] === true ? (folds[0]?.length ?? 0) : 0), 0);
    return letters >= FEWEST_LETTERS;
  });
}

/** Tells whether a name contains all words, or their plurals. */
function holds(name: string, words: readonly Token[]): boolean {
  const own = new Set(tokenize(name).flatMap(({ folds }) => folds.map(stemmer)));
  return words.every(({ folds }) => folds.some((word) => own.has(stemmer(word))));
}

/** Letters that all cases of a name share. */
const STEM = 4;

/** "Southern" is in another name, so it is no typo for "northern". */
function namesAnotherWord({ base }: NameIndex, { matched }: NameHit, typed: readonly Token[]): boolean {
  const own = new Set(tokenize(matched).flatMap(({ folds }) => folds));
  const { vocabulary } = base.postings;
  const begins = (word: string): boolean => own.values().some((other) => other.startsWith(word.slice(0, STEM)));
  return typed.some(({ folds }) => folds.some((word) => termId(vocabulary, word) >= 0) && !folds.some(begins));
}

/**
 * "Palace" is an English word, so rarely a typo for "police", unless most of the name is next to it.
 * It may also be another form of a name's word, or its translation.
 * @param known tells which typed words are English.
 */
function isDictionaryWord(
  { named }: NameIndex,
  { owner, met }: NameHit,
  typed: readonly Token[],
  known: readonly boolean[],
): boolean {
  const lettersOf = (counts: (at: number) => boolean): number =>
    typed.reduce((sum, { folds }, at) => sum + (met[at] === true && counts(at) ? (folds[0]?.length ?? 0) : 0), 0);
  const all = lettersOf(() => true);
  // Reading the names of all similar entities would cost as much as finding them.
  if (2 * lettersOf((at) => known[at] === true) <= all) return false;
  const stemsOf = (words: readonly string[]): string[] => words.map(stemmer);
  const own = new Set(named(owner).names.flatMap((name) => tokenize(name).flatMap(({ folds }) => stemsOf(folds))));
  const isOwn = (word: string): boolean => stemsOf([word, ...(toEnglish(word) ?? [])]).some((stem) => own.has(stem));
  return 2 * lettersOf((at) => known[at] === true && typed[at]?.folds.some(isOwn) !== true) > all;
}

/** Words beside a name that locate it: "mitrovica, kosovo". */
function isQualifiedBy(index: EntityIndexes, kind: Kind, owner: number, places: readonly NameHit[]): boolean {
  const named = new Set(places.flatMap((hit) => index.where.list[hit.owner]?.id ?? []));
  if (kind === 'where') {
    const place = index.where.list[owner];
    return place !== undefined && enclosingPlaces(place, index.story).some(({ id }) => named.has(id));
  }
  const of = index.who.list[owner]?.role?.of;
  return of !== undefined && named.has(of);
}
