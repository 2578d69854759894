import type { APIInteraction } from 'discord-api-types/v10';
import type { Ask, Desk, From } from '../commands/command.ts';
import { ReaderError } from '../errors.ts';
import { languageOf, word } from '../reply/say.ts';

/** What holds where somebody asks: whose channel it is, and what was set for it. */
export interface Circumstances extends Pick<Ask, 'locale' | 'story' | 'from'> {
  /** Whether answers are for everybody unless the asker says otherwise. */
  readonly share: boolean;
}

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_SERVER = 1n << 5n;

/** How long the store may take, in ms, out of the 3 s that Discord gives. */
const STORE_MS = 1_200;

/** Where somebody asks and what they may do there, as Discord says with each interaction. */
export function fromOf(interaction: APIInteraction): From {
  const { guild_id: server, channel, member, user } = interaction;
  const held = BigInt(member?.permissions ?? 0);
  const may = (flag: bigint): boolean => (held & (flag | ADMINISTRATOR)) !== 0n;
  // A direct message belongs to the one who writes in it.
  const direct = server === undefined;
  return {
    server: server ?? null,
    channel: channel?.id ?? null,
    user: (member?.user ?? user)?.id ?? null,
    managesChannel: direct || may(MANAGE_CHANNELS) || may(MANAGE_SERVER),
    managesServer: may(MANAGE_SERVER),
  };
}

/**
 * What was set for the channel and its server.
 * @throws ReaderError when the store does not answer: without it the story of the channel is not known, and another one
 * must not be shown.
 */
export async function circumstancesOf(interaction: APIInteraction, desk: Desk): Promise<Circumstances> {
  const from = fromOf(interaction);
  const own = 'locale' in interaction ? interaction.locale : 'en';
  if (desk.store === null || from.channel === null) return { locale: own, story: null, from, share: false };
  const settings = await inTime(desk.store.settings.at(from.server, from.channel), own);
  return { locale: settings.language ?? own, story: settings.story ?? null, from, share: settings.share === true };
}

async function inTime<Value>(reading: Promise<Value>, locale: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const unreachable = new ReaderError(word(languageOf(locale), 'door.noStore'));
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, STORE_MS, unreachable);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
