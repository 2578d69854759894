import { describe, expect, it } from 'vitest';
import type { DifferenceKind, SentenceCheck } from '../../src/draft-check/check-draft.ts';
import { checkerOf } from './stories.ts';

const mayors = await checkerOf('kosovo-mayors-2023');
const flood = await checkerOf('harbour-flood');

const THURSDAY = { now: Temporal.Instant.from('2023-06-01T20:00:00+02:00') };
const SUNDAY = { now: Temporal.Instant.from('2031-03-16T18:00:00Z') };
const one = (text: string): SentenceCheck => {
  const [first, ...others] = mayors.check(text, THURSDAY);
  if (!first || others.length > 0) throw new Error(`"${text}" is not one sentence.`);
  return first;
};
const flooded = (text: string): SentenceCheck => {
  const [first] = flood.check(text, SUNDAY);
  if (!first) throw new Error(`"${text}" is no sentence.`);
  return first;
};

describe('a sentence that agrees', () => {
  it.each([
    'One police officer was injured on Wednesday, Kosovo’s interior ministry said.',
    'According to the interior ministry, a police officer was hurt on Wednesday.',
    'Lulzim Hetemi has been in his office in Leposavić since Monday.',
    'NATO soldiers guard the town hall in Leposavić.',
    'KFOR soldiers guard the town hall in Zvečan.',
    'Only 3.5 per cent turned out for the municipal elections in April.',
    'Serb residents reject the results of the municipal elections.',
    'Kurti refuses to back down, he said.',
    'The mayors of Zvečan and Zubin Potok work from home.',
  ])('%s', (text) => {
    expect(one(text)).toMatchObject({ verdict: 'agrees', differs: [] });
  });
});

