import { describe, expect, it } from 'vitest';
import { plain } from '../../src/reply/say.ts';
import { asked } from './asking.ts';

describe('/brief', () => {
  it('says in its blocks where it stands, what is disputed, unknown, corrected, and the spellings', async () => {
    const { card } = await asked('brief', '');
    const headings = card.sections.map(({ heading }) => plain(heading ?? []));
    expect(headings).toEqual([
      'Where it stands',
      'New',
      'What we can say, and on whose word',
      'In dispute or not for publication',
      'What we do not know',
      'Corrected',
      'Retracted, do not use',
      'Names and spellings',
    ]);
  });

  it('shows both sides of a dispute, and no fact twice', async () => {
    const { facts } = await asked('brief', '');
    expect(facts).toEqual(expect.arrayContaining(['h04', 'h05']));
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts).not.toContain('h07');
  });

  it('says in one line that nothing is new, when nothing is', async () => {
    const { text } = await asked('brief', '17 March 2031');
    expect(text).toContain('Nothing new since Mon 17 March 2031.');
  });

  it('calls new what happened since a day', async () => {
    const { card } = await asked('brief', '16 March');
    const fresh = card.sections.find(({ heading }) => plain(heading ?? []) === 'New');
    const before = ['h02', 'h06', 'h11', 'h15'];
    expect(fresh?.blocks.filter(({ fact }) => before.includes(fact ?? '')) ?? []).toEqual([]);
  });
});
