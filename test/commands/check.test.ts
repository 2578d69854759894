import { describe, expect, it } from 'vitest';
import { asked } from './ask-command.ts';

describe('/check', () => {
  it('puts what differs first, with both versions side by side and the fact', async () => {
    const { card, text } = await asked(
      'check',
      'The river Tessel flooded the harbour of Vessmouth. Three boats were torn from the North Quay.',
    );
    expect(text).toMatch(/^2 sentences: 1 differs, 1 agrees/);
    expect(text).toContain('Count: the draft says “Three”, the base “Two');
    expect(card.checks.find(({ verdict }) => verdict === 'differs')).toMatchObject({
      differs: ['count'],
      facts: ['h06'],
    });
    expect(text.indexOf('Differs')).toBeLessThan(text.indexOf('Agrees'));
  });

  it('asks for the speaker of what rests on somebody’s word, without calling it different', async () => {
    const { card, text } = await asked('check', 'The warning of the flood came too late.');
    expect(text).toContain('Attributed only: say who');
    expect(card.checks[0]?.verdict).toBe('agrees in part');
  });

  it('never says “true” or “false”, and says of a draft with no known part that the base does not hold it', async () => {
    const { card, text } = await asked('check', 'The king of Norland opened the opera house on Tuesday.');
    expect(card.checks.map(({ verdict }) => verdict)).toEqual(['not in the base']);
    expect(card.outcome).toBe('nothing');
    expect(text).not.toMatch(/\b(true|false)\b/i);
  });

  it('warns of what was retracted', async () => {
    const { text } = await asked('check', 'A ferryman was missing on Saturday morning.');
    expect(text).toContain('Retracted');
  });
});
