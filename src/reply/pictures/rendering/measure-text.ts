import type { Font } from './font-metrics.ts';

export type Weight = 'regular' | 'bold';
export type Fonts = Readonly<Record<Weight, Font>>;

export interface TypeStyle {
  /** In units of the picture. */
  readonly size: number;
  readonly weight?: Weight;
}

/** Replaces a letter that the fonts do not have. */
const MISSING = '□';
const ELLIPSIS = '…';

/** Measures, wraps and cuts text as it will be drawn. Each picture has its own: it records missing letters. */
export class TextMeasure {
  readonly #fonts: Fonts;
  readonly #widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  #worst = 0;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  /** The largest share of letters, 0 to 1, that the fonts lack in any text so far. */
  get missing(): number {
    return this.#worst;
  }

  /** Returns drawable text: one line, composed, without invisible or direction-changing characters. */
  clean(text: string): string {
    const letters = Array.from(
      text
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, (signs) => (/\s/.test(signs) ? ' ' : ''))
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    const known = letters.filter((letter) => this.has(letter)).length;
    if (letters.length > 0) this.#worst = Math.max(this.#worst, 1 - known / letters.length);
    return letters.map((letter) => (this.has(letter) ? letter : MISSING)).join('');
  }

  /** Tells whether the fonts have every letter of a text. */
  has(text: string): boolean {
    return Array.from(text).every((letter) => this.#fonts.regular.advance(letter.codePointAt(0) ?? 0) !== undefined);
  }

  width(text: string, { size, weight = 'regular' }: TypeStyle): number {
    let width = 0;
    for (const letter of text) width += this.#advance(letter, weight);
    return (width * size) / 1000;
  }

  /** Cuts between letters, with an ellipsis. */
  fit(text: string, type: TypeStyle, most: number): string {
    if (this.width(text, type) <= most) return text;
    let cut = '';
    for (const letter of text) {
      if (this.width(cut + letter + ELLIPSIS, type) > most) break;
      cut += letter;
    }
    return `${cut.trimEnd()}${ELLIPSIS}`;
  }

  /** Breaks at spaces. A word longer than a line breaks between letters. */
  wrap(text: string, type: TypeStyle, most: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.width(longer, type) <= most) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = this.#pieces(word, type, most);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    return line === '' ? lines : [...lines, line];
  }

  #pieces(word: string, type: TypeStyle, most: number): string[] {
    const pieces = [''];
    for (const letter of word) {
      const longer = (pieces.at(-1) ?? '') + letter;
      if (this.width(longer, type) <= most) pieces[pieces.length - 1] = longer;
      else pieces.push(letter);
    }
    return pieces;
  }

  #advance(letter: string, weight: Weight): number {
    const known = this.#widths[weight].get(letter);
    if (known !== undefined) return known;
    const width = this.#fonts[weight].advance(letter.codePointAt(0) ?? 0) ?? 600;
    this.#widths[weight].set(letter, width);
    return width;
  }
}
