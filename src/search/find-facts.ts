import type { Fact } from '../data/fact.ts';
import { expandWord } from './base.ts';
import type { Base } from './base.ts';
import { nameTag, speakerTag } from './facts.ts';
import { ASKING_OR_TELLING, isSilent } from './fillers.ts';
import type { FactHit, Found, StoryIndex } from './found.ts';
import { namedIn } from './mentions.ts';
import type { Named } from './mentions.ts';
import { rank, slotOf } from './rank.ts';
import type { Ranked, Slot } from './rank.ts';
import { rerank } from './trigrams.ts';
import { termOf } from './vocabulary.ts';
import { cut, wordsOf } from './words.ts';
import type { Word } from './words.ts';

export const MOST_TERMS = 8;
const LOOKED_AT = 150;

/** A fact answers when this share of what the question's words tell is found in it; with less it is merely near. */
const ANSWERS = 0.52;
/** And at least this share of what the best one holds. */
const BESIDE_BEST = 0.6;
const NEAR = 0.25;

/** Verbs of saying: with a name they ask for what that person said. */
const SAYING = new Set([
  'say',
  'says',
  'said',
  'saying',
  'tell',
  'tells',
  'told',
  'quote',
  'quotes',
  'statement',
  'words',
  'claim',
  'claims',
  'claimed',
]);

/** Facts that answer a question, best first. Facts that the filter does not pass are as good as absent. */
export function findFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Found<FactHit> {
  const text = cut(typed);
  const words = wordsOf(text);
  const { base, list } = index.facts;
  const named = namedIn(index, words.slice(0, MOST_TERMS * 3));
  const slots = slotsOf(base, words, named, /[\p{L}\p{N}]$/u.test(text));
  if (slots.length === 0) return { answers: [], related: [], suggestions: [] };
  const wanted = (doc: number): boolean => {
    const fact = list[doc];
    return fact !== undefined && filter(fact);
  };
  const meanings = slots.map(({ slot }) => slot);
  const best = rank(base.postings, base.scratch, meanings, LOOKED_AT, wanted);
  const spellings = slots.map(({ word }) => word.folds[0] ?? '');
  return split(index, rerank(base.postings, base.trigrams, base.scratch, spellings, best));
}

interface Asked {
  readonly word: Word;
  readonly slot: Slot;
}

/** The words that tell something, at most eight, the most telling ones, with what each may stand for. */
function slotsOf(base: Base, words: readonly Word[], named: Named, open: boolean): Asked[] {
  const seen = new Set<string>();
  const asked: Asked[] = [];
  for (const [at, word] of words.entries()) {
    const spelling = word.folds[0] ?? '';
    const saying = SAYING.has(spelling) && named.hits.length > 0;
    if (seen.has(spelling)) continue;
    if (named.taken[at] !== true && !saying) {
      if (isSilent(spelling)) continue;
      if (ASKING_OR_TELLING.has(spelling) && termOf(base.postings.vocabulary, spelling) < 0) continue;
    }
    seen.add(spelling);
    const expansion = new Map(expandWord(base, word, open && at === words.length - 1));
    for (const { entity, start, end } of named.hits) {
      if (!saying && (word.start < start || word.end > end)) continue;
      const term = termOf(base.postings.vocabulary, saying ? speakerTag(entity.id) : nameTag(entity.id));
      if (term >= 0) expansion.set(term, 1);
    }
    asked.push({ word, slot: slotOf(base.postings, expansion) });
  }
  if (asked.length <= MOST_TERMS) return asked;
  const kept = new Set(asked.toSorted((a, b) => b.slot.idf - a.slot.idf).slice(0, MOST_TERMS));
  return asked.filter((one) => kept.has(one));
}

function split({ facts }: StoryIndex, ranked: readonly Ranked[]): Found<FactHit> {
  const top = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const answers: FactHit[] = [];
  const related: FactHit[] = [];
  for (const { doc, score, coverage } of ranked) {
    const fact = facts.list[doc];
    if (fact === undefined) continue;
    if (coverage >= ANSWERS && coverage >= top * BESIDE_BEST && fact.status !== 'retracted')
      answers.push({ fact, score, sure: coverage });
    else if (coverage >= NEAR) related.push({ fact, score, sure: coverage });
  }
  return { answers, related, suggestions: [] };
}