describe('a sentence that differs in one thing, beside one that does not', () => {
  it.each<[DifferenceKind, string, string]>([
    [
      'count',
      'Two police officers were injured, the interior ministry said.',
      'One police officer was injured, the interior ministry said.',
    ],
    ['count', 'Turnout was 35%.', 'Turnout was 3,5 %.'],
    ['count', 'Some 15,000 Serbs live in northern Kosovo.', 'About fifty thousand Serbs live in northern Kosovo.'],
    [
      'count',
      'Several thousand Albanians demonstrated in Mitrovica.',
      'Hundreds of Albanians demonstrated in Mitrovica.',
    ],
    [
      'day',
      'Masked men threw stones at two police cars on Tuesday.',
      'Masked men threw stones at two police cars on Wednesday.',
    ],
    ['day', 'Hetemi has been in his office since Sunday.', 'Hetemi has been in his office since Monday.'],
    ['day', 'The municipal elections were held in May.', 'The municipal elections were held in April.'],
    [
      'day',
      'Several hundred Albanians demonstrated in the evening.',
      'Several hundred Albanians demonstrated at midday.',
    ],
    [
      'place',
      'Masked men threw stones at two police cars in Mitrovica on Wednesday.',
      'Masked men threw stones at two police cars in Zvečan on Wednesday.',
    ],
    [
      'place',
      'The Serbs of northern Kosovo consider Pristina their capital.',
      'The Serbs of northern Kosovo consider Belgrade their capital.',
    ],
    ['name', 'Alban Kurti spoke to Kosovar media.', 'Albin Kurti spoke to Kosovar media.'],
    [
      'name',
      'Two Kosovar Serbs were attacked and injured, police said.',
      'Two Kosovar Albanians were attacked and injured, police said.',
    ],
    [
      'name',
      'The mayor of Leposavić, Agim Deva, has been in his office since Monday.',
      'The mayor of Leposavić, Lulzim Hetemi, has been in his office since Monday.',
    ],
    ['role', 'President Albin Kurti spoke to Kosovar media.', 'Prime Minister Albin Kurti spoke to Kosovar media.'],
    [
      'role',
      'Igor Simic is the president of the Serbian List.',
      'Igor Simic is the vice-president of the Serbian List.',
    ],
    ['certainty', 'NATO might beef up its forces.', 'NATO had to beef up its forces.'],
    ['certainty', 'Kurti may not back down from his decision.', 'Kurti will not back down from his decision.'],
    [
      'certainty',
      'The protesters crossed to the northern part of the city.',
      'The protesters could not cross to the northern part of the city.',
    ],
    [
      'negation',
      'The protesters did not want to cross to the northern part of the city.',
      'The protesters wanted to cross to the northern part of the city.',
    ],
    [
      'speaker',
      'One police officer was injured, according to the Serbian interior ministry.',
      'One police officer was injured, according to the Kosovar interior ministry.',
    ],
    [
      'speaker',
      'A few dozen Serbs gathered outside the town hall in Zvečan, according to a Reuters journalist.',
      'A few dozen Serbs gathered outside the town hall in Zvečan, according to an AFP journalist.',
    ],
    [
      'speaker',
      'Two Kosovar Albanians were attacked in Mitrovica, Serbian police said.',
      'Two Kosovar Albanians were attacked in Mitrovica, police said.',
    ],
    [
      'speaker',
      'One police officer was injured, KFOR said.',
      'One police officer was injured, the interior ministry said.',
    ],
    [
      'speaker',
      'Simić told AFP that the mayors have to leave the area.',
      'Simić told Reuters that the mayors have to leave the area.',
    ],
    [
      'words',
      '“Mayors should stay and work in their offices,” Kurti told Kosovar media.',
      '"Mayors should go and work in their offices", Kurti told Kosovar media.',
    ],
    [
      'certainty',
      'It is confirmed that one police officer was injured, the interior ministry said.',
      'One police officer was injured, the interior ministry said.',
    ],
    [
      'negation',
      'Kurti will back down from his decision, he said.',
      'Kurti will not back down from his decision, he said.',
    ],
    [
      'negation',
      'The Serbs of northern Kosovo recognise its declaration of independence.',
      'The Serbs of northern Kosovo do not recognise its declaration of independence.',
    ],
  ])('%s: %s', (kind, wrong, right) => {
    expect(one(wrong)).toMatchObject({ verdict: 'differs' });
    expect(one(wrong).differs).toContain(kind);
    expect(one(wrong).facts.length).toBeGreaterThan(0);
    expect(one(right).verdict).not.toBe('differs');
    expect(one(right).facts.length).toBeGreaterThan(0);
  });

  it('puts the fact that differs first, with both versions side by side', () => {
    const { differs, facts, notes } = one('Two police officers were injured on Wednesday.');
    expect(differs).toEqual(['count']);
    const [note] = notes;
    expect(note).toMatchObject({ kind: 'count', draft: 'Two', fact: facts[0] });
    expect(note?.base).toMatch(/^One /);
  });
});

describe('what is denied as a whole', () => {
  it.each([
    ['No police officers were injured on Wednesday.', 'One police officer was injured on Wednesday.'],
    [
      'None of the protesters wanted to cross to the northern part.',
      'The protesters wanted to cross to the northern part.',
    ],
  ])('%s', (wrong, right) => {
    expect(one(wrong)).toMatchObject({ verdict: 'differs', differs: ['negation'] });
    expect(one(right).verdict).not.toBe('differs');
  });

  it('does not take what is merely elsewhere for the contrary', () => {
    // An office is no contrary of a home: the base says nothing of offices.
    expect(one('The mayors of Zvečan and Zubin Potok work from their offices.')).toMatchObject({
      verdict: 'agrees in part',
      differs: [],
    });
  });

  it('does not count the demonstrators where somebody is killed', () => {
    expect(one('NATO soldiers killed three protesters.')).toMatchObject({ verdict: 'not in the base', facts: [] });
    expect(one('Three Albanians demonstrated in Mitrovica.').differs).toContain('count');
  });
});

