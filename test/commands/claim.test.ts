import { describe, expect, it } from 'vitest';
import { asked } from './asking.ts';

describe('/claim', () => {
  it('finds what the search finds, whoever says it, each with its status', async () => {
    const { facts, text } = await asked('claim', 'north quay');
    expect(facts).toEqual((await asked('search', 'north quay')).facts);
    expect(facts).toEqual(expect.arrayContaining(['h02', 'h03']));
    expect(text).toContain('ATTRIBUTED');
    expect(text).toContain('REPORTED');
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
