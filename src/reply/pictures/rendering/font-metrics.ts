/** What measuring needs of a font: the advance width of each letter, in thousandths of the type size. */
export interface Font {
  /** undefined for a letter that the font lacks. */
  readonly advance: (codePoint: number) => number | undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly glyph: (codePoint: number) => number;
}

/**
 * Reads the widths of a TrueType font: `cmap` (formats 4 and 12) maps letters to glyphs, `hmtx` gives their widths.
 * @throws Error for a file in another format.
 */
export function readFont(bytes: Uint8Array): Font {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (tag: string): number => {
    for (let at = 12; at < 12 + data.getUint16(4) * 16; at += 16) {
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return data.getUint32(at + 8);
    }
    throw new Error(`The font has no table "${tag}".`);
  };
  const perEm = data.getUint16(table('head') + 18);
  const wide = data.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const ranges = rangesOf(data, table('cmap'));
  return {
    advance(codePoint) {
      const glyph = ranges.find(({ from, to }) => codePoint >= from && codePoint <= to)?.glyph(codePoint) ?? 0;
      // `hmtx` gives one width for all glyphs after the last entry.
      return glyph === 0 ? undefined : (data.getUint16(hmtx + 4 * Math.min(glyph, wide - 1)) * 1000) / perEm;
    },
  };
}

function rangesOf(data: DataView, cmap: number): Range[] {
  const formats = Array.from({ length: data.getUint16(cmap + 2) }, (_, n) => cmap + data.getUint32(cmap + 8 + n * 8));
  const full = formats.find((at) => data.getUint16(at) === 12);
  if (full !== undefined) return groups(data, full);
  const short = formats.find((at) => data.getUint16(at) === 4);
  if (short !== undefined) return segments(data, short);
  throw new Error('The font has no table of letters that can be read.');
}

function groups(data: DataView, at: number): Range[] {
  return Array.from({ length: data.getUint32(at + 12) }, (_, n) => {
    const group = at + 16 + n * 12;
    const [from, first] = [data.getUint32(group), data.getUint32(group + 8)];
    return { from, to: data.getUint32(group + 4), glyph: (codePoint) => first + codePoint - from };
  });
}

function segments(data: DataView, at: number): Range[] {
  const twice = data.getUint16(at + 6);
  return Array.from({ length: twice / 2 }, (_, n) => {
    const ends = at + 14 + n * 2;
    const starts = ends + twice + 2;
    const offsets = starts + 2 * twice;
    const from = data.getUint16(starts);
    const delta = data.getInt16(starts + twice);
    const offset = data.getUint16(offsets);
    const glyph = (codePoint: number): number => {
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const found = data.getUint16(offsets + offset + 2 * (codePoint - from));
      return found === 0 ? 0 : (found + delta) & 0xffff;
    };
    return { from, to: data.getUint16(ends), glyph };
  });
}
