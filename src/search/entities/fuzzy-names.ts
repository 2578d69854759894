import { scriptReader } from '../analysis/script-readers.ts';
import { expandWord } from '../engine/text-index.ts';
import { toMatchable, scoreName, matchMatrix } from './match-name.ts';
import type { MatchableWord, MatchKind } from './match-name.ts';
import { compareHits } from './name-index.ts';
import type { NameHit, NameWay, NameIndex } from './name-index.ts';
import { fuseSimilarity } from './fuse-similarity.ts';
import { scoreDocuments, slotOf } from '../engine/bm25f.ts';
import type { RankedDocument } from '../engine/bm25f.ts';
import { rejoinWords } from './rejoin-words.ts';
import type { RejoinedWord } from './rejoin-words.ts';
import type { Token } from '../analysis/tokenizer.ts';

interface Asked {
  readonly parts: readonly RejoinedWord[];
  readonly typed: readonly MatchableWord[];
  /** Tells which typed words have content. */
  readonly counts: readonly boolean[];
  /** Total letters of the content words. */
  readonly letters: number;
}

function askedOf({ base }: NameIndex, words: readonly Token[]): Asked {
  const parts = rejoinWords(base, words);
  const typed = parts.map(({ word }) => toMatchable(word, true));
  const some = typed.some(({ filler }) => !filler);
  const counts = typed.map(({ filler }) => !some || !filler);
  return { parts, typed, counts, letters: Math.max(1, lettersOf(typed, counts, counts)) };
}

/** Compares these names with the query, in no order. Cost grows with the number of names, not with the index. */
export function fuzzyAmong(names: NameIndex, words: readonly Token[], owners: Iterable<number>): NameHit[] {
  const asked = askedOf(names, words);
  return [...owners].flatMap((owner) => best(names, owner, asked) ?? []);
}

/** Names similar to the query, best first: all of it or a part, whole names or parts of them. */
export const fuzzyNames = (names: NameIndex, words: readonly Token[], most: number): readonly NameHit[] =>
  createFuzzyLookup(names, words)(most);

/** `fuzzyNames` for one question. A call with another `most` reuses earlier comparisons. */
export function createFuzzyLookup(names: NameIndex, words: readonly Token[]): (most: number) => readonly NameHit[] {
  const { base } = names;
  const asked = askedOf(names, words);
  const { parts, typed, counts } = asked;
  const telling = parts.flatMap(({ word }, at) =>
    counts[at] === true
      ? [slotOf(base.postings, expandWord(base, word, { open: at === parts.length - 1, force: true }))]
      : [],
  );
  const isAsTyped = parts.length === words.length && parts.every(({ from }) => from.length === 1);
  const asTyped = (hit: NameHit): NameHit => ({
    ...hit,
    met: words.map((_, at) => parts.every(({ from }, part) => !from.includes(at) || hit.met[part] === true)),
  });
  const bests = new Map<number, NameHit | null>();
  const bestOf = (owner: number): NameHit | null => {
    let hit = bests.get(owner);
    if (hit === undefined) bests.set(owner, (hit = best(names, owner, asked)));
    return hit;
  };
  const like = likenesses(names, typed);
  // A larger ranking begins with the smaller one, so it can be reused.
  let ranked: readonly RankedDocument[] = [];
  let reach = 0;
  return (most) => {
    if (most > reach) ranked = scoreDocuments(base.postings, base.buffers, telling, (reach = most));
    const hits = ranked.slice(0, most).flatMap(({ doc }) => bestOf(doc) ?? []);
    const order = settled(hits.toSorted(compareHits), typed, like);
    return isAsTyped ? order : order.map(asTyped);
  };
}

/** fuse.js breaks ties between scores this near: it compares the name as one string. */
const NEAR_TIE = 0.08;
/** If a word has no match, the others are weaker evidence: names down to this share of the best are compared, */
const HALF_MET = 0.6;
/** and the whole string's similarity has this weight. */
const LIKENESS = 0.6;
const MOST_TIED = 12;

