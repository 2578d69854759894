import { MAX_TERMS } from '../analysis/read-query.ts';
import { queryTermFrequency } from '../engine/text-index.ts';
import type { TextIndex } from '../engine/text-index.ts';
import { entityTag, speakerTag } from './fact-index.ts';
import {
  abbreviationsIn,
  AMBIGUOUS_STOPWORDS,
  isStopwordInName,
  isQuestionWord,
  isReportingVerb,
  isStopword,
  isTransposedStopword,
} from '../analysis/stopwords.ts';
import type { MentionedEntities } from '../entities/entity-mentions.ts';
import { idf } from '../engine/bm25f.ts';
import type { SearchQuery, SearchTerm } from '../engine/search-documents.ts';
import { relatedWords } from '../analysis/thesaurus.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Tells whether the last word may be incomplete. */
export const isUnfinished = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);

/** The content words, at most eight, the rarest first, with the entities they name; and the other words. */
export function queryTerms(
  documents: TextIndex,
  words: readonly Token[],
  { hits, taken }: Pick<MentionedEntities, 'hits' | 'taken'>,
  open: boolean,
): SearchQuery {
  const seen = new Set<string>();
  const found: SearchTerm[] = [];
  const speakers = hits.flatMap(({ kind, entity }) => (kind === 'who' ? [speakerTag(entity.id)] : []));
  // "What was said about the elections" asks about the elections.
  const tellsMore = words.some(({ folds: [spelling = ''] }) => !isStopword(spelling) && !isReportingVerb(spelling));
  // "Who said that the mayors should leave" does not ask for statements by the mayors.
  const people = hits.filter(({ kind }) => kind === 'who');
  const isOfSpeaker = ({ end }: Token): boolean =>
    people.length > 0 && (!tellsMore || people.some((hit) => hit.start < end) || !tellsBeside(people));
  const tellsBeside = (names: readonly { start: number; end: number }[]): boolean =>
    words.some(
      ({ start, end, folds: [spelling = ''] }) =>
        !isStopwordInName(spelling) &&
        !isReportingVerb(spelling) &&
        !names.some((name) => start >= name.start && end <= name.end),
    );
  const isShort = abbreviationsIn(words);
  for (const [at, word] of words.entries()) {
    const spelling = word.folds[0] ?? '';
    const saying = isReportingVerb(spelling) && isOfSpeaker(word);
    if (seen.has(spelling) || (isReportingVerb(spelling) && !saying && tellsMore)) continue;
    if (taken[at] !== true && !saying) {
      // "taj" is Serbian for "that", but "Taj" may be the beginning of Tajaj.
      const beginning = open && at > 0 && at === words.length - 1 && /^\p{Lu}\p{Ll}+$/u.test(word.raw);
      if (isStopword(spelling) && !beginning && !isShort(word)) continue;
      if (isMistypedStopword(documents, word)) continue;
      if (AMBIGUOUS_STOPWORDS.has(spelling) && queryTermFrequency(documents, word) === 0) continue;
    }
    seen.add(spelling);
    const named = hits.filter(({ start, end }) => word.start >= start && word.end <= end);
    const tags = saying ? speakers : named.map(({ entity }) => entityTag(entity.id));
    found.push({ word, tags, open: open && at === words.length - 1, saying });
  }
  const sought = rarestTerms(documents, found);
  const taking = new Set(sought.map(({ word }) => word));
  // "When" asks if no content word precedes it ("since when"); otherwise it joins clauses.
  const told = words.findIndex((word) => taking.has(word));
  const beside = words.flatMap((word, at) => {
    const asks = (told < 0 || at < told) && isQuestionWord(word.folds[0] ?? '');
    return taking.has(word) || asks ? [] : [{ word, open: open && at === words.length - 1 }];
  });
  return { sought, beside };
}

/** A mistyped stopword that is no other word. */
const isMistypedStopword = (documents: TextIndex, word: Token): boolean =>
  isTransposedStopword(word.folds[0] ?? '') &&
  queryTermFrequency(documents, word) === 0 &&
  (documents.thesaurus === null || relatedWords(documents.thesaurus, word.folds[0] ?? '') === null);

/** A word missing from the index may be a typo or a rare word: it gets a medium weight. */
function rarestTerms(documents: TextIndex, sought: readonly SearchTerm[]): SearchTerm[] {
  if (sought.length <= MAX_TERMS) return [...sought];
  const count = documents.postings.count;
  const weight = ({ word }: SearchTerm): number => {
    const holding = queryTermFrequency(documents, word);
    return holding === 0 ? idf(count, 0) / 2 : idf(count, holding);
  };
  const weighed = sought.map((one) => ({ one, by: weight(one) })).toSorted((a, b) => b.by - a.by);
  const kept = new Set(weighed.slice(0, MAX_TERMS).map(({ one }) => one));
  return sought.filter((one) => kept.has(one));
}
