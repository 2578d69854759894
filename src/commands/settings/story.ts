import type { Story } from '../../data/model/fact.ts';
import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { storyCard } from '../../reply/cards/story.ts';
import { READERS } from '../permissions.ts';
import type { Ask, Desk } from '../command.ts';
import { defineCommand } from '../definition/define-command.ts';
import { storyAccess } from '../story-access.ts';
import { choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';

/** The story of the channel: shown to everybody, set by those who manage the channel. */
export const story = defineCommand({
  name: 'story',
  options: [{ name: 'story' }],
  permission: READERS,
  queryOption: 'story',
  notRepeatable: true,
  async answer(ask, desk) {
    const chosen = optionText(ask, 'story');
    const language = languageFor(ask);
    if (chosen === '')
      return storyCard(storyOf(ask, desk).story, { all: await openStories(ask, desk), set: false }, language);
    const index = desk.stories.get(chosen)?.(ask.now);
    const { refused } = await storyAccess(chosen, ask.from, desk);
    // A story that is closed here is not told from one that is not there.
    if (index === undefined || refused !== null)
      throw new ReaderError(translateText(language, 'story.unknown', { story: chosen }));
    const { channel, managesChannel } = ask.from;
    if (desk.store === null || channel === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
    if (!managesChannel) throw new ReaderError(translateText(language, 'settings.forbidden'));
    await desk.store.settings.set('channel', channel, { story: index.story.id });
    return storyCard(index.story, { all: [], set: true }, language);
  },
  async autocomplete(typing, desk) {
    const text = optionText(typing, 'story').toLocaleLowerCase();
    return (await openStories(typing, desk))
      .map(({ id, title }) => ({ name: choiceLabel(title), value: id }))
      .filter(({ name, value }) => name.toLocaleLowerCase().includes(text) || value.includes(text))
      .slice(0, 25);
  },
});

/** The stories that may be asked about where the asker is. */
async function openStories({ from, now }: Ask, desk: Desk): Promise<readonly Story[]> {
  const all = [...desk.stories].map(async ([id, at]) =>
    (await storyAccess(id, from, desk)).refused === null ? [at(now).story] : [],
  );
  return (await Promise.all(all)).flat();
}
