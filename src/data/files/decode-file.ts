import { problemAt, problemOf, TextFile, type Problem } from '../model/problem.ts';

/** Bytes as text, or why they are not text that can be read. */
export type Decoded = { readonly file: TextFile } | { readonly problem: Problem };

const AS_UTF8 = 'Save it as UTF-8 without a byte order mark.';

/**
 * Text must be UTF-8. An archived text is otherwise taken as it is; a file of the desk's own is also held to plain line ends
 * and no byte order mark, because both end up inside quotations where nobody sees them.
 */
export function readBytes(path: string, bytes: Uint8Array, whose: 'archived' | 'own'): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: problemOf(path, 'The file is written in UTF-16.', AS_UTF8) };
  }
  if (bytes.includes(0)) return { problem: withNul(path, bytes) };
  const text = decode(bytes);
  if (text === null) return { problem: notUtf8(path, bytes) };
  const file = new TextFile(path, text);
  if (whose === 'archived') return { file };
  if (text.startsWith('\ufeff')) {
    return { problem: problemOf(path, 'The file begins with a byte order mark, which nobody sees.', AS_UTF8) };
  }
  const carriage = text.indexOf('\r');
  if (carriage === -1) return { file };
  const message = 'The line ends in a carriage return, as Windows writes it.';
  return { problem: problemAt(file, carriage, message, 'Save the file with line ends of the kind "LF".') };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withNul(path: string, bytes: Uint8Array): Problem {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const message = 'The file holds NUL bytes: it is not plain text, or it is written in UTF-16.';
  return problemAt(new TextFile(path, text), text.indexOf('\0'), message, AS_UTF8);
}

/** A strict decoder gives no offset. A lenient one writes U+FFFD there, which valid bytes may also hold. */
function notUtf8(path: string, bytes: Uint8Array): Problem {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let at = text.indexOf('\ufffd');
  while (at !== -1) {
    const start = encoder.encode(text.slice(0, at)).length;
    const byRight = bytes[start] === 0xef && bytes[start + 1] === 0xbf && bytes[start + 2] === 0xbd;
    if (!byRight) break;
    at = text.indexOf('\ufffd', at + 1);
  }
  return problemAt(
    new TextFile(path, text),
    Math.max(0, at),
    'Here stand bytes that are not UTF-8.',
    'Save the file as UTF-8; it was probably saved as Windows-1252 or Latin-1.',
  );
}
