import type { Story, Where, Who } from '../../data/model/fact.ts';
import { searchForm, searchForms } from '../../search/analysis/folding.ts';
import { tokens, wordSet, type DateToken } from '../../search/analysis/dates/tokens.ts';

/** A name of the story in a text. Several ids: the form is shared ("masked men", "town hall"). */
export interface NameMention {
  readonly ids: readonly string[];
  readonly kind: 'who' | 'where';
  /** UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** A form that helps to find but proves nothing. */
  readonly weak: boolean;
}

interface Form {
  /** Each word in all its folds: Đorđe is typed "Dorde" and "Djordje". */
  readonly words: readonly (readonly string[])[];
  /** One word of a person's name: it matches only with a capital, and if nothing longer fits. */
  readonly part: boolean;
  readonly id: string;
  readonly kind: 'who' | 'where';
  readonly weak: boolean;
}

export interface NameFinder {
  find(text: string): NameMention[];
  /** The folded words of all forms of an entity, and of all names together. */
  words(id: string): ReadonlySet<string>;
  knows(word: string): boolean;
}

const wordsOf = (text: string) => tokens(text).filter(({ kind }) => kind !== 'sign');
const foldWord = (raw: string) => searchForm(raw.replace(/['’]s?$/, ''));
const foldsOf = (raw: string) => searchForms(raw.replace(/['’]s?$/, ''));

/** Not a name by themselves: particles, honorifics, generation suffixes. */
const SMALL = wordSet(
  'van der den de del della di da do dos das du la le el al bin bint ibn von zu und of the and y i jr sr ii iii',
  'mr mrs ms miss dame sir lord lady dr prof justice mrs',
);

/** Words that stand for a person's whole name: family name, given name. */
function partsOf(entity: Who | Where): string[] {
  if (!('type' in entity) || entity.type !== 'person' || entity.unnamed) return [];
  const words = entity.name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}|^\p{Ll}+-\p{Lu}/u.test(word) && !SMALL.has(foldWord(word)));
  return words.length < 2 ? [] : words.filter((word) => searchForm(word).length > 1);
}

function formsOf(entity: Who | Where, kind: 'who' | 'where'): Form[] {
  const make =
    (weak: boolean, part = false) =>
    (name: string) => ({ words: wordsOf(name).map(({ raw }) => foldsOf(raw)), id: entity.id, kind, weak, part });
  // "Mayor of Zvečan" is found by the role: as a name it would hide the title from the comparison.
  const title = 'type' in entity && entity.unnamed ? entity.role?.title : undefined;
  const isTitle = (form: string) =>
    title !== undefined &&
    ('type' in entity && entity.role?.of !== undefined ? holds(form, title) : foldAll(form) === foldAll(title));
  const firm = [entity.name, ...Object.values(entity.names).flat()].filter((form) => !isTitle(form));
  return [...firm.map(make(false)), ...entity.weak.map(make(true)), ...partsOf(entity).map(make(false, true))].filter(
    ({ words }) => words.length > 0 && words.every((folds) => folds.length > 0),
  );
}

const foldAll = (text: string) =>
  wordsOf(text)
    .map(({ raw }) => foldWord(raw))
    .join(' ');
const holds = (form: string, title: string) => ` ${foldAll(form)} `.includes(` ${foldAll(title)} `);

/** Case endings and articles of Serbian, Croatian, Albanian and Greek, folded. */
const ENDINGS = /^(?:a|u|e|i|o|om|em|im|ama|ima|ija|iju|ijom|ju|ja|jem|it|in|n|t|ve|s|es|et|ut|ou|on|os|as|is)$/;

/** A last word with a case ending: "Kurtija", "Zvečanu", "Mitrovicë". Short words have none. */
function bends(typed: string, word: string): boolean {
  if (typed === word) return true;
  const root = word.length > 5 && /[aeiou]$/.test(word) ? word.slice(0, -1) : word;
  return word.length >= 5 && typed.startsWith(root) && ENDINGS.test(typed.slice(root.length));
}

const DEMONYM = /^\p{Lu}\p{L}*(?:an|ish|ese|nch|tch|eek|ech|ss)$/u;

/** "The Serbian interior ministry" is not the story's interior ministry, which is Kosovo's. */
function isOfOthers(
  before: DateToken | undefined,
  first: DateToken | undefined,
  isOwn: (word: string) => boolean,
): boolean {
  if (before === undefined || first === undefined || before.end + 1 !== first.start) return false;
  return /^\p{Ll}/u.test(first.raw) && DEMONYM.test(before.raw) && !isOwn(foldWord(before.raw));
}

export function makeNameFinder(story: Story): NameFinder {
  const forms = [...story.who.values()].flatMap((who) => formsOf(who, 'who'));
  forms.push(...[...story.where.values()].flatMap((where) => formsOf(where, 'where')));
  const byFirst = new Map<string, Form[]>();
  for (const form of forms.toSorted((a, b) => b.words.length - a.words.length || Number(a.part) - Number(b.part)))
    for (const fold of form.words[0] ?? []) byFirst.set(fold, [...(byFirst.get(fold) ?? []), form]);
  const byId = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { id, words, weak } of forms) {
    const own = byId.get(id) ?? new Set();
    for (const word of words.flat()) {
      if (!weak) own.add(word);
      all.add(word);
    }
    byId.set(id, own);
  }
  const firstWords = [...byFirst.keys()].filter((word) => word.length >= 5);
  const bent = new Map<string, readonly Form[]>();
  const startsWith = (word: string): readonly Form[] => {
    const exact = byFirst.get(word);
    if (exact || word.length < 6) return exact ?? [];
    const known = bent.get(word);
    if (known) return known;
    const root = firstWords.find((first) => bends(word, first));
    const list = root === undefined ? [] : (byFirst.get(root) ?? []);
    bent.set(word, list);
    return list;
  };
  return {
    words: (id) => byId.get(id) ?? new Set(),
    knows: (word) => searchForms(word).some((fold) => all.has(fold)),
    find(text) {
      const list = wordsOf(text);
      const keys = list.map(({ raw }) => foldsOf(raw));
      const found: NameMention[] = [];
      const fits = ({ words, part }: Form, at: number) =>
        (!part || /^\p{Lu}/u.test(list[at]?.raw ?? '')) &&
        words.every((folds, i) => (keys[at + i] ?? []).some((key) => folds.some((word) => bends(key, word))));
      for (let at = 0; at < list.length; at += 1) {
        const candidates = [...new Set((keys[at] ?? []).flatMap(startsWith))];
        const best = candidates.toSorted((a, b) => b.words.length - a.words.length).find((form) => fits(form, at));
        if (!best) continue;
        const length = best.words.length;
        const fitting = candidates.filter((form) => form.words.length === length && fits(form, at));
        const wholes = fitting.filter(({ part }) => !part);
        const same = wholes.length > 0 ? wholes : fitting;
        const firm = same.filter(({ weak }) => !weak);
        const taken = firm.length > 0 ? firm : same;
        const [start, end] = [list[at]?.start ?? 0, list[at + length - 1]?.end ?? 0];
        if (isOfOthers(list[at - 1], list[at], (word) => taken.some(({ id }) => byId.get(id)?.has(word) === true)))
          continue;
        const kind = taken[0]?.kind ?? 'who';
        const ids = [...new Set(taken.filter((form) => form.kind === kind).map(({ id }) => id))];
        found.push({ ids, kind, start, end, form: text.slice(start, end), weak: firm.length === 0 });
        at += length - 1;
      }
      return found;
    },
  };
}
