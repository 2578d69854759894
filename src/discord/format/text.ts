import { stripInvisible } from './escape.ts';
import { MAX_OPTION_TEXT } from '../limits.ts';

/** What was typed, as far as it is taken: in one line, without what cannot be seen, cut to 100 UTF-16 units or to `most`. */
export const cleanInput = (text: string, most = MAX_OPTION_TEXT): string => truncate(stripInvisible(text), most);

/** At most `most` UTF-16 units of a text, cut between two letters. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.codePointAt(most - 1) ?? 0;
  return text.slice(0, last > 0xffff ? most - 1 : most).trimEnd();
}
