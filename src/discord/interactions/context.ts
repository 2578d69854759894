import type { APIInteraction } from 'discord-api-types/v10';
import { type Roles, rankOf, type Origin } from '../../commands/permissions.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { ReaderError } from '../../errors.ts';
import type { Theme } from '../../reply/model/picture.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { displayName } from './user.ts';

/** What holds where somebody asks: whose channel it is, and what was set for it. */
export interface InteractionContext extends Pick<Ask, 'locale' | 'story' | 'from'> {
  /** Whether answers are for everybody unless the asker says otherwise. */
  readonly share: boolean;
  /** Of pictures. */
  readonly theme: Theme;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_SERVER = 1n << 5n;

/** How long the store may take, in ms, out of the 3 s that Discord gives. */
const STORE_MS = 1_200;

/** What the bot needs in a channel, as the invitation asks for it: the same page. */
export const REQUIRED_PERMISSIONS = {
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Attach Files': 1n << 15n,
  'Read Message History': 1n << 16n,
} as const;

/** Which of them the bot lacks in a channel, by Discord's own names. `held` is a bit set as Discord writes it. */
export function missingPermissions(held: string): string[] {
  const bits = BigInt(held);
  if ((bits & ADMINISTRATOR) !== 0n) return [];
  return Object.entries(REQUIRED_PERMISSIONS).flatMap(([name, bit]) => ((bits & bit) === 0n ? [name] : []));
}

/**
 * Where somebody asks and what they may do there, as Discord says with each interaction. `given` are the roles of the
 * server's settings: whoever's roles give no rank is a reader.
 */
export function originOf(interaction: APIInteraction, given?: Roles): Origin {
  const { guild_id: server, channel, member, user } = interaction;
  const held = BigInt(member?.permissions ?? 0);
  const may = (flag: bigint): boolean => (held & (flag | ADMINISTRATOR)) !== 0n;
  // A direct message belongs to the one who writes in it.
  const direct = server === undefined;
  return {
    server: server ?? null,
    channel: channel?.id ?? null,
    user: (member?.user ?? user)?.id ?? null,
    name: displayName(interaction),
    roles: member?.roles ?? [],
    rank: rankOf(member?.roles ?? [], given),
    managesChannel: direct || may(MANAGE_CHANNELS) || may(MANAGE_SERVER),
    managesServer: may(MANAGE_SERVER),
    lacks: missingPermissions(interaction.app_permissions),
  };
}

/**
 * What was set for the channel and its server.
 * @throws ReaderError when the store does not answer: without it the story of the channel is not known, and another one
 * must not be shown.
 */
export async function contextOf(interaction: APIInteraction, desk: Desk): Promise<InteractionContext> {
  const { guild_id: server = null, channel } = interaction;
  const own = 'locale' in interaction ? interaction.locale : 'en';
  const reading = channel === undefined ? undefined : desk.store?.settings.at(server, channel.id);
  const { language = own, story = null, share = false, theme = 'dark', roles } = (await inTime(reading, own)) ?? {};
  return { locale: language, story, from: originOf(interaction, roles), share, theme };
}

async function inTime<Value>(reading: Promise<Value> | undefined, locale: string): Promise<Value | undefined> {
  if (reading === undefined) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ReaderError(translateText(languageOf(locale), 'door.noStore'))), STORE_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
