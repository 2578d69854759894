import { describe, expect, it } from 'vitest';
import { buildIndex, findWho, entityMentions } from '../../../src/search/story-search.ts';
import { dam, index, story, where, who } from '../dam-story.ts';

const whoIs = (text: string): string[] => findWho(index, text).answers.map(({ entity }) => entity.id);
const suggested = (text: string): string[] => findWho(index, text).suggestions.map(({ entity }) => entity.id);

describe('a role: title and place, each in any of its names', () => {
  it.each([
    'prime minister of Dardania',
    'Dardania PM',
    "Dardania's premier",
    'the Dardanian prime minister',
    'Kryeministri i Dardanisë',
    'Premijer Dardanije',
    'премијер Дарданије',
    'πρωθυπουργός της Δαρδανίας',
    'Ministerpräsident Dardanien',
    'premier ministre de la Dardanie',
    'prime minister Hoxha',
    'PM Hoxha',
    'head of government',
    'prime ministr of dardania',
    'who is the prime minister of Dardania?',
  ])('%s is Arben Hoxha', (typed) => {
    expect(whoIs(typed)).toEqual(['arben-hoxha']);
  });

  it.each([
    'mayor of Zelengrad',
    'Zelengrad mayor',
    'gradonačelnica Zelengrada',
    'градоначелница Зеленграда',
    'kryetarja e Zelengradit',
    'Bürgermeisterin von Zelengrad',
    'maire de Zelengrad',
    'mayor petrovic',
    'Zelengrad mayor Petrovic',
    'mayer of zelengrad',
    'predsednik opštine Zelengrad',
  ])('%s is Ana Petrović, and not the mayor of another place', (typed) => {
    expect(whoIs(typed)).toEqual(['ana-petrovic']);
  });

  it('knows short forms and the bodies by theirs', () => {
    expect(whoIs('ZRB spokesperson')).toEqual(['milan-petrovic']);
    expect(whoIs('spokeswoman of the River Board')).toEqual(['milan-petrovic']);
    expect(whoIs('portparol River Board')).toEqual(['milan-petrovic']);
  });

  it('finds whoever the sources do not name', () => {
    expect(whoIs('mayor of Brezna')).toEqual(['mayor-of-brezna']);
    expect(whoIs('δήμαρχος Μπρέζνα')).toEqual(['mayor-of-brezna']);
  });

  it('offers all who hold a title when no place is given', () => {
    expect(whoIs('mayor')).toEqual(['ana-petrovic', 'mayor-of-brezna', 'mayor-of-north-zelengrad']);
  });

  it('finds a body through the place that it governs', () => {
    const other = story({
      where: [where({ id: 'dardania', name: 'Dardania' })],
      who: [
        who({ id: 'gov', type: 'organisation', name: 'Government of Dardania' }),
        who({ id: 'pm', name: 'Arben Hoxha', role: { title: 'prime minister', of: 'gov' } }),
      ],
    });
    expect(findWho(buildIndex(other), 'Dardania PM').answers.map(({ entity }) => entity.id)).toEqual(['pm']);
  });
});

describe('the holder of a role is never offered for another', () => {
  it.each([
    ['mayor of Dardania', 'no mayor is of the country'],
    ['mayor of Stari Most', 'a place without one'],
    ['mayor of Belgrade', 'a place that the story has not'],
    ['president of Dardania', 'another title of the same country'],
    ['deputy prime minister of Dardania', 'a longer title'],
    ['former mayor of Zelengrad', 'a holder of before'],
    ['ex-prime minister of Dardania', 'a holder of before'],
    ['wife of the mayor of Zelengrad', 'somebody beside the holder'],
    ['police chief of Zelengrad', 'a title that nobody holds'],
    ['mayor of South Zelengrad', 'a place beside two that have one'],
    ['spokesman of the government', 'a body that has none'],
    ['government minister', 'a title that is like a body'],
  ])('%s: nobody (%s)', (typed) => {
    expect(whoIs(typed)).toEqual([]);
    const { answers, related } = findWho(index, typed);
    const holders = [...answers, ...related].filter(({ entity }) => entity.role !== undefined);
    expect(holders).toEqual([]);
    expect(suggested(typed).filter((id) => dam.who.get(id)?.role !== undefined)).toEqual([]);
  });

  it('tells the north of a town from the town', () => {
    expect(whoIs('mayor of North Zelengrad')).toEqual(['mayor-of-north-zelengrad']);
    expect(whoIs('mayor of Zelengrad')).toEqual(['ana-petrovic']);
  });

  it('suggests a person who is named with a title that they do not hold', () => {
    expect(whoIs('president Hoxha')).toEqual([]);
    expect(suggested('president Hoxha')).toEqual(['arben-hoxha']);
  });
});

describe('a role inside a question', () => {
  const named = (text: string): string[] =>
    entityMentions(index, text).hits.map(({ entity, way }) => `${entity.id} by ${way}`);

  it('is recognised with its place or its holder', () => {
    expect(named('what did the mayor of Zelengrad say about the schools')).toEqual(['ana-petrovic by role']);
    expect(named('kryeministri i Dardanisë për digën')).toEqual(['arben-hoxha by role']);
  });

  it('stands alone where one person holds it, and names nobody where several do', () => {
    expect(named('did the prime minister resign')).toEqual(['arben-hoxha by role']);
    expect(named('did the mayor resign')).toEqual([]);
  });

  it('leaves a place a place when nobody there holds the title', () => {
    expect(named('did the president of Dardania resign')).toEqual(['dardania by name']);
  });
});
