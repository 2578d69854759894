import type { APIInteraction } from 'discord-api-types/v10';
import { type Roles, rankOf, type Origin } from '../../commands/permissions.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { ReaderError } from '../../errors.ts';
import type { Theme } from '../../reply/model/picture.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { withTimeout } from '../with-timeout.ts';
import { stripInvisible } from '../format/escape.ts';

/** The channel of an interaction, its settings, and who acts. */
export interface InteractionContext extends Pick<Ask, 'locale' | 'story' | 'from' | 'proposal'> {
  /** Whether answers are for everybody by default. */
  readonly share: boolean;
  /** Of pictures. */
  readonly theme: Theme;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_SERVER = 1n << 5n;

/** https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
const GUILD_INSTALL = '0';

/** How long the store may take, in ms, out of the 3 s that Discord gives. */
const STORE_MS = 1_200;

/** What the bot needs in a channel. The invite link asks for these: the same page. */
export const REQUIRED_PERMISSIONS = {
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Attach Files': 1n << 15n,
  'Read Message History': 1n << 16n,
} as const;

/** The names of those that the bot lacks. `held` is a bit set as Discord writes it. */
export function missingPermissions(held: string): string[] {
  const bits = BigInt(held);
  if ((bits & ADMINISTRATOR) !== 0n) return [];
  return Object.entries(REQUIRED_PERMISSIONS).flatMap(([name, bit]) => ((bits & bit) === 0n ? [name] : []));
}

/**
 * Who acts, where, and with which permissions. `given` are the roles in the server's settings; a member without one of
 * them is a reader.
 */
export function originOf(interaction: APIInteraction, given?: Roles): Origin {
  const { guild_id: server, channel, member, user, authorizing_integration_owners: owners } = interaction;
  const held = BigInt(member?.permissions ?? 0);
  const may = (flag: bigint): boolean => (held & (flag | ADMINISTRATOR)) !== 0n;
  // In a direct message everybody manages the channel.
  const direct = server === undefined;
  return {
    server: server ?? null,
    isInstalled: server !== undefined && owners?.[GUILD_INSTALL] === server,
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
 * The context of an interaction.
 * @throws ReaderError when the store does not answer in time: the story of the channel is then unknown, and another one
 * must not be shown.
 */
export async function contextOf(interaction: APIInteraction, desk: Desk): Promise<InteractionContext> {
  const { guild_id: server = null, channel } = interaction;
  const own = 'locale' in interaction ? interaction.locale : 'en';
  const reading = channel === undefined ? undefined : desk.store?.settings.at(server, channel.id);
  const settings = reading === undefined ? {} : await withTimeout(reading, STORE_MS);
  if (settings === undefined) throw new ReaderError(translateText(languageOf(own), 'door.noStore'));
  const { language = own, story = null, share = false, theme = 'dark', roles } = settings;
  return { locale: language, story, from: originOf(interaction, roles), share, theme };
}

/** The name of the person who acts, as the server shows it. */
export function displayName({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string {
  const person = member?.user ?? user;
  return stripInvisible(member?.nick ?? person?.global_name ?? person?.username ?? '');
}

/** The id of the person who acts; empty if Discord does not say. */
export const userId = ({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string =>
  (member?.user ?? user)?.id ?? '';
