import { storyOf } from '../../../commands/ask.ts';
import { translateText } from '../../../reply/i18n/translate.ts';
import { typedText } from '../ask-state.ts';
import type { Action } from './action.ts';

/** Adds what the story could not answer to the open questions of the desk. A second press changes nothing. */
export const log: Action = {
  name: 'log',
  row: 'pages',
  effect: 'apart',
  buttons: ({ card, remembers, passages, language }) =>
    (card.outcome !== 'nothing' && card.outcome !== 'maybe') || !remembers || passages
      ? []
      : [{ argument: '', label: translateText(language, 'door.log'), look: 'plain' }],
  run: async ({ asked, desk }) => {
    const { store } = desk;
    const { server, channel, user } = asked.from;
    if (store === null || channel === null || user === null) return null;
    const { id: story } = storyOf(asked, desk).story;
    await store.questions.open({ story, server, channel, asks: typedText(asked), asker: store.users.hash(user) });
    return { say: 'door.logged' };
  },
};
