import type { Fact, Story, Where } from '../model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';

/** Facts that may be an answer. A retracted fact stays in the base only as a warning. */
export const usableFacts: (story: Story) => readonly Fact[] = memoizeByObject((story) =>
  [...story.facts.values()].filter(({ status }) => status !== 'retracted'),
);

/** Whether no newer fact supersedes it. A superseded fact stays true for its dates, and stays in timelines. */
export const isCurrent: (story: Story) => (fact: Fact) => boolean = memoizeByObject((story) => {
  const overtaken = new Set(usableFacts(story).flatMap(({ supersedes }) => supersedes));
  return ({ id }: Fact) => !overtaken.has(id);
});

/** By the id of a fact, the ids of the facts that supersede it, in the order of the files. */
export const supersededBy: (story: Story) => ReadonlyMap<string, readonly string[]> = memoizeByObject((story) => {
  const by = new Map<string, string[]>();
  for (const { id, supersedes } of story.facts.values()) {
    for (const old of new Set(supersedes)) by.set(old, [...(by.get(old) ?? []), id]);
  }
  return by;
});

/** By the id of a person, body or group, the usable facts that speak of them or rest on their word, in the order of the files. */
export const factsConcerning: (story: Story) => ReadonlyMap<string, readonly Fact[]> = memoizeByObject((story) => {
  const of = new Map<string, Fact[]>();
  for (const fact of usableFacts(story)) {
    for (const id of new Set([...fact.who, fact.said_by ?? '', fact.told ?? ''])) {
      const facts = of.get(id);
      if (facts === undefined) of.set(id, [fact]);
      else facts.push(fact);
    }
  }
  return of;
});

/** The places around a place, the nearest first. The checker refuses circles. */
export function enclosingPlaces(place: Where, story: Story): Where[] {
  const outer = place.in === undefined ? undefined : story.where.get(place.in);
  return outer === undefined ? [] : [outer, ...enclosingPlaces(outer, story)];
}

/** Whether a fact speaks of a person, body or group, or rests on their word. */
export const concerns = (fact: Fact, who: string): boolean =>
  fact.who.includes(who) || fact.said_by === who || fact.told === who;

/** Whether a place lies within another one. */
export function isWithin(inner: string, outer: string, story: Story): boolean {
  const place = story.where.get(inner);
  return place !== undefined && enclosingPlaces(place, story).some(({ id }) => id === outer);
}

/** Whether a fact is set in a place, or in one within it. */
export const isSetIn = (fact: Fact, where: string, story: Story): boolean =>
  fact.where.some((id) => id === where || isWithin(id, where, story));

/** A disputed fact is never shown alone: those it contradicts follow it, once each. */
export function withConflicts(facts: readonly Fact[], story: Story): Fact[] {
  const shown = new Map<string, Fact>();
  for (const fact of facts) {
    for (const id of [fact.id, ...fact.contradicts]) {
      const found = story.facts.get(id);
      if (found !== undefined && found.status !== 'retracted') shown.set(id, found);
    }
  }
  return [...shown.values()];
}
