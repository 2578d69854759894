import { authorise } from '../commands/authority.ts';
import type { Ask, Desk } from '../commands/command.ts';
import { languageOf, word } from '../reply/say.ts';

/** The sentence for somebody to whom a way in is not open, asked anew at each click; null where it is open. */
export async function barred(
  entry: string,
  { from, locale }: Pick<Ask, 'from' | 'locale'>,
  desk: Desk,
): Promise<string | null> {
  const why = authorise(entry, from, null, desk.rules);
  return why === null ? null : word(languageOf(locale), `may.${why}`);
}
