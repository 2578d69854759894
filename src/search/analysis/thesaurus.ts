import { readFileSync } from 'node:fs';

/**
 * Synonyms from WordNet (see NOTICE): one word a line, sorted, then its synonyms, then broader words after `>`.
 * The file stays one string, read by binary search: a Map took ten times the memory and dominated the start.
 */
export interface Thesaurus {
  readonly text: string;
}

export function readThesaurus(): Thesaurus {
  thesaurus ??= { text: readFileSync(new URL('./thesaurus.txt', import.meta.url), 'latin1') };
  return thesaurus;
}

/** Shared by all stories and versions. It is read on first use. */
let thesaurus: Thesaurus | null = null;

export interface RelatedWords {
  readonly synonyms: readonly string[];
  readonly broader: readonly string[];
}

/** Words related to an English word in any form, all in their plain form; null for an unknown word. */
export function relatedWords(thesaurus: Thesaurus, word: string): RelatedWords | null {
  for (const form of plainForms(word)) {
    const line = lineOf(thesaurus.text, form);
    if (line === null) continue;
    const [same = '', wide = ''] = line.split('>');
    const list = (words: string): string[] => words.split(' ').filter((one) => one !== '');
    return { synonyms: list(same).slice(1), broader: list(wide) };
  }
  return null;
}

/** Tells whether the thesaurus has the word in any of its forms. */
export const isEnglishWord = (word: string): boolean => relatedWords(readThesaurus(), word) !== null;

/** The line that begins with the word. The word may be the whole line. */
function lineOf(text: string, word: string): string | null {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const end = text.indexOf('\n', start);
    const space = text.indexOf(' ', start);
    const head = text.slice(start, Math.min(space < 0 ? end : space, end));
    if (head === word) return text.slice(start, end);
    if (head < word) low = end + 1;
    else high = start;
  }
  return null;
}

/** The word itself, and the words whose plural, past or -ing form it may be. */
function plainForms(word: string): string[] {
  const forms = [word];
  const cut = (ending: string, ...instead: readonly string[]): void => {
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && stem.length > 2) for (const end of instead) forms.push(stem + end);
  };
  cut('ies', 'y');
  cut('es', '', 'e');
  cut('s', '');
  cut('ied', 'y');
  cut('ed', '', 'e');
  cut('ing', '', 'e');
  const doubled = /^(.+([bdgklmnprt]))\2(?:ed|ing)$/.exec(word)?.[1];
  if (doubled !== undefined) forms.push(doubled);
  return forms;
}