describe('what is near but other is not forced upon the nearest fact', () => {
  it.each([
    'The town hall in Zubin Potok is surrounded by barbed wire.',
    'Masked men attacked a journalist in Leposavić.',
    'Three people were arrested in Pristina on Wednesday.',
    'One journalist was injured on Wednesday.',
    'One police officer was killed on Wednesday.',
    'Serbian President Aleksandar Vučić has not commented.',
    'A meeting is planned for Friday in Brussels.',
  ])('%s', (text) => {
    expect(one(text)).toMatchObject({ verdict: 'not in the base', differs: [], facts: [] });
  });

  it('keeps two town halls apart', () => {
    expect(one('NATO soldiers are guarding the town hall in Zvečan.').verdict).toBe('differs');
    expect(one('KFOR soldiers are guarding the town hall in Leposavić.').verdict).toBe('differs');
  });

  it.each(['The situation remains tense.', 'More follows.', 'This is a developing story.'])(
    'leaves "%s" in peace',
    (text) => {
      expect(one(text)).toMatchObject({ verdict: 'nothing to check', facts: [], notes: [] });
    },
  );
});

describe('what rests on a word, is disputed, corrected, unverified or retracted', () => {
  it('asks for the speaker of a statement that is only attributed', () => {
    const check = one('One police officer was injured on Wednesday.');
    expect(check.verdict).toBe('attributed only');
    expect(check.notes[0]).toMatchObject({ kind: 'attributed', base: 'Interior Ministry of Kosovo' });
    expect(one('One police officer was injured on Wednesday, the ministry of the interior said.').verdict).toBe(
      'agrees',
    );
  });

  it('finds certainty where the base has a tip, and none in a sentence that says so', () => {
    expect(flooded('A sluice stood open.')).toMatchObject({ verdict: 'differs', differs: ['certainty'] });
    expect(flooded('It is rumoured that a sluice stood open.')).toMatchObject({ verdict: 'agrees' });
  });

  it('warns of a retracted fact, and not of its denial', () => {
    expect(flooded('A ferryman was missing.')).toMatchObject({ verdict: 'differs', differs: ['certainty'] });
    expect(flooded('A ferryman was missing.').notes.map(({ kind }) => kind)).toContain('retracted');
    expect(flooded('The report of a missing ferryman was withdrawn.').verdict).toBe('agrees');
    expect(flooded('Nobody was missing at any time, the town council said.').verdict).toBe('agrees');
  });

  it('accepts each side of a dispute from its own speaker, and says that there is another', () => {
    const check = flooded('About 400 people had to leave their homes, the fire brigade said.');
    expect(check.verdict).toBe('agrees');
    expect(check.notes.map(({ kind }) => kind)).toContain('disputed');
    expect(flooded('Some 250 people had to leave their homes, the fire brigade said.').verdict).toBe('differs');
  });

  it('knows the number that was corrected', () => {
    expect(flooded('Three boats were torn from the North Quay.')).toMatchObject({
      verdict: 'differs',
      differs: ['count'],
    });
    expect(flooded('Two boats were torn from the North Quay.').notes.map(({ kind }) => kind)).toContain('corrected');
  });

  it('knows what was overtaken', () => {
    expect(flooded('The North Quay is closed.')).toMatchObject({ verdict: 'differs', differs: ['negation'] });
    expect(flooded('The North Quay was closed on Friday and opened again on Sunday.').verdict).toBe('agrees');
  });
});

