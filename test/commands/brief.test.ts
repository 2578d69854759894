import { describe, expect, it } from 'vitest';
import { TERMINAL } from '../../src/commands/ask.ts';
import { openQuestions, brief } from '../../src/commands/brief.ts';
import { brief as compose } from '../../src/reply/brief/brief.ts';
import { toPlainText } from '../../src/reply/i18n/translate.ts';
import { cardText } from '../../src/reply/plain-text.ts';
import { openStore } from '../../src/store/store.ts';
import { asked, desk, NOW } from './ask-command.ts';

describe('/brief', () => {
  it('says in its blocks where it stands, what is disputed, unknown, corrected, and the spellings', async () => {
    const { card } = await asked('brief', '');
    const headings = card.sections.map(({ heading }) => toPlainText(heading ?? []));
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
    const fresh = card.sections.find(({ heading }) => toPlainText(heading ?? []) === 'New');
    const before = ['h02', 'h06', 'h11', 'h15'];
    expect(fresh?.blocks.filter(({ fact }) => before.includes(fact ?? '')) ?? []).toEqual([]);
  });

  it('begins what was corrected with the newest correction, however old the event', async () => {
    const index = desk.stories.get('harbour-flood')?.(NOW) ?? expect.fail();
    const facts = new Map(index.story.facts);
    const correct = (id: string, on: string): void => {
      const fact = facts.get(id) ?? expect.fail();
      facts.set(id, { ...fact, corrected: [{ on, was: 'Otherwise.', because: 'It was misheard.', by: 'K. Vale' }] });
    };
    correct('h03', '2031-03-15');
    correct('h11', '2031-03-16');
    const story = { ...index.story, facts };
    const occasion = { today: '2031-03-16', known: new Map(), since: null, asked: [] };
    const { sections } = compose(story, occasion, 'en');
    const corrected = sections.find(({ heading }) => toPlainText(heading ?? []) === 'Corrected');
    expect(corrected?.blocks.flatMap(({ fact }) => fact ?? []).slice(0, 1)).toStrictEqual(['h11']);
  });

  it('lists what the desk of this server has logged beside the open questions of the story, each once', async () => {
    const store = await openStore({ file: ':memory:' }, { clock: { now: () => NOW } });
    const here = { story: 'harbour-flood', server: 's1', channel: 'c1', asker: store.users.hash('u1') };
    await store.questions.open({ ...here, asks: 'Who pays for the *quay*?' });
    const mine = await store.questions.open({ ...here, asks: 'Who built the sluice?' });
    await store.questions.own(mine, await store.pseudonyms.of('u3', 'K. Vale'));
    await store.questions.open({ ...here, asks: 'Did a sluice stand open, and who says so?' });
    await store.questions.open({ ...here, server: 's2', asks: 'of another server' });
    await store.questions.open({ ...here, story: 'another', asks: 'of another story' });
    const from = { ...TERMINAL, server: 's1', channel: 'c1', user: 'u2' };
    const world = { ...desk, store };
    const ask = { command: 'brief', options: {}, now: NOW, locale: 'en', story: 'harbour-flood', from };
    const text = cardText(await brief.answer(ask, world), 'en');
    expect(text).toContain('Who pays for the *quay*? (no owner yet)');
    expect(text).toContain('Who built the sluice? (owner: K. Vale)');
    expect(text.split('Did a sluice stand open')).toHaveLength(2);
    expect(text).toContain('owner: M. Oduya');
    expect(text).not.toContain('of another');
    expect(await openQuestions({ ...desk, store: null }, 'harbour-flood', 's1')).toStrictEqual([]);
    await store.close();
  });
});
