import type { Fact } from '../data/fact.ts';
import { MOST_TERMS, asked } from './asked.ts';
import { countOf, searchDocuments, uses } from './documents.ts';
import type { Documents, Sought } from './documents.ts';
import { factAt, nameTag, speakerTag } from './facts.ts';
import { ASKING_OR_TELLING, isSilent } from './fillers.ts';
import type { FactHit, Found, StoryIndex } from './found.ts';
import { namedIn } from './mentions.ts';
import type { Named } from './mentions.ts';
import { idfOf } from './rank.ts';
import type { Ranked } from './rank.ts';
import type { Word } from './words.ts';

/** A fact answers when this share of what the question's words tell is found in it; with less it is merely near. */
const ANSWERS = 0.52;
/** And at least this share of what the best one holds. */
const BESIDE_BEST = 0.6;
const NEAR = 0.25;

/** Verbs of saying: with a name they ask for what that person said. */
const SAYING = new Set(
  'say says said saying tell tells told quote quotes statement words claim claims claimed'.split(' '),
);

/** Facts that answer a question, best first. Facts that the filter does not pass are as good as absent. */
export function findFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Found<FactHit> {
  const { text, words } = asked(typed);
  const { documents } = index.facts;
  const sought = telling(documents, words, namedIn(index, words), /[\p{L}\p{N}]$/u.test(text));
  if (sought.length === 0) return { answers: [], related: [], suggestions: [] };
  const wanted = (doc: number): boolean => {
    const fact = factAt(index.facts, doc);
    return fact !== undefined && filter(fact);
  };
  return split(index, searchDocuments(documents, sought, wanted));
}

/** The words that tell something, at most eight, the most telling ones, with whom they name. */
function telling(documents: Documents, words: readonly Word[], { hits, taken }: Named, open: boolean): Sought[] {
  const seen = new Set<string>();
  const found: Sought[] = [];
  for (const [at, word] of words.entries()) {
    const spelling = word.folds[0] ?? '';
    const saying = SAYING.has(spelling) && hits.length > 0;
    if (seen.has(spelling)) continue;
    if (taken[at] !== true && !saying) {
      if (isSilent(spelling)) continue;
      if (ASKING_OR_TELLING.has(spelling) && uses(documents, word) === 0) continue;
    }
    seen.add(spelling);
    const named = hits.filter(({ start, end }) => word.start >= start && word.end <= end);
    const tags = saying
      ? hits.map(({ entity }) => speakerTag(entity.id))
      : named.map(({ entity }) => nameTag(entity.id));
    found.push({ word, tags, open: open && at === words.length - 1 });
  }
  return rarest(documents, found);
}

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
