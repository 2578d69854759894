import { word } from '../../../reply/i18n/translate.ts';
import type { Action, Outcome, Pressed } from './action.ts';

/** Turns to another page. The middle button only says where one is. */
export const page: Action = {
  name: 'page',
  row: 'pages',
  as: 'turn',
  faces: ({ page: at, pages, wide, language }) =>
    pages === 1 && !wide
      ? []
      : [
          {
            argument: String(at - 1),
            label: word(language, 'door.previous'),
            look: 'plain',
            ...(at === 0 && { disabled: true }),
          },
          {
            argument: String(at),
            label: word(language, 'door.page', { page: at + 1, pages }),
            look: 'plain',
            disabled: true,
          },
          {
            argument: String(at + 1),
            label: word(language, 'door.next'),
            look: 'plain',
            ...(at + 1 === pages && { disabled: true }),
          },
        ],
  press: async (pressed) => samePage(pressed),
};

/** The same question, at the page that the button names. */
export function samePage({ argument, asked }: Pressed): Outcome {
  return isPage(argument) ? { show: asked, page: Number(argument) } : null;
}

export const isPage = (argument: string): boolean => /^\d{1,4}$/.test(argument);
