import { translateText } from '../../../reply/i18n/translate.ts';
import type { Action, ActionResult, ActionPress } from './action.ts';

/** Turns to another page. The middle button only shows the page number. */
export const page: Action = {
  name: 'page',
  row: 'pages',
  effect: 'turn',
  buttons: ({ page: at, pages, wide, language }) =>
    pages === 1 && !wide
      ? []
      : [
          {
            argument: String(at - 1),
            label: translateText(language, 'door.previous'),
            look: 'plain',
            ...(at === 0 && { disabled: true }),
          },
          {
            argument: String(at),
            label: translateText(language, 'door.page', { page: at + 1, pages }),
            look: 'plain',
            disabled: true,
          },
          {
            argument: String(at + 1),
            label: translateText(language, 'door.next'),
            look: 'plain',
            ...(at + 1 === pages && { disabled: true }),
          },
        ],
  run: async (pressed) => openPage(pressed),
};

export function openPage({ argument, asked }: ActionPress): ActionResult {
  return isPageNumber(argument) ? { show: asked, page: Number(argument) } : null;
}

export const isPageNumber = (argument: string): boolean => /^\d{1,4}$/.test(argument);
