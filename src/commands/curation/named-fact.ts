import type { Fact } from '../../data/model/fact.ts';
import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';
import type { Ask, Desk } from '../command.ts';

/**
 * The fact of the option `fact`.
 * @throws ReaderError when the story has none of this id.
 */
export function requireFact(ask: Ask, desk: Desk): Fact {
  const { story } = storyOf(ask, desk);
  const id = optionText(ask, 'fact').toLowerCase();
  const fact = story.facts.get(id);
  if (fact === undefined)
    throw new ReaderError(translateText(languageFor(ask), 'fact.unknown', { id: optionText(ask, 'fact') }));
  return fact;
}
