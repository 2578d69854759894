import { ReaderError } from '../../errors.ts';
import { settingsCard } from '../../reply/cards/settings.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { LANGUAGES } from '../../reply/model/language.ts';
import { RANKS } from '../permissions/rank.ts';
import type { Ask, Command } from '../command.ts';
import { slashCommand } from '../definition.ts';
import { curationClaimOf } from '../curation/context.ts';
import { languageFor, storyIdOf, optionText } from '../ask.ts';
import { setCurationChannel, assignRole } from './server-settings.ts';

type Changes = Parameters<NonNullable<Parameters<Command['answer']>[1]['store']>['settings']['set']>[2];

/** How the bot answers in a channel or a server: shown to everybody, set by those who manage it. */
export const settings = {
  definition: slashCommand('settings', [
    { name: 'scope', choices: ['channel', 'server'] },
    { name: 'answers', choices: ['private', 'shared'] },
    { name: 'language', choices: ['asker', ...LANGUAGES] },
    { name: 'theme', choices: ['dark', 'light'] },
    { name: 'notices', choices: ['here', 'nowhere'] },
    { name: 'role', role: true },
    { name: 'may', choices: RANKS },
    { name: 'curation', choices: ['here', 'nowhere'] },
  ]),
  queryOption: null,
  notRepeatable: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { server, channel, managesChannel, managesServer } = ask.from;
    if (desk.store === null || channel === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
    const given = [await assignRole(ask, desk, desk.store), await setCurationChannel(ask, desk, desk.store)].includes(
      true,
    );
    const changes = changesOf(ask, channel);
    if (Object.keys(changes).length > 0) {
      const wide = optionText(ask, 'scope') === 'server';
      if (wide && server === null) throw new ReaderError(translateText(language, 'settings.noServer'));
      if (!(wide ? managesServer : managesChannel))
        throw new ReaderError(translateText(language, 'settings.forbidden'));
      await desk.store.settings.set(wide ? 'server' : 'channel', wide ? (server ?? channel) : channel, changes);
    }
    const now = await desk.store.settings.at(server, channel);
    const story = desk.stories.get(now.story ?? '')?.(ask.now).story.title ?? null;
    const curating = await curationClaimOf(storyIdOf({ story: now.story ?? null }, desk), desk);
    return settingsCard(
      { ...now, channel, server, story, curating, changed: given || Object.keys(changes).length > 0 },
      language,
    );
  },
} satisfies Command;

function changesOf(ask: Ask, channel: string): Changes {
  const [answers, language, theme, notices] = ['answers', 'language', 'theme', 'notices'].map((name) =>
    optionText(ask, name),
  );
  return {
    ...(answers !== '' && { share: answers === 'shared' }),
    // "asker" takes the setting away, so that everybody is answered in the language of their own Discord.
    ...(language !== '' && language !== undefined && { language: language === 'asker' ? null : language }),
    ...(notices !== '' && { notices: notices === 'here' ? channel : null }),
    ...((theme === 'dark' || theme === 'light') && { theme }),
  };
}
