import { describe, expect, it } from 'vitest';
import { asked } from './asking.ts';

describe('/claim', () => {
  it('keeps to what rests on somebody’s word', async () => {
    const { card, facts } = await asked('claim', 'north quay');
    expect(facts).toContain('h02');
    expect(facts).not.toContain('h03');
    expect(card.facts.every(({ said_by }) => said_by !== undefined)).toBe(true);
  });
});
