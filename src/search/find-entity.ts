import type { Where, Who } from '../data/fact.ts';
import { around } from './about.ts';
import type { EntityBase } from './entities.ts';
import { isFiller } from './fillers.ts';
import type { EntityHit, Found, StoryIndex, Way, WhereHit, WhoHit } from './found.ts';
import { WAYS } from './found.ts';
import { nearNames, wholeNames } from './names.ts';
import type { NameHit } from './names.ts';
import { officeIn } from './offices.ts';
import { findRole } from './roles.ts';
import { cut, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** At most this many words of what was typed are looked at: those that tell something, in their order. */
const MOST_WORDS = 8;
const MOST_SUGGESTIONS = 3;

/** Below this a misspelling is a guess, which is offered and not answered. */
const SURE_ENOUGH = 0.7;
/** Fewer letters begin too many names to be an answer; autocomplete takes them. */
const FEWEST_LETTERS = 3;

type Kind = 'who' | 'where';

export interface Asked {
  readonly text: string;
  readonly words: readonly Word[];
}

export function asked(typed: string): Asked {
  const text = cut(typed);
  const words = wordsOf(text);
  const told = words.filter((word) => !isFiller(word.folds[0] ?? '')).slice(0, MOST_WORDS);
  return { text, words: words.length > MOST_WORDS * 2 ? told : words };
}

const told = (words: readonly Word[]): Word[] => {
  const kept = words.filter((word) => !isFiller(word.folds[0] ?? ''));
  return (kept.length > 0 ? kept : [...words]).slice(0, MOST_WORDS);
};

export function findWho(index: StoryIndex, text: string): Found<WhoHit> {
  const make = (owner: number, way: Way, matched: string, score: number): WhoHit[] => {
    const entity = index.who.list[owner];
    return entity === undefined ? [] : [{ kind: 'who', entity, way, matched, score }];
  };
  return find(index, 'who', index.who, make, text);
}

export function findWhere(index: StoryIndex, text: string): Found<WhereHit> {
  const make = (owner: number, way: Way, matched: string, score: number): WhereHit[] => {
    const entity = index.where.list[owner];
    return entity === undefined ? [] : [{ kind: 'where', entity, way, matched, score }];
  };
  return find(index, 'where', index.where, make, text);
}

type Make<Hit> = (owner: number, way: Way, matched: string, score: number) => Hit[];

function find<Entity extends Who | Where, Hit extends EntityHit>(
  index: StoryIndex,
  kind: Kind,
  base: EntityBase<Entity>,
  make: Make<Hit>,
  typed: string,
): Found<Hit> {
  const { text, words } = asked(typed);
  if (words.length === 0) return { answers: [], related: [], suggestions: [] };
  const id = text.toLowerCase();
  const byId = base.list.findIndex((entity) => entity.id === id);
  if (byId >= 0) return { answers: make(byId, 'id', id, 1), related: [], suggestions: [] };

  const strong = words.length > 0 ? told(words) : [];
  const whole = wholeNames(base.names, words);
  const near = nearNames(base.names, strong, 40);
  const weak = new Set(whole.filter((hit) => hit.weak).map(({ owner }) => owner));
  const role = kind === 'who' ? findRole(index.who.roles, index, strong) : { asked: false, hits: [] };
  const elsewhere = kind === 'who' ? wholeNames(index.where.names, words) : wholeNames(index.who.names, words);

  const hits: Hit[] = [];
  const take = (hit: NameHit): void => void hits.push(...make(hit.owner, hit.way, hit.matched, hit.score));
  for (const hit of whole) if (!hit.weak) take(hit);
  for (const { owner, matched, score } of role.hits) hits.push(...make(owner, 'role', matched, score));
  // "Kosovo" is a place: the bodies that have it in their names are offered, not answered.
  if (!elsewhere.some((hit) => !hit.weak)) {
    const partly = near.filter((hit) => hit.full && hit.way === 'prefix' && !isPerson(index, kind, hit.owner));
    const shared = partly.length > 1 && partly.some(({ whole }) => whole < MOSTLY);
    for (const hit of near) {
      if (shared && partly.includes(hit)) continue;
      // A minister is not a ministry: with a title nothing is taken for a misspelling.
      const misspelt = role.asked && hit.way === 'fuzzy';
      if (!weak.has(hit.owner) && !misspelt && isAnswer(index, kind, hit, strong)) take(hit);
    }
  }
  const { answers, related } = topTier(hits);
  const suggestions =
    answers.length > 0 ? [] : suggest(index, kind, { whole, elsewhere, near, strong, role: role.asked });
  return { answers, related, suggestions };
}

/** The hits of the best tier, as far as they are equally good; the others are near. */
function topTier<Hit extends EntityHit>(hits: readonly Hit[]): { answers: Hit[]; related: Hit[] } {
  const best = new Map<Who | Where, Hit>();
  const order = hits.toSorted((a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || b.score - a.score);
  for (const hit of order) if (!best.has(hit.entity)) best.set(hit.entity, hit);
  const list = [...best.values()];
  const first = list[0];
  const equal = (hit: Hit): boolean => first !== undefined && hit.way === first.way && hit.score >= first.score - EQUAL;
  return { answers: list.filter(equal), related: list.filter((hit) => !equal(hit)) };
}

/** Two names are equally good when their scores are this near: "kurti" is in all names of the family alike. */
const EQUAL = 0.12;

function isAnswer(index: StoryIndex, kind: Kind, hit: NameHit, typed: readonly Word[]): boolean {
  if (hit.weak) return false;
  const left = typed.filter((word, at) => hit.met[at] !== true && !isFiller(word.folds[0] ?? ''));
  if (left.length > 0 && !belongs(index, kind, hit.owner, left)) return false;
  if (hit.way === 'fuzzy') return hit.sure >= SURE_ENOUGH;
  if (hit.whole < MOSTLY && !isPerson(index, kind, hit.owner)) return false;
  return (
    typed.reduce((sum, { folds }, at) => sum + (hit.met[at] === true ? (folds[0]?.length ?? 0) : 0), 0) >=
    FEWEST_LETTERS
  );
}

/** Less of the name of a place or body is a word that many share: "north", "list", "Albanian". */
const MOSTLY = 0.5;

const isPerson = ({ who }: StoryIndex, kind: Kind, owner: number): boolean =>
  kind === 'who' && who.list[owner]?.type === 'person';

/** Words beside a name that say where it belongs: "mitrovica, kosovo". */
function belongs(index: StoryIndex, kind: Kind, owner: number, words: readonly Word[]): boolean {
  const named = new Set(
    wholeNames(index.where.names, words).flatMap(({ owner: place }) => index.where.list[place]?.id ?? []),
  );
  if (kind === 'where') {
    const place = index.where.list[owner];
    return place !== undefined && around(place, index.story).some(({ id }) => named.has(id));
  }
  const of = index.who.list[owner]?.role?.of;
  return of !== undefined && named.has(of);
}

interface Misses {
  readonly whole: readonly NameHit[];
  readonly elsewhere: readonly NameHit[];
  readonly near: readonly NameHit[];
  readonly strong: readonly Word[];
  /** Somebody was asked for by a title. */
  readonly role: boolean;
}

/** "Did you mean": weak names, what has the name among the other kind, and names that share a part with it. */
function suggest(index: StoryIndex, kind: Kind, { whole, elsewhere, near, strong, role }: Misses): EntityHit[] {
  const hitOf = (hit: NameHit, of: Kind): EntityHit[] => {
    const { way, matched, score } = hit;
    const [who, where] = [index.who.list[hit.owner], index.where.list[hit.owner]];
    if (of === 'who') return who === undefined ? [] : [{ kind: 'who', entity: who, way, matched, score }];
    return where === undefined ? [] : [{ kind: 'where', entity: where, way, matched, score }];
  };
  const other = kind === 'who' ? 'where' : 'who';
  const telling = near.filter((hit) => hit.score >= 0.25 && (!role || isPersonal(index, hit, strong)));
  const all = [
    ...whole.flatMap((hit) => hitOf(hit, kind)),
    ...elsewhere.flatMap((hit) => hitOf(hit, other)),
    ...telling.flatMap((hit) => hitOf(hit, kind)),
  ];
  const seen = new Set<Who | Where>();
  return all.filter(({ entity }) => !seen.has(entity) && seen.add(entity)).slice(0, MOST_SUGGESTIONS);
}

/** Whether a person's own name was met, not only their title or the place of their office. */
function isPersonal({ who }: StoryIndex, hit: NameHit, typed: readonly Word[]): boolean {
  const entity = who.list[hit.owner];
  if (entity === undefined || entity.type !== 'person' || entity.unnamed) return false;
  const met = typed.filter((_, at) => hit.met[at] === true);
  return officeIn(who.roles.offices, met) === null && officeIn(who.roles.offices, wordsOf(hit.matched)) === null;
}
