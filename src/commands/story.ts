import { ReaderError } from '../errors.ts';
import { word } from '../reply/i18n/translate.ts';
import { masthead } from '../reply/cards/story.ts';
import type { Command } from './command.ts';
import { declare } from './definition.ts';
import { fit, languageFor, storyOf, typed } from './ask.ts';

/** The story of the channel: shown to everybody, set by those who manage the channel. */
export const story = {
  data: declare('story', [{ name: 'story' }]),
  query: 'story',
  once: true,
  async answer(ask, desk) {
    const chosen = typed(ask, 'story');
    const language = languageFor(ask);
    if (chosen === '')
      return masthead(
        storyOf(ask, desk).story,
        { all: [...desk.stories.values()].map((at) => at(ask.now).story), set: false },
        language,
      );
    const index = desk.stories.get(chosen)?.(ask.now);
    if (index === undefined) throw new ReaderError(word(language, 'story.unknown', { story: chosen }));
    const { channel, managesChannel } = ask.from;
    if (desk.store === null || channel === null) throw new ReaderError(word(language, 'settings.nowhere'));
    if (!managesChannel) throw new ReaderError(word(language, 'settings.forbidden'));
    await desk.store.settings.set('channel', channel, { story: index.story.id });
    return masthead(index.story, { all: [], set: true }, language);
  },
  complete(typing, desk) {
    const text = typed(typing, 'story').toLocaleLowerCase();
    return [...desk.stories.values()]
      .map((at) => at(typing.now).story)
      .map(({ id, title }) => ({ name: fit(title), value: id }))
      .filter(({ name, value }) => name.toLocaleLowerCase().includes(text) || value.includes(text))
      .slice(0, 25);
  },
} satisfies Command;
