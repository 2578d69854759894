import type { Fact } from '../../data/model/fact.ts';
import { searchForm } from '../../search/analysis/folding.ts';
import { tokens } from '../../search/analysis/dates/tokens.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import type { Quotation } from '../reading/quotations.ts';

/** A quotation of a draft compared with the base. */
export interface QuotationMatch {
  readonly quotation: Quotation;
  /** `same` except for punctuation, `changed` in its words, `unknown` to the sources. */
  readonly outcome: 'same' | 'changed' | 'unknown';
  readonly fact: Fact | null;
  /** The words as the source has them. */
  readonly printed: string;
}

/** Words only: ignores punctuation, case and kinds of apostrophe. */
const wordsOf = (text: string) =>
  tokens(text)
    .filter(({ kind }) => kind !== 'sign')
    .map(({ raw }) => searchForm(raw));

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, i) => next.push(word === other ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const holds = (text: readonly string[], words: readonly string[]) =>
  ` ${text.join(' ')} `.includes(` ${words.join(' ')} `);

/** An ellipsis splits a quotation; each part is searched separately. */
const parts = (words: string) =>
  words
    .split(/…|\.{3}|\[[^\]]*\]/u)
    .map(wordsOf)
    .filter((part) => part.length > 0);

/** Least share of common words of a changed quotation; with less it is another one. */
const ALIKE = 0.55;
const MOST_WORDS = 120;

export function compareQuotation(quotation: Quotation, near: readonly Fact[], base: CheckerIndex): QuotationMatch {
  const wanted = parts(quotation.words);
  const all = wanted.flat().slice(0, MOST_WORDS);
  let best: { fact: Fact; printed: string; share: number } | null = null;
  for (const fact of near) {
    const texts = [...(fact.words === undefined ? [] : [fact.words]), ...fact.citations.map(({ quote }) => quote)];
    for (const text of texts) {
      const own = wordsOf(text).slice(0, MOST_WORDS * 2);
      if (wanted.every((part) => holds(own, part))) return { quotation, outcome: 'same', fact, printed: text };
      const shared = common(all, own);
      const share =
        shared / Math.max(all.length, fact.words === text ? Math.min(own.length, all.length + 3) : all.length);
      if (!best || share > best.share) best = { fact, printed: text, share };
    }
  }
  if (best && inSource(wanted, best.fact, base))
    return { quotation, outcome: 'same', fact: best.fact, printed: quotation.words };
  if (best && best.share >= ALIKE && all.length * best.share >= 2)
    return { quotation, outcome: 'changed', fact: best.fact, printed: best.printed };
  return { quotation, outcome: 'unknown', fact: null, printed: '' };
}

/** A quotation may span the citations of two facts. */
function inSource(wanted: readonly (readonly string[])[], fact: Fact, { story }: CheckerIndex): boolean {
  return fact.citations.some(({ source, line }) => {
    const lines = story.sources
      .get(source)
      ?.body?.split('\n')
      .slice(Math.max(0, line - 2), line + 2);
    if (!lines) return false;
    const words = wordsOf(lines.join('\n'));
    return wanted.every((part) => holds(words, part));
  });
}
