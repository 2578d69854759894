import type { Fact } from '../data/model/fact.ts';
import { listing } from '../reply/cards/fact-list.ts';
import { wordless } from '../reply/cards/no-quotes.ts';
import { mentions } from '../search/story-search.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { storyOf, typed } from './ask.ts';
import { seek } from './lookup/look-up-facts.ts';

const isQuote = (fact: Fact): boolean => fact.kind === 'quote' || fact.words !== undefined;

/** The exact words of somebody, or who said some words. */
export const quote = {
  data: declare('quote', [{ name: 'words' }, { name: 'who' }, { name: 'day' }, { name: 'as_of' }]),
  query: 'words',
  answer(ask, desk) {
    const sought = seek(ask, desk, { option: 'words', only: isQuote });
    if (sought.facts.length > 0) return listing(sought, 'quote.title');
    const { hits, rest } = mentions(storyOf(ask, desk), typed(ask, 'words') || typed(ask, 'who'));
    const [speaker] = hits;
    return speaker === undefined || rest !== '' ? listing(sought, 'quote.title') : wordless(speaker, sought);
  },
  complete: completeQuery,
} satisfies Command;
