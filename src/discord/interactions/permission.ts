import { authorise } from '../../commands/permissions/rules.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { curatingOf } from '../../commands/curation/context.ts';
import { storyIdOf } from '../../commands/ask.ts';
import { languageOf, word } from '../../reply/i18n/translate.ts';

/** The sentence for somebody to whom a way in is not open, asked anew at each click; null where it is open. */
export async function barred(
  entry: string,
  { from, story, locale }: Pick<Ask, 'from' | 'story' | 'locale'>,
  desk: Desk,
): Promise<string | null> {
  const asksWhere = desk.rules.get(entry)?.where === 'curating';
  const curating = asksWhere ? await curatingOf(storyIdOf({ story }, desk), desk) : null;
  const why = authorise(entry, from, curating, desk.rules);
  return why === null ? null : word(languageOf(locale), `may.${why}`);
}
