import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkStory } from '../../../src/data/check.ts';
import type { Fact, Story } from '../../../src/data/model/fact.ts';
import { noticeOf } from '../../../src/data/revisions/correction-notice.ts';
import { filesOf, SMALL_STORY } from '../small-story.ts';

const checked = checkStory(filesOf(SMALL_STORY));
const story: Story = 'story' in checked ? checked.story : expect.fail();
const fact = (id: string, more: Partial<Fact> = {}): Fact => ({ ...(story.facts.get(id) ?? expect.fail()), ...more });
/** What a correction of f001 to `more` tells its readers. */
const notice = (more: Partial<Fact>, id = 'f001') => noticeOf(fact(id), fact(id, more), story);
const reworded = (wrong: string, right: string) =>
  noticeOf(fact('f001', { says: wrong }), fact('f001', { says: right }), story);

describe('no notice is due', () => {
  it.each([
    ['The ferry was agruond in fog.', 'The ferry was aground in fog.'],
    ['The ferry was aground in the harbour', 'The ferry was aground in the harbour.'],
    ['Some passngers were on baord.', 'Some passengers were on board.'],
    ['The “ferry” ran aground — off the port', 'The ferry ran aground off the port'],
  ])('for %s → %s', (wrong, right) => {
    expect(reworded(wrong, right)).toBeNull();
  });

  it('for what only the desk sees, or who signed it', () => {
    const checked = { by: 'Somebody else', on: '2031-04-01' };
    expect(
      notice({ note: 'x', asks: ['y'], checked, version: 'another', contradicts: ['f006'], question: 'q1' }),
    ).toBeNull();
    expect(notice({ who: [...fact('f001').who].toReversed() })).toBeNull();
  });
});

describe('a notice is due', () => {
  it.each([
    ['a number', 'About 40 ran aground.', 'About 41 ran aground.'],
    ['a number in words', 'The thrid accident.', 'The third accident.'],
    ['a number in words of another language', 'Es waren zwei.', 'Es waren drei.'],
    ['a name', 'Mara Teal spoke.', 'Mara Teel spoke.'],
    ['a name in small letters', 'The aurelai ran aground.', 'The aurelia ran aground.'],
    ['a day', 'It ran aground on firday.', 'It ran aground on friday.'],
    ['a word that is a word', 'It was then aground.', 'It was them aground.'],
    ['a word that nobody else uses', 'It was rejectd.', 'It was rejected.'],
    ['a short word', 'It was nto there.', 'It was not there.'],
    ['a word more', 'It was aground.', 'It was not aground.'],
    ['a question', 'It was aground?', 'It was aground.'],
    ['a decimal point', 'It was 3.5 metres.', 'It was 35 metres.'],
    ['capitals', 'the harbour office', 'the Harbour Office'],
  ])('for %s: %s → %s', (_what, wrong, right) => {
    expect(reworded(wrong, right)).toBe(wrong);
  });

  it.each<[string, Partial<Fact>]>([
    ['Fri 14 March 2031', { when: '2031-03-13' }],
    ['23:05', { time: '23:50' }],
    ['Harbour office of Port Sillan', { who: ['mara-teel'] }],
    ['Port Sillan', { where: ['sillan-bay'] }],
    ['confirmed', { status: 'reported' }],
    ['on Friday', { when_said: 'on Friday night' }],
    ['inferred', { when_how: 'stated' }],
    ['Harbour office of Port Sillan; Port Sillan', { who: [], where: [] }],
  ])('%s, when it is corrected', (was, more) => {
    expect(notice(more)).toBe(was);
  });

  it('for the speaker, the words and the quotation', () => {
    expect(notice({ said_by: 'the-pilot' }, 'f002')).toBe('Mara Teel');
    expect(notice({ words: 'We heard the bell' }, 'f002')).toBe('We heard the bell… then nothing');
    const [cite] = fact('f006').citations;
    const quote = 'The ferry was built';
    expect(cite && notice({ citations: [{ ...cite, quote }] }, 'f006')).toBe('s1: The ferry was built in 1998.');
    const figure = fact('f003').figure;
    expect(figure && notice({ figure: { ...figure, value: '40' } }, 'f003')).toBe(
      '~ About 40 people, passengers taken ashore',
    );
  });

  it('for what was missing, with the sentence as it stood', () => {
    expect(notice({ told: 'coast-radio', said_by: 'mara-teel' }, 'f006')).toBe('The ferry was built in 1998.');
  });
});

const word = fc.oneof(
  fc.constantFrom(
    ...'The ferry ran aground off Port Sillan in fog on Friday 40 55 1998 not no was has Mara Teel harbour office boat,'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' ').replaceAll(/\s+/gu, ' ').trim() || 'x');

test('a digit, a capital letter or a name never changes without a notice, and a notice can be written into the files', () => {
  const telling = /[\p{N}\p{Lu}]/u;
  fc.assert(
    fc.property(sentence, sentence, (wrong, right) => {
      const was = reworded(wrong, right);
      const marks = (text: string) =>
        text
          .split(/\s+/u)
          .filter((one) => telling.test(one))
          .map((one) => one.replaceAll(/[^\p{L}\p{N}]/gu, ''))
          .join(' ');
      if (marks(wrong) !== marks(right)) expect(was).not.toBeNull();
      if (wrong === right) expect(was).toBeNull();
      expect(reworded(wrong, right)).toBe(was);
      if (was !== null) expect(was).toMatch(/^\S(?:.*\S)?$/);
      expect((was ?? '').length).toBeLessThanOrEqual(600);
    }),
    { numRuns: 2000 },
  );
});

test('a slip in one letter of an ordinary word of the sources is corrected without a notice', () => {
  const ordinary = ['aground', 'passengers', 'ashore', 'heard', 'nothing', 'speaking', 'built'];
  fc.assert(
    fc.property(fc.constantFrom(...ordinary), fc.nat(), fc.constantFrom(...'qxz'), (right, at, letter) => {
      const place = at % (right.length + 1);
      const wrong = right.slice(0, place) + letter + right.slice(place);
      expect(reworded(`They were ${wrong} then`, `They were ${right} then`)).toBeNull();
    }),
  );
});
