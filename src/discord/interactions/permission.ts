import { checkPermission } from '../../commands/permissions.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { curationClaimOf } from '../../commands/curation/context.ts';
import { storyIdOf } from '../../commands/ask.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';

/** The sentence for somebody to whom a way in is not open, asked anew at each click; null where it is open. */
export async function denialFor(
  entry: string,
  { from, story, locale, permitted }: Pick<Ask, 'from' | 'story' | 'locale' | 'permitted'>,
  desk: Desk,
): Promise<string | null> {
  if (entry === permitted) return null;
  const asksWhere = desk.rules.get(entry)?.where === 'curating';
  const curating = asksWhere ? await curationClaimOf(storyIdOf({ story }, desk), desk) : null;
  const why = checkPermission(entry, from, curating, desk.rules);
  return why === null ? null : translateText(languageOf(locale), `may.${why}`);
}
