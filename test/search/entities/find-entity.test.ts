import { describe, expect, it } from 'vitest';
import { buildIndex, findWhere, findWho } from '../../../src/search/story-search.ts';
import { dam, index, story, who } from '../dam-story.ts';

const whoIs = (text: string): string[] =>
  findWho(index, text).answers.map(({ entity, way }) => `${entity.id} by ${way}`);
const whereIs = (text: string): string[] =>
  findWhere(index, text).answers.map(({ entity, way }) => `${entity.id} by ${way}`);
const suggested = (text: string): string[] => findWho(index, text).suggestions.map(({ entity }) => entity.id);

describe('each way of finding a name, and the reply can say which', () => {
  it.each([
    ['arben-hoxha', 'arben-hoxha by id', 'the id that autocomplete sends'],
    ['Arben Hoxha', 'arben-hoxha by name', 'the house form'],
    ['arben hoja', 'arben-hoxha by alias', 'another spelling that the base has'],
    ['Миланъ Петровић'.replace('ъ', ''), 'milan-petrovic by transliteration', 'Cyrillic that the base has not'],
    ['prime minister of Dardania', 'arben-hoxha by role', 'what they are'],
    ['hoxh', 'arben-hoxha by prefix', 'the beginning of a part of the name'],
    ['arben hosha', 'arben-hoxha by fuzzy', 'misspelt'],
    ['missing anglers', 'swept-anglers by words', 'words that stand in two of the names'],
  ])('%s → %s: %s', (typed, expected) => {
    expect(whoIs(typed)).toEqual([expected]);
  });
});

describe('a name in every script and spelling', () => {
  it.each([
    ['Ана Петровић', 'ana-petrovic by alias', 'the Cyrillic of the base'],
    ['Άνα Πέτροβιτς', 'ana-petrovic by alias', 'the Greek of the base'],
    ['ΑΝΑ ΠΕΤΡΟΒΙΤΣ', 'ana-petrovic by alias', 'Greek capitals without accents'],
    ['Аrben Hоxha', 'arben-hoxha by name', 'Cyrillic letters that look Latin'],
    ['Ar\u200bben Ho\u00adxha', 'arben-hoxha by name', 'letters that are not seen'],
    ['Ａｒｂｅｎ Ｈｏｘｈａ', 'arben-hoxha by name', 'full width'],
    ['djordje scekic', 'djordje-scekic by name', 'đ spelt dj'],
    ['dorde scekic', 'djordje-scekic by name', 'đ without its stroke'],
    ['Ђорђе Шћекић', 'djordje-scekic by transliteration', 'ђ is đ'],
    ['arbenhoxha', 'arben-hoxha by name', 'run together'],
    ['ar ben hoxha', 'arben-hoxha by name', 'run apart'],
    ['Hoxha Arben', 'arben-hoxha by name', 'family name first'],
    ['A. Hoxha', 'arben-hoxha by prefix', 'an initial'],
    ['Hoxxha', 'arben-hoxha by fuzzy', 'a letter doubled'],
    ["Hoxha's", 'arben-hoxha by prefix', 'an English genitive'],
    ['Arben Hoxhës', 'arben-hoxha by alias', 'an Albanian genitive'],
    ['who is Arben Hoxha, please?', 'arben-hoxha by name', 'asked politely'],
    ['ميلان بتروفيتش', 'milan-petrovic by transliteration', 'Arabic, which writes no short vowels'],
    ["מילן פטרוביץ'", 'milan-petrovic by transliteration', 'Hebrew, with a sign that makes another sound of a letter'],
  ])('%s → %s: %s', (typed, expected) => {
    expect(whoIs(typed)).toEqual([expected]);
  });

  it.each([
    ['u Zelengradu', 'zelengrad by alias', 'a Serbian case behind its preposition'],
    ['Zelengradit', 'zelengrad by alias', 'an Albanian case'],
    ['της Δαρδανίας', 'dardania by alias', 'a Greek case behind its article'],
    ['in Dardanien', 'dardania by alias', 'the German name'],
    ['starimost', 'stari-most by name', 'run together'],
    ['starimots', 'stari-most by fuzzy', 'run together and misspelt'],
    ['the old bridge', 'stari-most by alias', 'with an article'],
    ['zelengard', 'zelengrad by fuzzy', 'two letters in the wrong order'],
    ['brezna, dardania', 'brezna by name', 'with the country that it lies in'],
  ])('%s → %s: %s', (typed, expected) => {
    expect(whereIs(typed)).toEqual([expected]);
  });
});

