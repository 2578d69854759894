import { describe, expect, it } from 'vitest';
import { asked, askedMayors } from './ask-command.ts';

describe('/figure', () => {
  it('shows every competing value with who counted, and no sum or mean of them', async () => {
    const { facts, text } = await asked('figure', 'people who left their homes');
    expect(facts).toEqual(expect.arrayContaining(['h04', 'h05']));
    expect(text).toContain('As printed: About 400 (people) · what it counts: people who had to leave their homes');
    expect(text).toContain('As printed: Some 250 (people)');
    expect(text).toContain('Vessmouth fire brigade: About 400');
    expect(text).not.toMatch(/650|325/);
  });

  it('takes a name for what is counted, before what its bearer has counted', async () => {
    const { facts } = await askedMayors('figure', 'police');
    const isOfPolice = facts.map((fact) => /police/.test(fact.figure?.counts ?? ''));
    expect(isOfPolice).toContain(false);
    expect(isOfPolice.slice(0, 3)).toEqual([true, true, true]);
    expect(isOfPolice.lastIndexOf(true)).toBeLessThan(isOfPolice.indexOf(false));
  });

  it('knows no figure of what was not counted', async () => {
    expect((await asked('figure', 'cost of the damage in pounds')).card.outcome).toBe('nothing');
  });
});
