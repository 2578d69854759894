import type { Fact, Story, Where, Who } from '../../../src/data/model/fact.ts';
import type { Base, Bases, Doc } from './base.ts';

const factOf = ({ id, names, text }: Doc, ids: ReadonlyMap<string, string>): Fact => {
  const named = names.flatMap((name) => ids.get(name) ?? []);
  return {
    id,
    kind: 'event',
    says: text,
    status: 'confirmed',
    citations: [{ source: 's', quote: text, start: 0, end: text.length, line: 1 }],
    who: named.filter((one) => one.startsWith('p')),
    where: named.filter((one) => one.startsWith('w')),
    contradicts: [],
    supersedes: [],
    corrected: [],
    asks: [],
    version: id,
  };
};

/** The invented base as a story: its entities are those its facts name. */
export function storyOf({ facts, names }: { readonly [kind in keyof Bases]: Pick<Base, 'docs'> }): Story {
  const ids = new Map<string, string>();
  const isPerson = ({ id }: Doc): boolean => id.startsWith('p');
  const who = names.docs.filter(isPerson).map(({ id, names: [name = '', ...others] }): Who => {
    ids.set(name, id);
    return { id, type: 'person', name, names: others.length > 0 ? { sr: others } : {}, weak: [], unnamed: false };
  });
  const where = names.docs
    .filter((doc) => !isPerson(doc))
    .map(({ id, names: [name = ''] }): Where => ({ id, name, names: {}, weak: [] }));
  for (const name of new Set(facts.docs.flatMap((doc) => doc.names))) {
    if (ids.has(name)) continue;
    const id = `w${where.length}`;
    ids.set(name, id);
    where.push({ id, name, names: {}, weak: [] });
  }
  const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> =>
    new Map(all.map((one) => [one.id, one]));
  return {
    id: 'bench',
    version: '1',
    title: 'Invented facts',
    line: 'Facts that never were.',
    timezone: 'Europe/Belgrade',
    language: 'en',
    shelf_life: {},
    sources: new Map(),
    questions: new Map(),
    who: byId(who),
    where: byId(where),
    facts: byId(facts.docs.map((doc) => factOf(doc, ids))),
  };
}
