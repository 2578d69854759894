import { visible } from './escape.ts';
import { OPTION_TEXT } from '../limits.ts';

/** What was typed, as far as it is taken: in one line, without what cannot be seen, cut to 100 UTF-16 units or to `most`. */
export const clean = (text: string, most = OPTION_TEXT): string => cut(visible(text), most);

/** At most `most` UTF-16 units of a text, cut between two letters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.codePointAt(most - 1) ?? 0;
  return text.slice(0, last > 0xffff ? most - 1 : most).trimEnd();
}
