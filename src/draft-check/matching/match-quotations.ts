import { candidateFacts } from './align-facts.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import { isLongQuotation, type SentenceItem, type ParsedSentence } from '../reading/read-sentence.ts';
import { readTerms } from '../terms/terms.ts';
import { compareQuotation, type QuotationMatch } from './compare-quotation.ts';

/** Compares each long quotation with the facts that share most of its words. */
export function matchQuotations({ quotes }: ParsedSentence, base: CheckerIndex): QuotationMatch[] {
  return quotes.filter(isLongQuotation).map((quotation) => {
    const items = readTerms(quotation.words, base.concepts).flatMap((term): SentenceItem[] =>
      term.content ? [{ term, name: null, words: [term.concept], clause: 0, done: false, aside: false }] : [],
    );
    const near = candidateFacts(items, base).map((at) => base.entry(at).fact);
    const quotesFirst = near.toSorted((a, b) => Number(b.kind === 'quote') - Number(a.kind === 'quote'));
    return compareQuotation(quotation, quotesFirst, base);
  });
}