describe('a sentence of which the base does not say everything', () => {
  it('agrees in part, and names what is not there', () => {
    const { verdict, parts } = one('KFOR soldiers guard the town hall in Zvečan and its archive.');
    expect(verdict).toBe('agrees in part');
    expect(parts.filter(({ state }) => state === 'absent').map(({ draft }) => draft)).toEqual(['archive']);
  });

  it.each([
    ['another verb', 'NATO soldiers painted the town hall in Leposavić.'],
    ['another thing', 'Masked men threw bottles at two police cars on Wednesday, the interior ministry said.'],
    ['a word that limits', 'Only NATO soldiers guard the town hall in Leposavić.'],
    ['somebody else', 'Greek soldiers guard the town hall in Leposavić.'],
    ['a later day', 'NATO soldiers will guard the town hall in Leposavić.'],
  ])('never agrees for %s', (_, text) => {
    expect(one(text).verdict).not.toBe('agrees');
  });

  it('holds a number and its speaker against one fact', () => {
    expect(flooded('Some 250 people had to leave their homes, the fire brigade said.').differs).toEqual(
      expect.arrayContaining(['count', 'speaker']),
    );
  });
});

describe('days', () => {
  it('compares a weekday with that of the fact, whenever the draft is checked', () => {
    const late = { now: Temporal.Instant.from('2029-11-20T12:00:00Z') };
    const [right, wrong] = mayors.check(
      'Masked men threw stones at two police cars on Wednesday. Masked men threw stones at two police cars on Friday.',
      late,
    );
    expect([right?.verdict, wrong?.verdict]).toEqual(['agrees', 'differs']);
  });

  it('takes "today" for the day of the draft: the one given, its dateline, or the day of asking', () => {
    const text = 'Several hundred Albanians demonstrated in Mitrovica today.';
    expect(mayors.check(text, { ...THURSDAY, day: '2023-06-01' })[0]?.verdict).toBe('agrees');
    expect(mayors.check(text, { ...THURSDAY, day: '2023-06-02' })[0]?.differs).toEqual(['day']);
    expect(mayors.check(`MITROVICA, 2 June 2023 – ${text}`, THURSDAY)[0]?.differs).toEqual(['day']);
    expect(mayors.check(text, THURSDAY)[0]?.verdict).toBe('agrees');
  });

  it('says that a weekday is not that of its date, and that a day does not exist', () => {
    expect(one('On Tuesday 31 May 2023 masked men threw stones at two police cars.').differs).toEqual(['day']);
    expect(one('On 31 June masked men threw stones at two police cars.').differs).toEqual(['day']);
  });
});

describe('quotations', () => {
  it('forgives punctuation, case and the kind of marks', () => {
    expect(one('«mayors should go and work in their offices» Kurti told Kosovar media.').verdict).toBe('agrees');
  });

  it('finds a part of a quotation, and words left out by an ellipsis', () => {
    expect(one('Kurti asked what the point was of “having public buildings … if we don’t use them”.').verdict).toBe(
      'agrees',
    );
  });

  it('does not take the words of one for those of another', () => {
    expect(one('“Mitrovica cannot be divided,” Kurti said.').differs).toEqual(['speaker']);
  });

  it('says that words are not in the base', () => {
    expect(one('“I have nothing to add to this whole affair,” Kurti said.')).toMatchObject({
      verdict: 'not in the base',
    });
  });
});

describe('drafts in other languages: numbers, dates, names, quotations', () => {
  it.each<[string, DifferenceKind]>([
    ['Am Mittwoch wurden zwei Polizisten verletzt.', 'count'],
    ['Die Wahlbeteiligung lag bei 35 %.', 'count'],
    ['Lulzim Hetemi ist seit Dienstag in seinem Büro.', 'day'],
    ['Δύο αστυνομικοί τραυματίστηκαν την Τετάρτη.', 'count'],
    ['Dva policajca su povređena u sredu.', 'count'],
    ['Ljuljzim Hetemi je u kancelariji od utorka.', 'day'],
    ['Alban Kurti sagte, er werde nicht nachgeben.', 'name'],
  ])('%s differs in %s', (text, kind) => {
    expect(one(text).differs).toContain(kind);
  });

  it.each([
    'Die Wahlbeteiligung lag bei 3,5 %.',
    'Lulzim Hetemi ist seit Montag in seinem Büro.',
    'Izlaznost je bila samo 3,5 odsto.',
  ])('%s agrees', (text) => {
    expect(one(text).verdict).toBe('agrees');
  });
});
