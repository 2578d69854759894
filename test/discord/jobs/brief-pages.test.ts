import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Story } from '../../../src/data/model/fact.ts';
import { paginate } from '../../../src/discord/rendering/paginate.ts';
import { brief } from '../../../src/reply/brief/brief.ts';
import { briefItem } from '../../../src/reply/fact-statement.ts';
import { toPlainText, translateText } from '../../../src/reply/i18n/translate.ts';
import { LANGUAGES, type Language } from '../../../src/reply/model/language.ts';
import { desk, NOW } from '../../commands/ask-command.ts';

const SCREENS = 2;
const SEED = 20_261_126;

const flood = desk.stories.get('harbour-flood')?.(NOW).story;
if (flood === undefined) throw new Error('the story of the flood is not there');
const facts = [...flood.facts.values()];

/** The flood with its facts many times over, each under an id of its own, in an order and of a length as they come. */
const stories = fc
  .array(fc.record({ fact: fc.constantFrom(...facts), more: fc.nat({ max: 300 }) }), { maxLength: 120 })
  .map((picks): Story => {
    const made = picks.map(({ fact, more }, at): [string, Fact] => {
      const id = `f${String(at).padStart(3, '0')}`;
      return [
        id,
        { ...fact, id, contradicts: [], supersedes: [], says: `${fact.says} ${'mud '.repeat(more / 4)}`.trim() },
      ];
    });
    return { ...flood, facts: new Map(made) };
  });

const pages = (story: Story, language: Language): number => {
  const card = brief(story, { today: '2031-03-16', known: new Map(), since: null, asked: [] }, language);
  return paginate(card, translateText(language, 'door.continued')).length;
};

describe('a brief', () => {
  it('is at most two screens, in every language, of a story of any size', () => {
    fc.assert(
      fc.property(stories, fc.constantFrom(...LANGUAGES), (story, language) => {
        expect(pages(story, language)).toBeLessThanOrEqual(SCREENS);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('would be longer without its limit', () => {
    const card = brief(flood, { today: '2031-03-16', known: new Map(), since: null, asked: [] }, 'en');
    const blocks = [...facts, ...facts].map((fact) => briefItem(fact, flood, 'en'));
    expect(paginate({ ...card, sections: [{ blocks }] }, 'continued').length).toBeGreaterThan(SCREENS);
  });

  it('says how many it leaves out, and shows or counts every new fact once', () => {
    const many = new Map(
      Array.from({ length: 40 }, (_, at): [string, Fact] => {
        const id = `f${at}`;
        const [fact] = facts;
        if (fact === undefined) throw new Error('the flood has no facts');
        const [citation] = fact.citations;
        if (citation === undefined) throw new Error('a fact without a citation');
        return [id, { ...fact, id, kind: 'state', citations: [{ ...citation, line: at + 1 }] }];
      }),
    );
    const card = brief(
      { ...flood, facts: many },
      { today: '2031-03-16', known: new Map(), since: null, asked: [] },
      'en',
    );
    const left = card.sections.flatMap(({ blocks }) =>
      blocks.flatMap(({ lines }) =>
        lines.flatMap(({ words }) => /^and (\d+) more$/.exec(toPlainText(words))?.[1] ?? []),
      ),
    );
    const questions = [...flood.questions.values()].filter(({ state }) => state === 'open').length;
    const shown = card.facts.length;
    expect(shown).toBeGreaterThan(3);
    expect(left.map(Number).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(40 - shown);
    expect(left.map(Number).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(40 - shown + questions);
  });

  it('shows all of a dispute that goes on from one fact to the next, or nothing of it', () => {
    const [some] = facts;
    if (some === undefined) throw new Error('the flood has no facts');
    const chain = (length: number, more: number): Map<string, Fact> =>
      new Map(
        Array.from({ length }, (_, at): [string, Fact] => {
          const contradicts = [at - 1, at + 1].filter((n) => n >= 0 && n < length).map((n) => `c${n}`);
          const says = `${some.says} ${'mud '.repeat(more)}`.trim();
          return [`c${at}`, { ...some, id: `c${at}`, status: 'disputed', says, contradicts }];
        }),
      );
    const shown = (length: number, more: number): number =>
      brief(
        { ...flood, facts: chain(length, more) },
        { today: '2031-03-16', known: new Map(), since: null, asked: [] },
        'en',
      ).facts.length;
    expect(shown(4, 0)).toBe(4);
    for (const more of [50, 100, 150]) expect([0, 12]).toContain(shown(12, more));
  });

  it('never shows one side of a dispute alone, however little room there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: facts.length, maxLength: facts.length }), (lengths) => {
        const longer = facts.map((fact, at): [string, Fact] => [
          fact.id,
          { ...fact, says: `${fact.says} ${'mud '.repeat((lengths[at] ?? 0) / 4)}`.trim() },
        ]);
        const story = { ...flood, facts: new Map(longer) };
        const shown = brief(story, { today: '2031-03-16', known: new Map(), since: null, asked: [] }, 'el').facts;
        const ids = new Set(shown.map(({ id }) => id));
        for (const { contradicts } of shown) for (const other of contradicts) expect(ids).toContain(other);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
