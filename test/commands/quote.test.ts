import { describe, expect, it } from 'vitest';
import { asked } from './ask-command.ts';

describe('/quote', () => {
  it('gives the exact words, the speaker before them and who was told', async () => {
    const { facts, text } = await asked('quote', 'edda brandt');
    expect(facts).toEqual(['h13']);
    expect(text).toContain('Edda Brandt, to Vessmouth Courier: “Nobody sets foot on the quay before I do”');
  });

  it('gives the words of whom the option names, and of nobody else', async () => {
    const { facts, text } = await asked('quote', '', { who: 'Edda Brandt' });
    expect(facts).toEqual(['h13']);
    expect(text).toContain('Nobody sets foot on the quay before I do');
    expect((await asked('quote', 'quay', { who: 'Jonas Brandt' })).facts).toEqual([]);
  });

  it('finds a speaker by some of the words', async () => {
    expect((await asked('quote', 'nobody sets foot on the quay')).facts[0]).toBe('h13');
  });

  it('says that no words of somebody are in the base, then what there is about them, apart', async () => {
    const { card, facts, related, text } = await asked('quote', 'Jonas Brandt');
    expect(card.outcome).toBe('nothing');
    expect(facts).toEqual([]);
    expect(text).toMatch(/^No words of Jonas Brandt are in The flood in Vessmouth harbour/);
    expect(related).toContain('h15');
    expect(text).toContain('Related, does not answer this');
  });
});
