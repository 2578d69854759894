import { ReaderError } from '../../errors.ts';

const DISCORD = 'https://discord.com';
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** Three parts of base64url: https://docs.discord.com/developers/reference#authentication shows one. */
const TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;

/**
 * Refuses a URL that is neither Discord's nor on this machine, because it would be sent the token, and a string that cannot
 * be a token.
 * @throws ReaderError
 */
export function checkCredentials(api: string, token: string): void {
  const url = URL.parse(api);
  const local = url !== null && url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  if (!local && url?.origin !== DISCORD) {
    throw new ReaderError(
      `The bot joins ${DISCORD}/api or an emulator on this machine, not "${api}". Correct DISCORD_API.`,
    );
  }
  if (/[^\x21-\x7E]/.test(token) || /^(?:Bot|Bearer)/i.test(token) || (!local && !TOKEN.test(token))) {
    throw new ReaderError(
      'DISCORD_TOKEN is not a bot token: that is three parts with dots between them, without "Bot" or quotation marks. ' +
        'Copy it from https://discord.com/developers/applications, page Bot.',
    );
  }
}
