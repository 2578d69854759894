import { ReaderError } from '../../errors.ts';
import { settingsCard } from '../../reply/cards/settings.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { LANGUAGES } from '../../reply/model/language.ts';
import type { Store } from '../../store/store.ts';
import { ADMINISTRATORS, checkPermission, READERS, RANKS } from '../permissions.ts';
import type { Ask, Desk } from '../command.ts';
import { defineCommand } from '../definition/define-command.ts';
import { curationClaimOf } from '../curation/context.ts';
import { isOnlyServer, mayCurate, storyAccess } from '../story-access.ts';
import { languageFor, storyIdOf, storyOf, optionText } from '../ask.ts';

type Changes = Parameters<Store['settings']['set']>[2];

/** How the bot answers in a channel or a server: shown to everybody, set by those who manage it. */
export const settings = defineCommand({
  name: 'settings',
  options: [
    { name: 'scope', choices: ['channel', 'server'] },
    { name: 'answers', choices: ['private', 'shared'] },
    { name: 'language', choices: ['asker', ...LANGUAGES] },
    { name: 'theme', choices: ['dark', 'light'] },
    { name: 'notices', choices: ['here', 'nowhere'] },
    { name: 'role', role: true },
    { name: 'may', choices: RANKS },
    { name: 'curation', choices: ['here', 'nowhere'] },
    { name: 'code', free: true },
  ],
  permission: READERS,
  innerRules: { 'setting:roles': ADMINISTRATORS, 'setting:curation': ADMINISTRATORS },
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
});

function changesOf(ask: Ask, channel: string): Changes {
  const [answers, language, theme, notices] = ['answers', 'language', 'theme', 'notices'].map((name) =>
    optionText(ask, name),
  );
  return {
    ...(answers !== '' && { share: answers === 'shared' }),
    // "asker" deletes the setting: everybody is answered in the language of their own Discord.
    ...(language !== '' && language !== undefined && { language: language === 'asker' ? null : language }),
    ...(notices !== '' && { notices: notices === 'here' ? channel : null }),
    ...((theme === 'dark' || theme === 'light') && { theme }),
  };
}

/**
 * The server whose setting the asker may change.
 * @throws ReaderError for an asker who may not, and in a direct message.
 */
async function requireServer(setting: string, { from, ...ask }: Ask, desk: Desk): Promise<string> {
  const access = await storyAccess(storyIdOf(ask, desk), from, desk);
  const why = checkPermission(`setting:${setting}`, from, access, desk.rules);
  const language = languageFor({ from, ...ask });
  if (why !== null) throw new ReaderError(translateText(language, `may.${why}`));
  if (from.server === null) throw new ReaderError(translateText(language, 'settings.noServer'));
  return from.server;
}

/** Gives a role a rank in this server. @returns whether something was changed. */
async function assignRole(ask: Ask, desk: Desk, store: Store): Promise<boolean> {
  const [role, rank] = [optionText(ask, 'role'), RANKS.find((each) => each === optionText(ask, 'may'))];
  if (role === '' && rank === undefined) return false;
  const server = await requireServer('roles', ask, desk);
  if (!/^\d{1,20}$/.test(role) || rank === undefined) {
    throw new ReaderError(translateText(languageFor(ask), 'settings.roleAndRank'));
  }
  const { roles = { reporter: [], editor: [], administrator: [] } } = await store.settings.get('server', server);
  const others = (of: keyof typeof roles): string[] => roles[of].filter((id) => id !== role);
  const kept = { reporter: others('reporter'), editor: others('editor'), administrator: others('administrator') };
  await store.settings.set('server', server, {
    roles: rank === 'reader' ? kept : { ...kept, [rank]: [...kept[rank], role] },
  });
  return true;
}

/**
 * Claims the story of the channel for this server, with this channel for its proposals; or releases it.
 * @returns whether something was changed.
 */
async function setCurationChannel(ask: Ask, desk: Desk, { curationClaims }: Store): Promise<boolean> {
  const where = optionText(ask, 'curation');
  if (where === '') return false;
  const language = languageFor(ask);
  const server = await requireServer('curation', ask, desk);
  const { channel, lacks } = ask.from;
  const { story } = storyOf(ask, desk);
  if (where !== 'here') {
    if (!(await curationClaims.release(story.id, server)))
      throw new ReaderError(translateText(language, 'settings.notCurated'));
    return true;
  }
  // A missing permission is reported now, not when the first proposal cannot be posted.
  if (lacks.length > 0 || channel === null) {
    throw new ReaderError(translateText(language, 'digest.lacks', { permissions: lacks.join(', ') }));
  }
  if (!mayCurate(story.id, server, desk)) throw new ReaderError(translateText(language, 'may.notNamed'));
  const isOwn = (await curationClaims.of(story.id))?.server === server;
  const code = isOwn || isOnlyServer(story.id, server, desk) ? null : optionText(ask, 'code');
  if (code === '') throw new ReaderError(translateText(language, 'settings.needsCode', { story: story.id }));
  const claimed = await curationClaims.claim(story.id, server, channel, code);
  if (claimed === 'wrong code') throw new ReaderError(translateText(language, 'settings.wrongCode'));
  if (claimed === 'taken') throw new ReaderError(translateText(language, 'settings.claimed'));
  return true;
}
