import type { Story, Where, Who } from '../../data/model/fact.ts';
import { searchForm } from '../../search/analysis/folding.ts';
import { tokens, type DateToken } from '../../search/analysis/dates/tokens.ts';

/** A name of the story that a text uses. Several ids: the form is shared ("masked men", "town hall"). */
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
  readonly words: readonly string[];
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

function formsOf(entity: Who | Where, kind: 'who' | 'where'): Form[] {
  const make = (weak: boolean) => (name: string) => ({
    words: wordsOf(name).map(({ raw }) => foldWord(raw)),
    id: entity.id,
    kind,
    weak,
  });
  // "Mayor of Zvečan" is found by the role: as a name it would hide the title from being compared.
  const title = 'type' in entity && entity.unnamed ? entity.role?.title : undefined;
  const isTitle = (form: string) =>
    title !== undefined &&
    ('type' in entity && entity.role?.of !== undefined ? holds(form, title) : foldAll(form) === foldAll(title));
  const firm = [entity.name, ...Object.values(entity.names).flat()].filter((form) => !isTitle(form));
  return [...firm.map(make(false)), ...entity.weak.map(make(true))].filter(({ words }) => words.length > 0);
}

const foldAll = (text: string) =>
  wordsOf(text)
    .map(({ raw }) => foldWord(raw))
    .join(' ');
const holds = (form: string, title: string) => ` ${foldAll(form)} `.includes(` ${foldAll(title)} `);

/** Case endings and articles of Serbian, Croatian, Albanian and Greek, folded. */
const ENDINGS = /^(?:a|u|e|i|o|om|em|im|ama|ima|ija|iju|ijom|ju|ja|jem|it|in|n|t|ve|s|es|et|ut|ou|on|os|as|is)$/;

/** A last word with an ending of its language: "Kurtija", "Zvečanu", "Mitrovicë". Short words bear none. */
function bends(typed: string, word: string): boolean {
  if (typed === word) return true;
  const root = word.length > 5 && /[aeiou]$/.test(word) ? word.slice(0, -1) : word;
  return word.length >= 5 && typed.startsWith(root) && ENDINGS.test(typed.slice(root.length));
}

const DEMONYM = /^\p{Lu}\p{L}*(?:an|ish|ese|nch|tch|eek|ech|ss)$/u;

/** "The Serbian interior ministry" is not the interior ministry of the story, which is Kosovo's. */
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
  const byFirst = Map.groupBy(
    forms.toSorted((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0] ?? '',
  );
  const byId = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { id, words, weak } of forms) {
    const own = byId.get(id) ?? new Set();
    for (const word of words) {
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
    knows: (word) => all.has(searchForm(word)),
    find(text) {
      const list = wordsOf(text);
      const keys = list.map(({ raw }) => foldWord(raw));
      const found: NameMention[] = [];
      for (let at = 0; at < list.length; at += 1) {
        const candidates = startsWith(keys[at] ?? '');
        const best = candidates.find(({ words }) => words.every((word, i) => bends(keys[at + i] ?? '', word)));
        if (!best) continue;
        const length = best.words.length;
        const same = candidates.filter(
          ({ words }) => words.length === length && words.every((word, i) => bends(keys[at + i] ?? '', word)),
        );
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
