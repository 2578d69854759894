import { ReaderError } from '../../errors.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Store } from '../../store/store.ts';
import { RANKS } from '../permissions/rank.ts';
import { checkPermission } from '../permissions/rules.ts';
import type { Ask, Desk } from '../command.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';

/**
 * The server in which somebody sets what its desk is.
 * @throws ReaderError for whoever may not, and in a direct message.
 */
function requireServer(setting: string, { from, ...ask }: Ask, desk: Desk): string {
  const why = checkPermission(`setting:${setting}`, from, null, desk.rules);
  const language = languageFor({ from, ...ask });
  if (why !== null) throw new ReaderError(translateText(language, `may.${why}`));
  if (from.server === null) throw new ReaderError(translateText(language, 'settings.noServer'));
  return from.server;
}

/** Gives the members with a role a rank in this server. Whether something was changed. */
export async function assignRole(ask: Ask, desk: Desk, store: Store): Promise<boolean> {
  const [role, rank] = [optionText(ask, 'role'), RANKS.find((each) => each === optionText(ask, 'may'))];
  if (role === '' && rank === undefined) return false;
  const server = requireServer('roles', ask, desk);
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
 * Claims the story of the channel for this server, and has its proposals wait in this channel; or gives it up. Whether
 * something was changed.
 */
export async function setCurationChannel(ask: Ask, desk: Desk, { curationClaims }: Store): Promise<boolean> {
  const where = optionText(ask, 'curation');
  if (where === '') return false;
  const language = languageFor(ask);
  const server = requireServer('curation', ask, desk);
  const { channel, lacks } = ask.from;
  const { story } = storyOf(ask, desk);
  if (where !== 'here') {
    if (!(await curationClaims.release(story.id, server)))
      throw new ReaderError(translateText(language, 'settings.notCurated'));
    return true;
  }
  // What would keep a proposal from being posted is known now, and not when the first one is made.
  if (lacks.length > 0 || channel === null) {
    throw new ReaderError(translateText(language, 'digest.lacks', { permissions: lacks.join(', ') }));
  }
  if (!(await curationClaims.claim(story.id, server, channel)))
    throw new ReaderError(translateText(language, 'settings.claimed'));
  return true;
}