describe('what is not sure is offered, not answered', () => {
  it('offers everybody of a name, and guesses nobody', () => {
    expect(whoIs('Petrović')).toEqual(['ana-petrovic by prefix', 'milan-petrovic by prefix']);
    expect(whoIs('petrovic')).toHaveLength(2);
  });

  it('takes a whole name before a longer one that holds it', () => {
    expect(whereIs('Зеленград')).toEqual(['zelengrad by alias']);
    expect(whereIs('zelen grad')).toEqual(['zelengrad by name']);
  });

  it('does not let a weak name win alone', () => {
    expect(whoIs('Ana')).toEqual([]);
    expect(suggested('Ana')).toContain('ana-petrovic');
    expect(whereIs('the wall')).toEqual([]);
    // The control: beside another part of the name it helps.
    expect(whoIs('Ana Petrovic')).toEqual(['ana-petrovic by name']);
  });

  it('does not take a person for another with one of their names', () => {
    expect(whoIs('Vesna Hoxha')).toEqual([]);
    expect(suggested('Vesna Hoxha')).toEqual(['arben-hoxha']);
  });

  it('does not take a place for the bodies that are called after it', () => {
    expect(whoIs('Dardania')).toEqual([]);
    expect(suggested('Dardania')[0]).toBe('dardania');
  });

  it('says nothing to names that are merely of the same length or beginning', () => {
    for (const stranger of ['Marko', 'Hoti', 'Peter', 'Vucic', 'xyz', '12', '?', '', '   ', '🙂']) {
      expect([stranger, whoIs(stranger)]).toEqual([stranger, []]);
    }
    expect(whereIs('Belgorod')).toEqual([]);
  });

  it('takes a country for itself, and for nobody who is spelt nearly so', () => {
    const near = buildIndex(story({ who: [who({ id: 'x', name: 'Albanik' }), who({ id: 'y', name: 'Serbina' })] }));
    for (const country of ['Albania', 'Albanien', 'Albanija', 'Serbia'])
      expect(findWho(near, country).answers).toEqual([]);
    // The control: another slip of the same size is one.
    expect(findWho(near, 'Albanix').answers).toHaveLength(1);
  });

  it('takes two slips only in long words: in a short one they make another name', () => {
    const two = buildIndex(
      story({ who: [who({ id: 'belgrad', name: 'Belgrad' }), who({ id: 'x', name: 'Aleksandrovac' })] }),
    );
    const found = (text: string): number => findWho(two, text).answers.length;
    expect(found('Belgorod')).toBe(0);
    expect(found('Aleksandorvca')).toBe(1);
  });

  it('makes at most three suggestions', () => {
    const many = story({ who: Array.from({ length: 9 }, (_, i) => who({ id: `p${i}`, name: `Ilir Berisha${i}` })) });
    expect(findWho(buildIndex(many), 'Agron Berisha1').suggestions.length).toBeLessThanOrEqual(3);
  });

  it('keeps every entity reachable by its own names', () => {
    for (const entity of dam.who.values()) {
      for (const name of [entity.name, ...Object.values(entity.names).flat()]) {
        expect([name, findWho(index, name).answers.map((hit) => hit.entity.id)]).toEqual([name, [entity.id]]);
      }
    }
  });
});
