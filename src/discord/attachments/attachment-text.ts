import type { APIAttachment } from 'discord-api-types/v10';
import { ReaderError } from '../../errors.ts';
import { translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { decodeText } from './decode-text.ts';
import { docxText } from './docx.ts';

/** Discord's hosts of attachments: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const MOST_BYTES = 256 * 1024;
const FETCH_MS = 8_000;

type Sent = Pick<APIAttachment, 'filename' | 'size' | 'url'>;

/**
 * The text of an attachment. It is fetched only from Discord, or from the emulator on this machine that `api` names.
 * @throws ReaderError for a file that cannot be read, whatever it is.
 */
export async function attachmentText({ filename, size, url }: Sent, api: string, language: Language): Promise<string> {
  const refuse = (key: MessageKey & `draft.${string}`): ReaderError => new ReaderError(translateText(language, key));
  const kind = /\.(txt|md|docx)$/i.exec(filename)?.[1]?.toLowerCase();
  if (kind === undefined) throw refuse('draft.kind');
  if (size > MOST_BYTES) throw refuse('draft.tooLarge');
  if (!isOfDiscord(url, api)) throw refuse('draft.notFetched');
  const bytes = await fetched(url);
  if (bytes === 'failed') throw refuse('draft.notFetched');
  if (bytes === 'too large') throw refuse('draft.tooLarge');
  const text = kind === 'docx' ? docxText(bytes) : decodeText(bytes);
  if (text === null) throw refuse('draft.unreadable');
  // A document is compressed: its text may be much larger than its file.
  if (text.length > MOST_BYTES) throw refuse('draft.tooLarge');
  return text;
}

function isOfDiscord(address: string, api: string): boolean {
  const url = URL.parse(address);
  const own = URL.parse(api);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && url.port === '' && HOSTS.has(url.hostname)) return true;
  return own !== null && own.protocol === 'http:' && url.origin === own.origin;
}

/** Counts the bytes itself: `size` is only what Discord says. */
async function fetched(url: string): Promise<Uint8Array | 'failed' | 'too large'> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok || response.body === null) return 'failed';
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Leaving the loop ends the download.
    for await (const chunk of response.body) {
      length += chunk.byteLength;
      if (length > MOST_BYTES) return 'too large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return 'failed';
  }
}
