import { describe, expect, it } from 'vitest';
import { correctedFields, updatedFields, verifiedFields } from '../../../src/commands/fact/changed-fields.ts';
import { factFields, EMPTY_FORM, type FactForm } from '../../../src/commands/fact/form-fields.ts';
import { similarFacts } from '../../../src/commands/curation/similar-facts.ts';
import { desk, NOW } from '../ask-command.ts';

const index = desk.stories.get('harbour-flood')?.(NOW) ?? expect.fail('the story of the fixtures');
const known = { index, now: NOW };
const fact = (id: string) => index.story.facts.get(id) ?? expect.fail(id);
const fields = (written: Partial<FactForm>) =>
  factFields({ ...EMPTY_FORM, kind: 'event', source: 's1', ...written }, known);

describe('a new fact', () => {
  it('is of the people and places that its sentence and its snippet name, and of nobody who is only perhaps meant', () => {
    const made = fields({ says: 'Edda Brandt closed the North Quay.', snippet: 'Brandt said so.' });
    expect(made).toMatchObject({ who: ['edda-brandt'], where: ['north-quay'], where_how: 'inferred' });
    expect(fields({ says: 'Brandt said so.', snippet: 'Brandt' })).not.toHaveProperty('who');
  });

  it('is of a place that is stated where the source names it', () => {
    expect(fields({ says: 'It flooded.', snippet: 'The North Quay was flooded.' })).toMatchObject({
      where_how: 'stated',
    });
  });

  it.each<[string, Partial<FactForm>, object]>([
    [
      'that its snippet tells, from the day of its source',
      { snippet: 'It came on Friday night.' },
      { when: '2031-03-14', when_how: 'inferred' },
    ],
    [
      'that its snippet prints',
      { snippet: 'It came on 14 March 2031.' },
      { when: '2031-03-14', when_how: 'stated', when_said: 'on 14 March 2031' },
    ],
    ['that was typed', { snippet: 'It came.', when: 'Friday' }, { when: '2031-03-14', when_how: 'inferred' }],
    [
      'that was typed and is printed',
      { snippet: 'It came on 14 March 2031.', when: '14.3.2031' },
      { when: '2031-03-14', when_how: 'stated' },
    ],
    ['that was typed as the files have it', { snippet: 'It came.', when: '2031-03-14/..' }, { when: '2031-03-14/..' }],
    ['that is none, as it was typed', { snippet: 'It came.', when: 'once upon a time' }, { when: 'once upon a time' }],
  ])('has the day %s', (_what, written, expected) => {
    expect(fields({ says: 'It came.', ...written })).toMatchObject(expected);
  });

  it('without a day has none', () => {
    expect(
      Object.keys(fields({ says: 'It came.', snippet: 'It came.' })).filter((name) => name.startsWith('when')),
    ).toEqual([]);
  });

  it('rests on the word of its speaker, found by name or role; one that nobody knows stays as typed', () => {
    expect(fields({ speaker: 'harbour master' })).toMatchObject({ said_by: 'edda-brandt', status: 'attributed' });
    expect(fields({ speaker: 'Brandt' })).toMatchObject({ said_by: 'Brandt' });
    expect(fields({})).toMatchObject({ status: 'reported' });
  });

  it('of a quote has the words between its quotation marks, those that were given, or all of it', () => {
    const snippet = '“Nobody sets foot on the quay before I do,” she told the Courier.';
    expect(fields({ kind: 'quote', snippet })).toMatchObject({ words: 'Nobody sets foot on the quay before I do,' });
    expect(fields({ kind: 'quote', snippet, words: 'before I do' })).toMatchObject({ words: 'before I do' });
    expect(fields({ kind: 'quote', snippet: 'the “first” and the “second”' })).toMatchObject({
      words: 'the “first” and the “second”',
    });
  });

  it('keeps its snippet letter for letter', () => {
    const snippet = 'a  “b”\u00a0\n c…';
    expect(fields({ snippet })).toMatchObject({ cite: [{ source: 's1', quote: snippet }] });
  });
});

describe('a correction', () => {
  it('changes what differs, and nothing else', () => {
    expect(correctedFields(fact('h03'), {}, known)).toEqual({});
    expect(correctedFields(fact('h03'), { says: 'The North Quay was reopened.' }, known)).toEqual({
      says: 'The North Quay was reopened.',
    });
    expect(correctedFields(fact('h05'), { value: '260' }, known)).toMatchObject({
      figure: { value: '260', unit: 'people' },
    });
  });

  it('takes along who and what place is named now, and leaves what the sentence never named', () => {
    const made = correctedFields(fact('h03'), { says: 'The Old Customs House was opened again.' }, known);
    expect(made).toMatchObject({ where: ['north-quay', 'old-customs-house'] });
    const moved = correctedFields(
      fact('h03'),
      { says: 'The Old Customs House was opened.', snippet: 'It was.' },
      known,
    );
    expect(moved).toMatchObject({ where: ['old-customs-house'] });
  });

  it('takes a date away with all that is said of it', () => {
    expect(correctedFields(fact('h03'), { when: '' }, known)).toEqual({ when: null, when_said: null, when_how: null });
  });

  it('of a speaker makes a reported fact an attributed one', () => {
    expect(correctedFields(fact('h03'), { speaker: 'edda-brandt' }, known)).toEqual({
      said_by: 'edda-brandt',
      status: 'attributed',
    });
  });
});

describe('an update and a verification', () => {
  it('overtake the fact, and add a proof to it', () => {
    const snippet = 'The North Quay was opened again this morning.';
    expect(updatedFields(fact('h02'), { says: 'It is open.', source: 's2', snippet }, known)).toMatchObject({
      supersedes: ['h02'],
      says: 'It is open.',
      cite: [{ source: 's2', quote: snippet }],
    });
    const proofs = fact('h02').citations.length;
    expect(verifiedFields(fact('h02'), { source: 's2', snippet }, index)['cite']).toHaveLength(proofs + 1);
    expect(verifiedFields(fact('h02'), {}, index)).toEqual({});
  });
});

describe('a like fact', () => {
  it('is one that says much the same, whatever the order of its words', () => {
    const ids = (says: string) => similarFacts(index, says, '').map(({ id }) => id);
    expect(ids('The North Quay was opened again.')).toEqual(['h03']);
    expect(ids('Opened again was the North Quay.')).toEqual(['h03']);
    expect(ids('A ferry to the North Quay was cancelled on Monday for want of passengers.')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});
