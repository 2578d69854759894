import { stripInvisible } from './escape.ts';
import { MAX_OPTION_TEXT } from '../limits.ts';

/** Input on one line, without invisible characters, cut to `most` UTF-16 units. */
export const cleanInput = (text: string, most = MAX_OPTION_TEXT): string => truncate(stripInvisible(text), most);

/** At most `most` UTF-16 units of a text; a surrogate pair is not cut. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.codePointAt(most - 1) ?? 0;
  return text.slice(0, last > 0xffff ? most - 1 : most).trimEnd();
}
