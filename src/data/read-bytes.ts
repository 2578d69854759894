import { problemOf, type Problem, type TextFile } from './problem.ts';

/** Bytes to text, or why they are not text that can be read. */
export type Decoded = { readonly file: TextFile } | { readonly problem: Problem };

const refuse = (path: string, message: string, cure: string): Decoded => ({
  problem: problemOf(path, message, cure),
});

const IN_UTF8 = 'Save it as UTF-8 without a byte order mark.';

/**
 * Text must be UTF-8. An archived text is otherwise taken as it is; a file of the desk's own is also held to plain line ends and no byte order mark, because both end up inside quotations where nobody sees them.
 */
export function readBytes(path: string, bytes: Uint8Array, whose: 'archived' | 'own'): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse(path, 'The file is written in UTF-16.', IN_UTF8);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const line = lineOfFirstBadByte(bytes);
    return refuse(
      path,
      `Line ${line} holds bytes that are not UTF-8.`,
      'Save the file as UTF-8; it was probably saved as Windows-1252, Latin-1 or UTF-16.',
    );
  }
  if (whose === 'archived') {
    return text.includes('\0')
      ? refuse(path, 'The file holds NUL bytes: it is not a plain text, or it is written in UTF-16.', IN_UTF8)
      : { file: { path, text } };
  }
  if (text.startsWith('\ufeff'))
    return refuse(path, 'The file begins with a byte order mark, which nobody sees.', IN_UTF8);
  const carriage = text.indexOf('\r');
  if (carriage !== -1) {
    const line = text.slice(0, carriage).split('\n').length;
    return refuse(
      path,
      `Line ${line} ends in a carriage return, as Windows writes it.`,
      'Save the file with line ends of the kind "LF".',
    );
  }
  return { file: { path, text } };
}

/** Decoding the lines one by one finds the place that the decoder does not tell. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}
