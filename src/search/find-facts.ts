import type { Fact } from '../data/fact.ts';
import { asked } from './asked.ts';
import { countedWords } from './counted.ts';
import { searchDocuments } from './documents.ts';
import { factAt } from './facts.ts';
import type { FactHit, Found, StoryIndex } from './found.ts';
import { namedIn } from './mentions.ts';
import type { Ranked } from './rank.ts';
import { isOpen, soughtIn } from './sought.ts';

/** A fact answers when this share of what the question's words tell is found in it; with less it is merely near. */
const ANSWERS = 0.52;
/** And at least this share of what the best one holds. */
const BESIDE_BEST = 0.6;
const NEAR = 0.25;

/** Facts that answer a question, best first. Facts that the filter does not pass are as good as absent. */
export function findFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Found<FactHit> {
  const { text, words: typedWords } = asked(typed);
  const words = countedWords(text, typedWords);
  const { documents } = index.facts;
  const sought = soughtIn(documents, words, namedIn(index, words), isOpen(text));
  if (sought.length === 0) return { answers: [], related: [], suggestions: [] };
  const wanted = (doc: number): boolean => {
    const fact = factAt(index.facts, doc);
    return fact !== undefined && filter(fact);
  };
  return split(index, searchDocuments(documents, sought, wanted));
}

function split({ facts }: StoryIndex, ranked: readonly Ranked[]): Found<FactHit> {
  const top = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const answers: FactHit[] = [];
  const related: FactHit[] = [];
  for (const { doc, score, coverage } of ranked) {
    const fact = factAt(facts, doc);
    if (fact === undefined) continue;
    if (coverage >= ANSWERS && coverage >= top * BESIDE_BEST && fact.status !== 'retracted')
      answers.push({ fact, score, sure: coverage });
    else if (coverage >= NEAR) related.push({ fact, score, sure: coverage });
  }
  return { answers, related, suggestions: [] };
}
