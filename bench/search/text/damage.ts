import type { Chance } from './random.ts';
import { plain } from './names.ts';

const LETTERS = [...'abcdefghijklmnoprstuvz'];

/** One typo: a letter dropped, doubled, inserted, changed, or two swapped; rarely the first letter. */
export function misspell(chance: Chance, word: string): string {
  const letters = [...word];
  const at = Math.min(letters.length - 2, chance.often(0.05) ? 0 : 1 + chance.whole(letters.length - 1));
  const one = letters[at] ?? '';
  const next = letters[at + 1] ?? '';
  const other = chance.pick(LETTERS.filter((letter) => letter !== plain(one)));
  const made = {
    leave: () => letters.toSpliced(at, 1),
    double: () => letters.toSpliced(at, 0, one),
    insert: () => letters.toSpliced(at, 0, other),
    change: () => letters.toSpliced(at, 1, other),
    swap: () => letters.toSpliced(at, 2, next, one),
  };
  const wrong = made[chance.pick(['leave', 'double', 'insert', 'change', 'swap'] as const)]().join('');
  return wrong === word ? misspell(chance, word) : wrong;
}

/** Long enough to stay recognisable: at least five letters. */
export const canMisspell = (word: string): boolean => /^\p{L}{5,}$/u.test(word.normalize('NFC'));
