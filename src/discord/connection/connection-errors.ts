import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { ReaderError } from '../../errors.ts';

const BAD_TOKEN =
  'Discord refused the token of the bot. Reset it at https://discord.com/developers/applications, page Bot, and set DISCORD_TOKEN.';

/** Close codes after which the gateway takes no reconnect: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED: Readonly<Record<number, string>> = {
  4004: BAD_TOKEN,
  4010: 'Discord refused the connection: its number among several processes is wrong. Start one process.',
  4011: 'Discord wants this bot split over several connections (sharding) because it is in so many servers.',
  4012: 'Discord no longer takes this version of its gateway. Update Factdesk.',
  4013: 'Discord refused what the bot asked to hear (intents). Update Factdesk.',
  4014: 'Discord does not let this bot hear what it asked for (intents). Open https://discord.com/developers/applications, page Bot.',
};

export const closeCodeError = (code: number): ReaderError =>
  new ReaderError(CLOSED[code] ?? `Discord closed the connection for good (code ${code}).`);

export const invalidTokenError = (): ReaderError => new ReaderError(BAD_TOKEN);

export const silenceError = (seconds: number): ReaderError =>
  new ReaderError(`Nothing has come from Discord for ${seconds} s. Check the network, then start Factdesk again.`);

export const unreachableError = (api: string): ReaderError =>
  new ReaderError(
    `Discord cannot be reached at ${api}. Check the network and https://discordstatus.com, then start again.`,
  );

export const sessionLimitError = (left: number, until: Temporal.Instant): ReaderError =>
  new ReaderError(
    `Discord lets this bot sign in only ${left} more times before ${until.round('second').toString()}, and then resets its token. ` +
      'Find out what restarts it so often, and start it after that time.',
  );

export const invalidRequestError = (count: number): ReaderError =>
  new ReaderError(
    `Discord refused ${count} requests within ten minutes. Factdesk stops before this address is banned at 10,000. ` +
      'Check the permissions of the bot.',
  );

/** Why the start failed, as a sentence. An unknown error is returned unchanged: it is a defect. */
export function toStartError(error: unknown, api: string): unknown {
  if (error instanceof ReaderError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return invalidTokenError();
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return invalidTokenError();
    return new ReaderError(`Discord refused a request at the start (status ${error.status}, code ${error.code}).`);
  }
  if (error instanceof Error && error.name === 'HTTPError') return unreachableError(api);
  return isNetwork(error) ? unreachableError(api) : error;
}

const NETWORK = /^(?:E[A-Z]+|UND_ERR_[A-Z_]+)$/;

function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { readonly code?: unknown }).code;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return (typeof code === 'string' && NETWORK.test(code)) || (error.cause !== undefined && isNetwork(error.cause));
}
