import type { Story, Who } from '../../data/model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';
import { isEnglishWord } from '../analysis/thesaurus.ts';
import { searchForm } from '../analysis/folding.ts';
import { tokenize, type Token } from '../analysis/tokenizer.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { tellingWords, type TellingWord } from '../meaning/fact-text.ts';
import { rarity, readWordVectors, wordCosine } from '../meaning/word-vectors.ts';
import { TITLE_MODIFIERS } from '../entities/titles.ts';
import { isPersonWord, LONGEST_TITLE, otherWords, titleNearness } from './person-words.ts';

/** A holder of a role, and the share of the query that matches, 0 to 1. */
export interface RoleMatch {
  readonly who: Who;
  readonly score: number;
  /** Similarity of the titles alone, 0 to 1. */
  readonly title: number;
}

interface Holder {
  readonly who: Who;
  readonly title: readonly TellingWord[];
  /** Known titles inside the role's title. */
  readonly titles: readonly string[];
  /** Words of the body and of the bodies that contain it. */
  readonly body: readonly TellingWord[];
}

const FLOOR = 0.4;
const LIKE = 0.85;

const holdersOf = memoizeByObject((story: Story): readonly Holder[] =>
  [...story.who.values()].flatMap((who) => {
    if (who.role === undefined) return [];
    const body = who.role.of === undefined ? undefined : (story.who.get(who.role.of) ?? story.where.get(who.role.of));
    const role = body !== undefined && 'role' in body ? body.role?.title : undefined;
    const names = body === undefined ? [] : [body.name, ...Object.values(body.names).flat(), role ?? ''];
    return [
      {
        who,
        title: tellingWords([who.role.title]),
        titles: headTitlesOf(who.role.title),
        body: tellingWords(names),
      },
    ];
  }),
);

/** A "chief medical officer" is no "chief"; a "goalkeeper and captain" has two titles. */
function headTitlesOf(title: string): string[] {
  return title.split(/,|\band\b/u).flatMap((part) => {
    const head = headOf(part);
    return titlesOf(part).filter((phrase) => phrase.split(' ').includes(head));
  });
}

/** The longest known titles that begin at each word of a text. */
function titlesOf(text: string): string[] {
  const words = tokenize(text).map(({ folds: [word = ''] }) => word);
  return words.flatMap((_, from) => {
    for (let length = Math.min(LONGEST_TITLE, words.length - from); length > 0; length--) {
      const phrase = words.slice(from, from + length).join(' ');
      if (isPersonWord(phrase)) return [phrase];
    }
    return [];
  });
}

/** Prepositions before the place or body. */
const BEHIND = new Set(['of', 'in', 'at', 'for', 'from', 'with', 'on', 'to', 'by']);

/** The head noun: "boss" in "boss of the hospital", "medic" in "team medic". */
function headOf(typed: string): string {
  const words = tokenize(typed).map(({ folds: [word = ''] }) => word);
  const end = words.findIndex((word, at) => at > 0 && BEHIND.has(word) && words.slice(0, at).some(tells));
  return (end < 0 ? words : words.slice(0, end)).findLast(tells) ?? '';
}
const tells = (word: string): boolean => word !== '' && !isStopwordInName(word);

/** Everybody with a role, by the share of the query that their titles and bodies match, best first. */
export function matchRoles(story: Story, typed: string): RoleMatch[] {
  const asked = tellingWords([typed]);
  if (asked.length === 0) return [];
  const phrases = titlesOf(typed);
  const head = headOf(typed);
  const vectors = readWordVectors();
  const changes = tokenize(typed).flatMap(({ folds: [word = ''] }) => (CHANGES.has(word) ? [word] : []));
  const names = tokenize(typed).filter(isNameLike);
  const meant = holdersOf(story).filter((holder) => {
    const own = new Set([...holder.title, ...holder.body].map(({ word }) => word));
    // A former chief executive is not the chief executive, nor is the mayor of another town the mayor.
    const isPast = holder.who.role?.to !== undefined;
    const stands = changes.every((word) => own.has(word) || (isPast && FORMER.has(word)));
    return stands && names.every(({ folds }) => folds.some((word) => own.has(word)));
  });
  const matches = meant.map((holder): RoleMatch => {
    let sum = 0;
    let total = 0;
    let title = 0;
    for (const one of asked) {
      const within = phrases.filter((phrase) => phrase.split(' ').includes(one.word));
      // The "head" of "head of state" does not match a head nurse.
      const isWhole = within.some((phrase) => phrase.includes(' '));
      const inTitle = isWhole ? 0 : nearest(one, holder.title);
      const byBook = Math.max(0, ...within.map((phrase) => phraseNearness(phrase, holder)));
      const weight = LEAST + rarity(vectors, one.word);
      total += weight;
      sum += weight * Math.max(inTitle, byBook, nearest(one, holder.body));
      if (one.word === head) title = Math.max(inTitle, byBook);
    }
    return { who: holder.who, score: (sum / total) * (WITHOUT_TITLE + (1 - WITHOUT_TITLE) * title), title };
  });
  return matches.toSorted((a, b) => b.score - a.score);
}

const CHANGES: ReadonlySet<string> = new Set(TITLE_MODIFIERS.map(searchForm));
const FORMER: ReadonlySet<string> = new Set('former ex late previous outgoing ousted'.split(' '));

/** An unknown word is a name; a few capitals are an abbreviation. */
const isNameLike = ({ raw, folds: [word = ''] }: Token): boolean =>
  tells(word) && !CHANGES.has(word) && !/^\p{Lu}{2,3}$/u.test(raw) && !isPersonWord(word) && !isEnglishWord(word);

/** Weight of the most frequent word; the rarest adds 1. */
const LEAST = 0.3;
/** Factor for the body if the title does not match. */
const WITHOUT_TITLE = 0.4;
/** Factor for a title that matches by other words. */
const OTHER_WORDS = 0.9;

const nearest = (word: TellingWord, among: readonly TellingWord[]): number =>
  Math.max(0, ...among.map((other) => wordNearness(word, other)));

function phraseNearness(phrase: string, { title, titles }: Holder): number {
  const byMeaning = titles.map((other) => titleNearness(phrase, other));
  const byWords = otherWords(phrase).map((other) => {
    const words = tellingWords([other]).filter(({ word }) => word !== 'officer');
    return words.length < 2 ? 0 : words.reduce((sum, word) => sum + nearest(word, title), 0) / words.length;
  });
  return Math.max(0, ...byMeaning, ...byWords.map((near) => OTHER_WORDS * near));
}

/** Similarity of derived words: "finance", "financial". */
const FAMILY = 0.8;
const isOneFamily = (a: string, b: string): boolean =>
  a.length >= 6 && b.length >= 6 && a.slice(0, 6) === b.slice(0, 6) && Math.abs(a.length - b.length) <= 3;

function wordNearness(a: TellingWord, b: TellingWord): number {
  if (a.stem === b.stem) return 1;
  if (isOneFamily(a.word, b.word)) return FAMILY;
  const vectors = readWordVectors();
  const [one, other] = [vectors.rows.get(a.word), vectors.rows.get(b.word)];
  if (one === undefined || other === undefined || !isEnglishWord(a.word) || !isEnglishWord(b.word)) return 0;
  return Math.max(0, (LIKE * (wordCosine(vectors, one, other) - FLOOR)) / (1 - FLOOR));
}
