import { describe, expect, it } from 'vitest';
import { asked, askedMayors, choices } from './ask-command.ts';

describe('/search', () => {
  it('shows the best first, with its snippet and its line', async () => {
    const { facts, text } = await asked('search', 'two boats torn from the quay');
    expect(facts[0]).toBe('h06');
    expect(text).toContain('| Two boats were torn from the quay');
    expect(text).toMatch(/s1, .*, line \d+/);
  });

  it('shows a disputed figure beside the one that it contradicts, never alone', async () => {
    const { facts, text } = await asked('search', 'fire brigade 400 people');
    expect(facts).toEqual(expect.arrayContaining(['h04', 'h05']));
    expect(text).toContain('In dispute with h05');
  });

  it('never prints an attributed statement without its speaker before it', async () => {
    const { text } = await asked('search', 'warning too late');
    expect(text).toContain('ATTRIBUTED · Lock keeper: The warning of the flood came too late.');
  });

  it('shows what was corrected, with the reason', async () => {
    expect((await asked('search', 'two boats')).text).toContain(
      'CORRECTED Sat 15 March 2031: was “Three boats were torn from the North Quay.”',
    );
  });

  it('warns of a retracted statement, and never answers with it', async () => {
    const { facts, text } = await asked('search', 'missing ferryman');
    expect(facts).not.toContain('h07');
    expect(text).toContain('RETRACTED, do not use');
    expect(text).toContain('nobody was missing');
  });

  it('keeps to a kind, a speaker and a day', async () => {
    expect((await asked('search', 'wall', { kind: 'position' })).facts).toEqual(['h15']);
    expect((await asked('search', 'quay', { said_by: 'Edda Brandt' })).facts).not.toContain('h03');
    const { facts } = await asked('search', 'quay', { day: 'today' });
    expect(facts).toContain('h03');
    expect(facts).not.toContain('h06');
  });

  it('shows of a body what it did, then what has its name in it, and nothing of others', async () => {
    const ids = async (name: string, words: string): Promise<string[]> =>
      (await askedMayors(name, words)).facts.map(({ id }) => id);
    const police = await ids('search', 'police');
    // f064: the police blocked the bridge. f048: stones were thrown at police cars.
    expect(police.indexOf('f064')).toBeGreaterThanOrEqual(0);
    expect(police.indexOf('f048')).toBeGreaterThan(police.indexOf('f064'));
    // The mayors are Kurti's to want something of, and not the Serbs'.
    expect(await ids('what', 'do serbs want')).not.toContain('f008');
    expect(await ids('what', 'does kurti want')).toContain('f008');
  });

  it('has nothing where the base has nothing', async () => {
    const { card, facts } = await asked('search', 'helicopter rescue from the roof');
    expect(card.outcome).toBe('nothing');
    expect(facts).toEqual([]);
  });

  it('completes with facts by their sentence; a chosen one is found by its id', async () => {
    const [first, second] = choices('search', 'words', 'boats');
    expect(first).toEqual({ name: 'boats', value: 'boats' });
    expect(second).toEqual({ name: 'Two boats were torn from the North Quay.', value: 'h06' });
    expect((await asked('search', 'h06')).facts[0]).toBe('h06');
  });
});
