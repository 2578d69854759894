import type { Reask } from '../../reply/card.ts';
import { sumOf } from '../custom-id.ts';
import type { Action } from './action.ts';

/**
 * Asks what the answer suggests: "did you mean". The id holds a sum of the suggestion and not the suggestion itself, which
 * is found again by answering anew; if the story no longer suggests it, the button no longer fits.
 */
export const suggestion: Action = {
  name: 'ask',
  row: 'names',
  as: 'turn',
  faces: ({ card, page }) =>
    page > 0
      ? []
      : card.suggestions.slice(0, 3).map(({ label, ask }) => ({ argument: sumOfReask(ask), label, look: 'plain' })),
  press: async ({ argument, ask, card }) => {
    const found = (await card()).suggestions.find((one) => sumOfReask(one.ask) === argument);
    return found === undefined ? null : { ask: { ...ask, ...found.ask }, page: 0 };
  },
};

const sumOfReask = ({ command, options }: Reask): string => sumOf(JSON.stringify([command, Object.entries(options)]));
