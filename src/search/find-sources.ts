import type { Source, Story } from '../data/model/fact.ts';
import { tokenize } from './analysis/tokenizer.ts';

const foldsOf = (text: string): string[] => tokenize(text).flatMap(({ folds }) => folds.slice(0, 1));

/** Sources whose id, outlet and title hold every word that was typed, the last one perhaps unfinished; all for none. */
export function findSources({ sources }: Story, text: string): Source[] {
  const typed = foldsOf(text);
  return [...sources.values()].filter(({ id, outlet, title }) => {
    const words = [id, outlet ?? '', title ?? ''].flatMap(foldsOf);
    return typed.every((word, at) =>
      words.some((own) => (at === typed.length - 1 ? own.startsWith(word) : own === word)),
    );
  });
}
