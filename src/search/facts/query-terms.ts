import { MOST_TERMS } from '../analysis/read-query.ts';
import { countOf, uses } from '../engine/segments.ts';
import type { Documents } from '../engine/segments.ts';
import { nameTag, speakerTag } from './fact-index.ts';
import {
  abbreviationsIn,
  ASKING_OR_TELLING,
  isFiller,
  isQuestionWord,
  isSaying,
  isSilent,
  isSilentSwapped,
} from '../analysis/stopwords.ts';
import type { Named } from '../entities/entity-mentions.ts';
import { idfOf } from '../engine/bm25f.ts';
import type { Question, Sought } from '../engine/search-segments.ts';
import { relatedTo } from '../analysis/thesaurus.ts';
import type { Word } from '../analysis/tokenizer.ts';

/** Whether the last word of what was typed may go on. */
export const isOpen = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);

/** The words that tell something, at most eight, the most telling ones, with whom they name; and the others. */
export function soughtIn(
  documents: Documents,
  words: readonly Word[],
  { hits, taken }: Pick<Named, 'hits' | 'taken'>,
  open: boolean,
): Question {
  const seen = new Set<string>();
  const found: Sought[] = [];
  const speakers = hits.flatMap(({ kind, entity }) => (kind === 'who' ? [speakerTag(entity.id)] : []));
  // "What was said about the elections" asks for the elections.
  const tellsMore = words.some(({ folds: [spelling = ''] }) => !isSilent(spelling) && !isSaying(spelling));
  // "Who said that the mayors should leave" does not ask what the mayors said.
  const people = hits.filter(({ kind }) => kind === 'who');
  const isOfSpeaker = ({ end }: Word): boolean =>
    people.length > 0 && (!tellsMore || people.some((hit) => hit.start < end) || !tellsBeside(people));
  const tellsBeside = (names: readonly { start: number; end: number }[]): boolean =>
    words.some(
      ({ start, end, folds: [spelling = ''] }) =>
        !isFiller(spelling) && !isSaying(spelling) && !names.some((name) => start >= name.start && end <= name.end),
    );
  const isShort = abbreviationsIn(words);
  for (const [at, word] of words.entries()) {
    const spelling = word.folds[0] ?? '';
    const saying = isSaying(spelling) && isOfSpeaker(word);
    if (seen.has(spelling) || (isSaying(spelling) && !saying && tellsMore)) continue;
    if (taken[at] !== true && !saying) {
      // "taj" is a Serbian "that", but "Taj" may be going to be Tajaj.
      const beginning = open && at > 0 && at === words.length - 1 && /^\p{Lu}\p{Ll}+$/u.test(word.raw);
      if (isSilent(spelling) && !beginning && !isShort(word)) continue;
      if (isSlip(documents, word)) continue;
      if (ASKING_OR_TELLING.has(spelling) && uses(documents, word) === 0) continue;
    }
    seen.add(spelling);
    const named = hits.filter(({ start, end }) => word.start >= start && word.end <= end);
    const tags = saying ? speakers : named.map(({ entity }) => nameTag(entity.id));
    found.push({ word, tags, open: open && at === words.length - 1, saying });
  }
  const sought = rarest(documents, found);
  const taking = new Set(sought.map(({ word }) => word));
  // "When" asks where no word that tells anything comes before it ("since when"), and joins two clauses where one does.
  const told = words.findIndex((word) => taking.has(word));
  const beside = words.flatMap((word, at) => {
    const asks = (told < 0 || at < told) && isQuestionWord(word.folds[0] ?? '');
    return taking.has(word) || asks ? [] : [{ word, open: open && at === words.length - 1 }];
  });
  return { sought, beside };
}

/** A word that tells nothing, mistyped, and no other word. */
const isSlip = (documents: Documents, word: Word): boolean =>
  isSilentSwapped(word.folds[0] ?? '') &&
  uses(documents, word) === 0 &&
  (documents.thesaurus === null || relatedTo(documents.thesaurus, word.folds[0] ?? '') === null);

/** A word that the base does not know is as likely a slip as a rare word: it counts as a middling one here. */
function rarest(documents: Documents, sought: readonly Sought[]): Sought[] {
  if (sought.length <= MOST_TERMS) return [...sought];
  const count = countOf(documents);
  const weight = ({ word }: Sought): number => {
    const holding = uses(documents, word);
    return holding === 0 ? idfOf(count, 0) / 2 : idfOf(count, holding);
  };
  const weighed = sought.map((one) => ({ one, by: weight(one) })).toSorted((a, b) => b.by - a.by);
  const kept = new Set(weighed.slice(0, MOST_TERMS).map(({ one }) => one));
  return sought.filter((one) => kept.has(one));
}
