import { ReaderError } from '../errors.ts';
import { settingsCard } from '../reply/settings.ts';
import { LANGUAGES, word, type Language } from '../reply/say.ts';
import type { Store } from '../store/store.ts';
import { authorise, RANKS } from './authority.ts';
import type { Ask, Command } from './command.ts';
import { declare } from './declare.ts';
import { languageFor, typed } from './desk.ts';

type Changes = Parameters<NonNullable<Parameters<Command['answer']>[1]['store']>['settings']['set']>[2];

/** How the bot answers in a channel or a server: shown to everybody, set by those who manage it. */
export const settings = {
  data: declare('settings', [
    { name: 'scope', choices: ['channel', 'server'] },
    { name: 'answers', choices: ['private', 'shared'] },
    { name: 'language', choices: ['asker', ...LANGUAGES] },
    { name: 'theme', choices: ['dark', 'light'] },
    { name: 'notices', choices: ['here', 'nowhere'] },
    { name: 'role', role: true },
    { name: 'may', choices: RANKS },
  ]),
  query: null,
  once: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { server, channel, managesChannel, managesServer } = ask.from;
    if (desk.store === null || channel === null) throw new ReaderError(word(language, 'settings.nowhere'));
    const given = await giveRole(ask, desk.store, language);
    const changes = changesOf(ask, channel);
    if (Object.keys(changes).length > 0) {
      const wide = typed(ask, 'scope') === 'server';
      if (wide && server === null) throw new ReaderError(word(language, 'settings.noServer'));
      if (!(wide ? managesServer : managesChannel)) throw new ReaderError(word(language, 'settings.forbidden'));
      await desk.store.settings.set(wide ? 'server' : 'channel', wide ? (server ?? channel) : channel, changes);
    }
    const now = await desk.store.settings.at(server, channel);
    const story = desk.stories.get(now.story ?? '')?.(ask.now).story.title ?? null;
    return settingsCard({ ...now, channel, story, changed: given || Object.keys(changes).length > 0 }, language);
  },
} satisfies Command;

/** Gives the members with a role a rank in this server. Whether something was changed. */
async function giveRole(ask: Ask, store: Store, language: Language): Promise<boolean> {
  const [role, rank] = [typed(ask, 'role'), RANKS.find((each) => each === typed(ask, 'may'))];
  if (role === '' && rank === undefined) return false;
  const { server } = ask.from;
  const why = authorise('setting:roles', ask.from, null);
  if (why !== null) throw new ReaderError(word(language, `may.${why}`));
  if (server === null || !/^\d{1,20}$/.test(role) || rank === undefined) {
    throw new ReaderError(word(language, 'settings.roleAndRank'));
  }
  const { roles = { reporter: [], editor: [], administrator: [] } } = await store.settings.get('server', server);
  const others = (of: keyof typeof roles): string[] => roles[of].filter((id) => id !== role);
  const kept = { reporter: others('reporter'), editor: others('editor'), administrator: others('administrator') };
  await store.settings.set('server', server, {
    roles: rank === 'reader' ? kept : { ...kept, [rank]: [...kept[rank], role] },
  });
  return true;
}

function changesOf(ask: Ask, channel: string): Changes {
  const [answers, language, theme, notices] = ['answers', 'language', 'theme', 'notices'].map((name) =>
    typed(ask, name),
  );
  return {
    ...(answers !== '' && { share: answers === 'shared' }),
    // "asker" takes the setting away, so that everybody is answered in the language of their own Discord.
    ...(language !== '' && language !== undefined && { language: language === 'asker' ? null : language }),
    ...(notices !== '' && { notices: notices === 'here' ? channel : null }),
    ...((theme === 'dark' || theme === 'light') && { theme }),
  };
}
