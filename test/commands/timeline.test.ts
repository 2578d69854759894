import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/reply/model/card.ts';
import { cardText } from '../../src/reply/plain-text.ts';
import { storyNow } from '../../src/data/queries/chronology.ts';
import { asked, askedMayors, choices, desk, NOW } from './ask-command.ts';

const mayorsOn = async (query: string): Promise<Card> => askedMayors('timeline', query);

describe('/timeline', () => {
  it('runs from the oldest to the newest, and keeps what is over', async () => {
    const { facts } = await asked('timeline', '');
    const places = ['h11', 'h01', 'h03'].map((id) => facts.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('leaves out offices, and states that do not go on', async () => {
    const { facts } = await asked('timeline', '');
    expect(facts).not.toContain('h12');
    expect(facts).not.toContain('h08');
    expect(facts).toContain('h02');
  });

  it.each(['14 March', '14.3.2031', 'March 14th', '2031-03-14', 'friday'])(
    'understands “%s” and says the date',
    async (day) => {
      const { facts, text } = await asked('timeline', day);
      expect(facts).toContain('h01');
      expect(facts).not.toContain('h03');
      expect(text).toContain('Understood as Fri 14 March 2031');
    },
  );

  it('says which day it understood when that day holds nothing, and the nearest days that do', async () => {
    const { card, text } = await asked('timeline', '12 March');
    expect(card.outcome).toBe('nothing');
    expect(text).toContain('No facts dated Wed 12 March 2031 in The flood in Vessmouth harbour');
    expect(text).toContain('The nearest later: Fri 14 March 2031');
  });

  it('does not say that something still went on after the day of the source that says so', async () => {
    // h02 is of "since Friday" in a source of Saturday 15 March.
    expect((await asked('timeline', '15 March')).facts).toContain('h02');
    expect((await asked('timeline', '17 March')).facts).not.toContain('h02');
  });

  it('shows apart what only went on over a day', async () => {
    const later = await mayorsOn('30 May 2023');
    expect(later.outcome).toBe('nothing');
    expect(later.related.map(({ id }) => id)).toEqual(['f030']);
    // The control: on the day on which it began it is the answer.
    expect((await mayorsOn('29 May 2023')).facts.map(({ id }) => id)).toEqual(['f030']);
    // Of the elections the month is known, and no day of it.
    expect((await mayorsOn('23 April 2023')).facts).toEqual([]);
    expect((await mayorsOn('April 2023')).facts.map(({ id }) => id)).toEqual(['f019', 'f020']);
  });

  it('dates a state as of a day, and says that its beginning is not known', async () => {
    const card = await mayorsOn('barbed wire');
    expect(cardText(card, 'en')).toContain('as of Thu 1 June 2023 (inferred), start date not given');
  });

  it('holds nothing of a day that no calendar has, and says that it is none', async () => {
    const { card } = await asked('timeline', '31 June');
    expect(card).toMatchObject({ outcome: 'nothing', facts: [], related: [] });
    expect(cardText(card, 'en')).toContain('31 June” is not a day of the calendar');
    // A filter of which the same is typed is no question, and is refused.
    await expect(asked('timeline', '', { from: '31 June' })).rejects.toThrow('31 June” is not a day of the calendar');
  });

  it('takes a day without its year, also where another command would see a number', async () => {
    const ids = async (typed: string): Promise<string[]> => (await mayorsOn(typed)).facts.map(({ id }) => id);
    const facts = await ids('31 May');
    expect(facts.length).toBeGreaterThan(0);
    for (const typed of ['31/5', '31.5', '31.05', 'on 31/5']) expect(await ids(typed), typed).toEqual(facts);
    // The control: a share is no day.
    expect(await ids('31.5 %')).not.toEqual(facts);
  });

  it('keeps to a place, and to what lies within it', async () => {
    const { facts } = await asked('timeline', 'north quay');
    expect(facts).toEqual(expect.arrayContaining(['h06', 'h03']));
    expect(facts).not.toContain('h08');
  });

  it('puts what has no date last, in a block of its own', async () => {
    const { card, facts } = await asked('timeline', 'harbour');
    expect(facts.at(-1)).toBe('h10');
    expect(card.sections.at(-1)?.heading).toEqual(['Date not given']);
  });

  it('cuts by from and to', async () => {
    const { facts } = await asked('timeline', '', { from: '16 March', to: 'today' });
    expect(facts).toContain('h03');
    expect(facts).not.toContain('h01');
  });

  it('says so when a person is asked for that the story does not have', async () => {
    await expect(asked('timeline', '', { person: 'Zorro' })).rejects.toThrow('called “Zorro”');
  });

  it('says while it is typed which day was understood, and offers people and places to narrow by', () => {
    expect(choices('timeline', 'query', 'friday')[0]).toEqual({ name: 'friday → Fri 14 March 2031', value: 'friday' });
    expect(choices('timeline', 'query', 'bran').map(({ value }) => value)).toContain('Edda Brandt');
  });

  it('completes days with the number of their facts', () => {
    const [first] = choices('timeline', 'from', '');
    expect(first?.value).toBe('2031-03-16');
    expect(first?.name).toMatch(/^Sun 16 March 2031 · \d+ facts?$/);
  });
});

describe('/when', () => {
  it('puts the one date that was asked for first', async () => {
    const { facts, text } = await asked('when', 'was the wall built');
    expect(facts[0]).toBe('h11');
    expect(text).toContain('about 1974');
  });
});

describe('the clock of a story', () => {
  it('counts “friday” from now while the story runs, and from its last source when it is long over', () => {
    const story = desk.stories.get('harbour-flood')?.(NOW).story ?? expect.fail();
    expect(storyNow(NOW, story)).toBe(NOW);
    const years = Temporal.Instant.from('2034-11-22T10:00:00Z');
    expect(storyNow(years, story).toString()).toBe('2031-03-16T23:59:00Z');
  });
});
