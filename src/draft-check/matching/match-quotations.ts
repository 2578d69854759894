import { candidates } from './align-facts.ts';
import type { Base } from '../model/checker-index.ts';
import { isLong, type Item, type Reading } from '../reading/read-sentence.ts';
import { readTerms } from '../terms/terms.ts';
import { compareWording, type Wording } from './compare-quotation.ts';

/** The long quotations of a sentence, each against the facts that hold most of its words. */
export function findWordings({ quotes }: Reading, base: Base): Wording[] {
  return quotes.filter(isLong).map((quotation) => {
    const items = readTerms(quotation.words, base.concepts).flatMap((term): Item[] =>
      term.content ? [{ term, name: null, words: [term.concept], clause: 0, done: false, aside: false }] : [],
    );
    const near = candidates(items, base).map((at) => base.entry(at).fact);
    const quotesFirst = near.toSorted((a, b) => Number(b.kind === 'quote') - Number(a.kind === 'quote'));
    return compareWording(quotation, quotesFirst, base);
  });
}