/** Not for scripts without vowels: it lowered their mean rank by .11. */
function settled(
  hits: readonly NameHit[],
  typed: readonly MatchableWord[],
  like: (hit: NameHit) => number,
): readonly NameHit[] {
  const [first, second] = hits;
  if (
    first === undefined ||
    second === undefined ||
    typed.some(({ script }) => scriptReader(script).consonants !== null)
  )
    return hits;
  if (first.full && first.way !== 'fuzzy') return hits;
  const least = first.full ? first.score - NEAR_TIE : first.score * HALF_MET;
  const near = (hit: NameHit): boolean => hit.full === first.full && hit.weak === first.weak && hit.score >= least;
  const tied = hits.filter((hit) => near(hit) && (!hit.full || hit.way === 'fuzzy')).slice(0, MOST_TIED);
  if (tied.length < 2) return hits;
  const weight = first.full ? NEAR_TIE : LIKENESS * first.score;
  const order = tied
    .map((hit) => ({ hit, total: hit.score + weight * like(hit) }))
    .toSorted((a, b) => b.total - a.total)
    .map(({ hit }) => hit);
  const rest = new Set(tied);
  return [...order, ...hits.filter((hit) => !rest.has(hit))];
}

/** Similarity by letters and by sound: people spell a name they heard in their own way. */
function likenesses({ wordsOf: heard, starts }: NameIndex, typed: readonly MatchableWord[]): (hit: NameHit) => number {
  const letters = (words: readonly MatchableWord[]): string => words.map(({ fold }) => fold).join(' ');
  const sounds = (words: readonly MatchableWord[]): string => words.map((word) => word.sounds[0] ?? '').join(' ');
  const [spelt, sounding] = [letters(typed), sounds(typed)];
  const known = new Map<number, number>();
  return ({ owner, form }) => {
    let like = known.get(form);
    if (like === undefined) {
      const { words, forms } = heard(owner);
      const name = (forms[form - (starts[owner] ?? 0)] ?? []).flatMap((place) => words[place] ?? []);
      like = (fuseSimilarity(spelt, letters(name)) + fuseSimilarity(sounding, sounds(name))) / 2;
      known.set(form, like);
    }
    return like;
  };
}

/** Letters of the content words that are among `of`. */
function lettersOf(typed: readonly MatchableWord[], counts: readonly boolean[], of: readonly boolean[]): number {
  let sum = 0;
  for (let at = 0; at < typed.length; at++) {
    if (counts[at] === true && of[at] === true) sum += typed[at]?.fold.length ?? 0;
  }
  return sum;
}

function best(names: NameIndex, owner: number, { typed, counts, letters }: Asked): NameHit | null {
  const { words, forms } = names.wordsOf(owner);
  const meet = matchMatrix(typed, words);
  if (meet === null) return null;
  let found: NameHit | null = null;
  const together = counts.map((told) => !told);
  const first = names.starts[owner] ?? 0;
  const { names: strong, weak } = names.named(owner);
  for (const [at, form] of forms.entries()) {
    const verdict = scoreName(typed, words, meet, form);
    if (verdict === null) continue;
    const { step, sure, whole, met } = verdict;
    const hit: NameHit = {
      owner,
      form: first + at,
      way: wayOf(step, whole, at === 0 && strong.length > 0),
      matched: strong[at] ?? weak[at - strong.length] ?? '',
      score: (sure * (0.7 + 0.3 * whole) * lettersOf(typed, counts, met)) / letters,
      sure,
      whole,
      full: counts.every((told, i) => !told || met[i] === true),
      weak: at >= strong.length,
      met,
    };
    if (found === null || compareHits(hit, found) < 0) found = hit;
    if (SURE.has(step)) for (const [i, one] of met.entries()) if (one) together[i] = true;
  }
  // "Injured Kosovar Albanians" matches no single form, but each word matches one.
  if (found === null || found.full || found.weak || !together.every(Boolean)) return found;
  return { ...found, way: 'words', full: true, met: together };
}

const SURE: ReadonlySet<MatchKind> = new Set(['same', 'script', 'ending']);

function wayOf(step: MatchKind, whole: number, house: boolean): NameWay {
  if (step === 'near' || step === 'sound') return 'fuzzy';
  if (whole < 1 || step === 'begins' || step === 'initial') return 'prefix';
  if (step === 'script') return 'transliteration';
  return house && step === 'same' ? 'name' : 'alias';
}
