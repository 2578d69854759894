import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Bytes of the comment that may follow the end record. */
const MOST_COMMENT = 0xffff;

/**
 * One file of a ZIP archive; null when it is missing, larger than `most` bytes, or unreadable.
 * The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. The sizes in
 * the archive are not trusted: the inflater itself stops.
 */
export function readZipEntry(archive: Uint8Array, name: string, most: number): Uint8Array | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return read(bytes, name, most);
  } catch {
    // Offsets may point outside, and data may be damaged: both throw.
    return null;
  }
}

function read(bytes: Buffer, name: string, most: number): Uint8Array | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count && bytes.readUInt32LE(at) === ENTRY; n += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const found = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    if (found === name) return content(bytes, at, most);
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return null;
}

/** The offset of the end record, which says where the list of files begins. */
function endOf(bytes: Buffer): number | null {
  const last = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= last; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}

function content(bytes: Buffer, entry: number, most: number): Uint8Array | null {
  const flags = bytes.readUInt16LE(entry + 8);
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if ((flags & ENCRYPTED) !== 0 || bytes.readUInt32LE(local) !== LOCAL) return null;
  const start = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (packed.length !== size) return null;
  if (method === STORED) return size > most ? null : packed;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: most }) : null;
}
