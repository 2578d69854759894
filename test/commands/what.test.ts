import { describe, expect, it } from 'vitest';
import { asked } from './ask-command.ts';

describe('/what', () => {
  it('answers a question in other words than those of the fact', async () => {
    expect((await asked('what', 'did the councillor demand')).facts[0]).toBe('h15');
  });

  it('shows five facts at the most', async () => {
    expect((await asked('what', 'happened on 14 March')).facts.length).toBeLessThanOrEqual(5);
  });

  it('puts what happened on a day before what was so', async () => {
    const { card } = await asked('what', 'happened on 14 March');
    const kinds = card.facts.map(({ kind }) => kind === 'event');
    expect(kinds).toEqual(kinds.toSorted((a, b) => Number(b) - Number(a)));
    expect(kinds[0]).toBe(true);
  });

  it('leaves out what was overtaken by a newer fact', async () => {
    const { facts } = await asked('what', 'is the state of the north quay');
    expect(facts).toContain('h03');
    expect(facts).not.toContain('h02');
  });
});
