import { editDistance } from '../../text/edit-distance.ts';
import { searchForm } from '../../search/analysis/folding.ts';
import { isEnglishWord } from '../../search/analysis/thesaurus.ts';
import { tokens, type DateToken } from '../../search/analysis/dates/tokens.ts';
import { MONTHS, WEEKDAYS } from '../../search/analysis/dates/vocabulary.ts';
import { tellsNothing } from '../terms/terms.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import type { Person } from '../model/name-words.ts';

/** A near miss of a known name: a wrong first name or an unused spelling. */
export interface NameFault {
  readonly id: string;
  readonly draft: string;
  readonly base: string;
  readonly start: number;
  readonly end: number;
}

/** One letter in a short name, two in a longer one; a case ending is no misspelling. */
function misspells(typed: string, name: string): boolean {
  const most = name.length >= 7 ? 2 : name.length >= 5 ? 1 : 0;
  return (
    typed !== name &&
    most > 0 &&
    typed.charAt(0) === name.charAt(0) &&
    editDistance(typed, name, most) <= most &&
    !typed.startsWith(name.slice(0, -1))
  );
}

const isName = ({ kind, raw }: DateToken) => kind === 'word' && /^\p{Lu}\p{Ll}/u.test(raw);
const bare = ({ raw }: DateToken) => searchForm(raw.replace(/['’]s?$/u, ''));

/** Nearly right names of people: "Alban Kurti", "Albin Krasniqi", "Hetemmi". */
export function personNameDifferences(text: string, base: CheckerIndex): NameFault[] {
  const { people } = base;
  const list = tokens(text);
  const found: NameFault[] = [];
  const fault = (person: Person, from: DateToken, to: DateToken) =>
    found.push({
      id: person.id,
      base: person.name,
      draft: text.slice(from.start, to.end),
      start: from.start,
      end: to.end,
    });
  list.forEach((token, at) => {
    if (!isName(token) || found.some(({ end }) => token.start < end)) return;
    const [key, before, behind] = [bare(token), list[at - 1], list[at + 1]];
    const isLast = people.byLast.get(key) ?? [];
    const adjacent = before && isName(before) && before.end + 1 === token.start ? before : null;
    if (isLast.length > 0) {
      if (!adjacent || isTitle(bare(adjacent), base) || at === 0) return;
      const first = bare(adjacent);
      if (isLast.some(({ firsts }) => firsts.has(first)) || base.names.knows(adjacent.raw)) return;
      const person =
        isLast.find(({ firsts }) => [...firsts].some((own) => editDistance(own, first, 2) <= 2)) ?? isLast[0];
      if (person) fault(person, adjacent, token);
      return;
    }
    const isFirst = people.byFirst.get(key) ?? [];
    if (isFirst.length > 0 && behind && isName(behind) && behind.start === token.end + 1) {
      const last = bare(behind);
      const [person] = isFirst;
      if (person && !isFirst.some(({ lasts }) => lasts.has(last)) && !base.names.knows(behind.raw))
        fault(person, token, behind);
      return;
    }
    if (base.names.knows(token.raw)) return;
    const near = people.lasts.get(key.charAt(0))?.find(({ last }) => misspells(key, last))?.person;
    if (near) fault(near, adjacent && near.firsts.has(bare(adjacent)) ? adjacent : token, token);
  });
  return found;
}

const isTitle = (word: string, { offices }: CheckerIndex) =>
  offices.byFirst.has(word) ||
  /^(?:mr|mrs|ms|dr|the|a|and|in|on|but)$/.test(word) ||
  WEEKDAYS.has(word) ||
  MONTHS.has(word);

/** Misspelt places and bodies of the story. */
export function spellingDifferences(text: string, base: CheckerIndex): NameFault[] {
  const known = (raw: string) => base.names.knows(raw) || base.postings.has(base.concepts.of(searchForm(raw)).name);
  return tokens(text).flatMap((token) => {
    if (
      !isName(token) ||
      isEnglishWord(token.key) ||
      tellsNothing(token.key) ||
      known(token.raw.replace(/['’]s?$/u, ''))
    )
      return [];
    const key = bare(token);
    const near = base.people.bodies.get(key.charAt(0))?.find((other) => misspells(key, other.key));
    return near ? [{ id: near.id, base: near.name, draft: token.raw, start: token.start, end: token.end }] : [];
  });
}
