import { storyOf } from '../../../commands/ask.ts';
import { word } from '../../../reply/i18n/translate.ts';
import { typedIn } from '../ask-state.ts';
import type { Action } from './action.ts';

/** Puts what the story could not answer among the open questions of the desk; a second press changes nothing. */
export const log: Action = {
  name: 'log',
  row: 'pages',
  as: 'apart',
  faces: ({ card, remembers, passages, language }) =>
    card.outcome !== 'nothing' || !remembers || passages
      ? []
      : [{ argument: '', label: word(language, 'door.log'), look: 'plain' }],
  press: async ({ asked, desk }) => {
    const { store } = desk;
    const { server, channel, user } = asked.from;
    if (store === null || channel === null || user === null) return null;
    const { id: story } = storyOf(asked, desk).story;
    await store.questions.open({ story, server, channel, asks: typedIn(asked), asker: store.people.hash(user) });
    return { say: 'door.logged' };
  },
};
