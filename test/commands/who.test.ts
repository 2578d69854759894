import { describe, expect, it } from 'vitest';
import { asked, choices } from './ask-command.ts';

describe('/who', () => {
  it('says who somebody is, the role and its snippet first', async () => {
    const { card, text, facts } = await asked('who', 'Edda Brandt');
    expect(card.entity?.id).toBe('edda-brandt');
    expect(facts[0]).toBe('h12');
    expect(text).toContain('Harbour master Edda Brandt');
    expect(text).toContain('harbour master, Vessmouth');
  });

  it('takes the id of a choice', async () => {
    expect((await asked('who', 'jonas-brandt')).card.entity?.name).toBe('Jonas Brandt');
  });

  it('offers both of one surname and picks neither', async () => {
    const { card, text } = await asked('who', 'Brandt');
    expect(card.entity).toBeNull();
    expect(card.suggestions.map(({ label }) => label).toSorted()).toEqual(['Edda Brandt', 'Jonas Brandt']);
    expect(text).toContain('Edda Brandt');
    expect(text).toContain('Jonas Brandt');
  });

  it('says of a person without a name that our sources do not name them', async () => {
    const { card, text } = await asked('who', 'lock keeper');
    expect(card.entity?.id).toBe('lock-keeper');
    expect(text).toContain('Not named in our sources.');
  });

  it('tells by which way a name was found, when it was not the plain one', async () => {
    expect((await asked('who', 'Јонас Брант')).text).toMatch(/Found by .*Јонас Брант/);
    expect((await asked('who', 'Edda Brandt')).text).not.toMatch(/Found by/);
  });

  it('has nothing on somebody who is not in the story, and never guesses', async () => {
    const { card, facts, text } = await asked('who', 'Margaret Okafor');
    expect(card.outcome).toBe('nothing');
    expect(card.entity).toBeNull();
    expect(facts).toEqual([]);
    expect(text).toMatch(/^Nothing in The flood in Vessmouth harbour about Margaret Okafor/);
  });

  it('does not give the holder of one office for another of the same place', async () => {
    expect((await asked('who', 'mayor of vessmouth')).card.outcome).toBe('nothing');
  });

  it('sends a place that was asked for as a person to /where', async () => {
    const { card } = await asked('who', 'North Quay');
    expect(card.outcome).toBe('nothing');
    expect(card.suggestions[0]).toEqual({
      label: 'North Quay',
      ask: { command: 'where', options: { place: 'north-quay' } },
    });
  });

  it('completes names with their roles, so that two of one surname are told apart', () => {
    const names = choices('who', 'name', 'bra').map(({ name }) => name);
    expect(names).toContain('Edda Brandt · harbour master, Vessmouth');
    expect(names).toContain('Jonas Brandt · councillor, Vessmouth town council');
  });

  it('offers all of one name first, so that Enter picks none of them unseen', () => {
    expect(choices('who', 'name', 'Brandt')[0]).toEqual({ name: 'Brandt: all 2 that fit', value: 'Brandt' });
  });

  it('offers names before anything is typed', () => {
    expect(choices('who', 'name', '').length).toBeGreaterThan(3);
  });
});
