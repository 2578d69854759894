import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/reply/i18n/translate.ts';
import { asked } from './ask-command.ts';

describe('/claim', () => {
  it("finds what the search finds, first what rests on somebody's word, then what a source says itself", async () => {
    const { card, facts } = await asked('claim', 'north quay');
    expect(facts.toSorted()).toEqual((await asked('search', 'north quay')).facts.toSorted());
    expect(card.sections.map(({ heading }) => toPlainText(heading ?? []))).toEqual([
      'On somebody’s word',
      'In a source’s own voice',
    ]);
    const said = card.facts.map(({ said_by: speaker }) => speaker !== undefined);
    expect(said).toEqual(said.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(said).size).toBe(2);
  });

  it('keeps to a status and to a speaker', async () => {
    const { card } = await asked('claim', 'north quay', { status: 'attributed' });
    expect(card.facts.length).toBeGreaterThan(0);
    expect(card.facts.every(({ status, said_by }) => status === 'attributed' && said_by !== undefined)).toBe(true);
  });

  it('says so where nobody claims it', async () => {
    expect((await asked('claim', 'helicopter rescue from the roof')).card.outcome).toBe('nothing');
  });
});
