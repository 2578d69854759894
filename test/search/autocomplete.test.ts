import { describe, expect, it } from 'vitest';
import { buildIndex, completeFacts, completeWhere, completeWho } from '../../src/search/story-search.ts';
import { fact, index, story, where, who } from './dam-story.ts';

const people = (text: string): string[] => completeWho(index, text).map(({ entity }) => entity.id);
const places = (text: string): string[] => completeWhere(index, text).map(({ entity }) => entity.id);
const facts = (text: string): string[] => completeFacts(index, text).map((hit) => hit.fact.id);

describe('choices while a name is typed', () => {
  it('begin with the most cited', () => {
    expect(people('').slice(0, 2)).toEqual(['ana-petrovic', 'river-board']);
    expect(places('').slice(0, 3)).toEqual(['zelengrad', 'brezna', 'stari-most']);
  });

  it.each(['z', 'ze', 'zel', 'zele', 'zeleng', 'zelengrad', 'Зе', 'зелен'])('%s leads to Zelengrad', (typed) => {
    expect(places(typed)).toContain('zelengrad');
  });

  it('put what begins so before what is only like it', () => {
    const near = buildIndex(
      story({
        where: [
          where({ id: 'a', name: 'Marina' }),
          where({ id: 'b', name: 'Maribor' }),
          where({ id: 'c', name: 'Morina' }),
        ],
      }),
    );
    expect(completeWhere(near, 'Marina').map(({ entity }) => entity.id)).toEqual(['a', 'c']);
  });

  it('know titles', () => {
    expect(people('mayor')).toContain('ana-petrovic');
    expect(people('may')).toContain('mayor-of-brezna');
    expect(people('pm')).toEqual(['arben-hoxha']);
  });

  it('take a part of a name that is a name of many', () => {
    const many = buildIndex(
      story({ who: Array.from({ length: 40 }, (_, i) => who({ id: `p${i}`, name: `Petar${i} Ilić` })) }),
    );
    expect(completeWho(many, 'petar')).toHaveLength(25);
    expect(completeWho(many, '', 7)).toHaveLength(7);
  });

  it('say nothing to what nobody is called', () => {
    expect(people('xyzzy')).toEqual([]);
  });
});

describe('choices while a question is typed', () => {
  it('begin with the newest, the undated last', () => {
    expect(facts('').slice(0, 4)).toEqual(['d09', 'd10', 'd01', 'd02']);
    expect(facts('')).not.toContain('d12');
  });

  it('follow the word that is being typed', () => {
    for (const typed of ['san', 'sand', 'sandbags']) expect(facts(typed)[0]).toBe('d10');
  });

  it('never offer what was retracted', () => {
    expect(facts('nine dead')).not.toContain('d12');
  });

  it('are at most twenty-five', () => {
    const many = buildIndex(
      story({ facts: Array.from({ length: 60 }, (_, i) => fact({ id: `f${i}`, says: `Water stood ${i} feet.` })) }),
    );
    expect(completeFacts(many, 'water')).toHaveLength(25);
    expect(completeFacts(many, '')).toHaveLength(25);
  });
});
