import { ReaderError } from '../../errors.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Store } from '../../store/store.ts';
import { RANKS } from '../permissions/rank.ts';
import { authorise } from '../permissions/rules.ts';
import type { Ask, Desk } from '../command.ts';
import { languageFor, storyOf, typed } from '../ask.ts';

/**
 * The server in which somebody sets what its desk is.
 * @throws ReaderError for whoever may not, and in a direct message.
 */
function serverFor(setting: string, { from, ...ask }: Ask, desk: Desk): string {
  const why = authorise(`setting:${setting}`, from, null, desk.rules);
  const language = languageFor({ from, ...ask });
  if (why !== null) throw new ReaderError(word(language, `may.${why}`));
  if (from.server === null) throw new ReaderError(word(language, 'settings.noServer'));
  return from.server;
}

/** Gives the members with a role a rank in this server. Whether something was changed. */
export async function giveRole(ask: Ask, desk: Desk, store: Store): Promise<boolean> {
  const [role, rank] = [typed(ask, 'role'), RANKS.find((each) => each === typed(ask, 'may'))];
  if (role === '' && rank === undefined) return false;
  const server = serverFor('roles', ask, desk);
  if (!/^\d{1,20}$/.test(role) || rank === undefined) {
    throw new ReaderError(word(languageFor(ask), 'settings.roleAndRank'));
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
export async function curate(ask: Ask, desk: Desk, { curators }: Store): Promise<boolean> {
  const where = typed(ask, 'curation');
  if (where === '') return false;
  const language = languageFor(ask);
  const server = serverFor('curation', ask, desk);
  const { channel, lacks } = ask.from;
  const { story } = storyOf(ask, desk);
  if (where !== 'here') {
    if (!(await curators.release(story.id, server))) throw new ReaderError(word(language, 'settings.notCurated'));
    return true;
  }
  // What would keep a proposal from being posted is known now, and not when the first one is made.
  if (lacks.length > 0 || channel === null) {
    throw new ReaderError(word(language, 'digest.lacks', { permissions: lacks.join(', ') }));
  }
  if (!(await curators.claim(story.id, server, channel))) throw new ReaderError(word(language, 'settings.claimed'));
  return true;
}
