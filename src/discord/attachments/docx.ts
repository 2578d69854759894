import { decodeText } from './decode-text.ts';
import { readZipEntry } from './zip.ts';

/** Bytes of XML: more than Word needs for the 256 KB of text that are accepted. */
const MOST_XML = 4 * 1024 * 1024;
const TAG = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/;
/** Elements whose text is in the document twice: for old readers, and where it was before it was moved. */
const TWICE = new Set(['Fallback', 'moveFrom']);

/**
 * The text of a Word document, one paragraph a line, without tracked deletions. Null for anything else.
 */
export function docxText(bytes: Uint8Array): string | null {
  const entry = readZipEntry(bytes, 'word/document.xml', MOST_XML);
  const xml = entry === null ? null : decodeText(entry);
  // A document type could define entities; Word writes none.
  if (xml === null || xml.includes('<!DOCTYPE') || !xml.includes('<')) return null;
  return textOf(xml);
}

function textOf(xml: string): string {
  let text = '';
  let reading = false;
  let twice = 0;
  for (const part of xml.split('<')) {
    const end = part.indexOf('>');
    const [, closing, name = ''] = TAG.exec(part) ?? [];
    if (end === -1 || closing === undefined) continue;
    const opens = closing === '' && part[end - 1] !== '/';
    if (TWICE.has(name) && part[end - 1] !== '/') twice += opens ? 1 : -1;
    if (twice > 0) continue;
    if (name === 't') reading = opens;
    else if (name === 'p' && !opens) text += '\n';
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'tab') text += ' ';
    else if (name === 'noBreakHyphen') text += '-';
    if (reading) text += unescaped(part.slice(end + 1));
  }
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').trim();
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex?: string, ten?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
