import type { Card, AskAgain } from '../../../reply/model/card.ts';
import { translateText } from '../../../reply/i18n/translate.ts';
import { checksum } from '../custom-id.ts';
import { MAX_NAME_BUTTONS, MAX_SELECT_OPTIONS } from '../../limits.ts';
import type { Action, ButtonSpec } from './action.ts';

/**
 * Asks what the answer suggests: "did you mean", or "which one". The id holds a checksum of the suggestion, which is found by
 * answering the question again. If the story no longer suggests it, the button is stale.
 */
export const suggestion: Action = {
  name: 'ask',
  row: 'names',
  effect: 'turn',
  buttons: ({ card, page, language }) => {
    if (page > 0) return [];
    const choices = choicesOf(card);
    return asksWhich(card) || choices.length > MAX_NAME_BUTTONS
      ? [{ argument: '', label: translateText(language, 'door.which'), look: 'plain', choices }]
      : choices.map(({ argument, label }): ButtonSpec => ({ argument, label, look: 'plain' }));
  },
  run: async ({ argument, asked, card }) => {
    const found = (await card()).suggestions.find(({ ask }) => sumOfReask(ask) === argument);
    return found === undefined ? null : { show: { ...asked, ...found.ask }, page: 0 };
  },
};

/** Two people of one name look the same on buttons; a select menu has descriptions. */
const asksWhich = ({ outcome, entity, suggestions }: Card): boolean =>
  outcome === 'answer' && entity === null && suggestions.length > 1;

/** Discord takes no select menu with two options of one value. */
function choicesOf({ suggestions }: Card): NonNullable<ButtonSpec['choices']> {
  const choices = suggestions.map(({ label, note, ask }) => ({
    argument: sumOfReask(ask),
    label,
    ...(note !== undefined && { note }),
  }));
  return [...new Map(choices.map((choice) => [choice.argument, choice])).values()].slice(0, MAX_SELECT_OPTIONS);
}

const sumOfReask = ({ command, options }: AskAgain): string =>
  checksum(JSON.stringify([command, Object.entries(options)]));
