import { describe, expect, it } from 'vitest';
import { asked, choices } from './ask-command.ts';

describe('/where', () => {
  it('shows what happened there, newest first, and what happened within it', async () => {
    const { card, facts, text } = await asked('where', 'Vessmouth');
    expect(card.entity?.id).toBe('vessmouth');
    expect(facts.indexOf('h05')).toBeLessThan(facts.indexOf('h01'));
    expect(text).toContain('Within it: North Quay');
  });

  it('marks a place that is implied and not stated', async () => {
    expect((await asked('where', 'quay')).text).toContain('place implied, not stated');
  });

  it('says in words that no coordinates are kept, rather than guess them', async () => {
    expect((await asked('where', 'Old Customs House')).text).toContain('No coordinates are kept');
  });

  it('answers a question that was typed instead of a name, and no name that it does not have', async () => {
    expect((await asked('where', 'were two boats torn from the quay')).facts).toContain('h06');
    expect((await asked('where', 'Harbour of Rotterdam')).card.outcome).toBe('nothing');
  });

  it('keeps two buildings of like names apart', async () => {
    const { card, text } = await asked('where', 'customs house');
    expect(card.entity).toBeNull();
    expect(text).toContain('Old Customs House');
    expect(text).toContain('New Customs House');
    expect(text).toContain('Separate entries');
  });

  it('never shows a retracted fact as something that happened', async () => {
    expect((await asked('where', 'Vessmouth')).facts).not.toContain('h07');
  });

  it('completes places with the place around them', () => {
    expect(choices('where', 'place', 'north')[0]).toEqual({
      name: 'North Quay · place, Vessmouth harbour',
      value: 'north-quay',
    });
  });
});
