import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { storyCard } from '../../reply/cards/story.ts';
import { EVERYONE } from '../permissions.ts';
import { defineCommand } from '../definition/define-command.ts';
import { choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';

/** The story of the channel: shown to everybody, set by those who manage the channel. */
export const story = defineCommand({
  name: 'story',
  options: [{ name: 'story' }],
  permission: EVERYONE,
  queryOption: 'story',
  notRepeatable: true,
  async answer(ask, desk) {
    const chosen = optionText(ask, 'story');
    const language = languageFor(ask);
    if (chosen === '')
      return storyCard(
        storyOf(ask, desk).story,
        { all: [...desk.stories.values()].map((at) => at(ask.now).story), set: false },
        language,
      );
    const index = desk.stories.get(chosen)?.(ask.now);
    if (index === undefined) throw new ReaderError(translateText(language, 'story.unknown', { story: chosen }));
    const { channel, managesChannel } = ask.from;
    if (desk.store === null || channel === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
    if (!managesChannel) throw new ReaderError(translateText(language, 'settings.forbidden'));
    await desk.store.settings.set('channel', channel, { story: index.story.id });
    return storyCard(index.story, { all: [], set: true }, language);
  },
  autocomplete(typing, desk) {
    const text = optionText(typing, 'story').toLocaleLowerCase();
    return [...desk.stories.values()]
      .map((at) => at(typing.now).story)
      .map(({ id, title }) => ({ name: choiceLabel(title), value: id }))
      .filter(({ name, value }) => name.toLocaleLowerCase().includes(text) || value.includes(text))
      .slice(0, 25);
  },
});
