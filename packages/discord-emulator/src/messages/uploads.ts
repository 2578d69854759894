import type { APIAttachment } from 'discord-api-types/v10';
import type { Core } from '../context.ts';
import type { JsonObject } from '../json.ts';
import type { Upload } from '../world/state.ts';

/** Width and height out of the first bytes of a PNG or a GIF; null for everything else. */
function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length >= 10 && view.getUint32(0) === 0x47494638) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  return null;
}

/** The media type of a file, by its first bytes where these tell, as Discord does: senders often do not say. */
function kindOf(upload: Upload): string {
  const start = Buffer.from(upload.bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return upload.type;
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
export function safeName(name: string): string {
  const kept = name.replaceAll(/[^\w.-]+/gu, '_').replace(/^\.+/u, '');
  return kept === '' ? 'unknown' : kept;
}

/** Stores a file and returns its attachment. `about` is what the message's JSON says of it. */
export function keepUpload(core: Core, channel: string, upload: Upload, about: JsonObject): APIAttachment {
  const id = core.newId();
  const filename = safeName(typeof about['filename'] === 'string' ? about['filename'] : upload.name);
  // The secret in the path replaces the signature in Discord's own addresses: it cannot be guessed.
  const path = `/attachments/${channel}/${id}/${core.secretWord()}/${filename}`;
  const type = kindOf(upload);
  core.state.uploads.set(path, { ...upload, type });
  const url = `${core.origin()}${path}`;
  const size = pictureSize(upload.bytes);
  return {
    id,
    filename,
    size: upload.bytes.length,
    url,
    proxy_url: url,
    content_type: type,
    ...(size && { width: size.width, height: size.height }),
    ...(typeof about['description'] === 'string' && { description: about['description'] }),
    ...(typeof about['title'] === 'string' && { title: about['title'] }),
  };
}
