import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFont } from '../../../../src/reply/pictures/rendering/font-metrics.ts';
import { TextMeasure } from '../../../../src/reply/pictures/rendering/measure-text.ts';
import { FAMILY } from '../../../../src/reply/pictures/rendering/text-line.ts';
import { kit } from '../read-picture.ts';

const letters = (): TextMeasure => new TextMeasure(kit.fonts);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** How far a text reaches as the renderer draws it, between two bars that mark its ends. */
function drawnWidth(text: string, size: number, weight: number): number {
  const one = `font-family="${FAMILY}" font-size="${size}" font-weight="${weight}"`;
  const svg = (inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="100" ${one} font-kerning="none">${escaped(inside)}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [...kit.fontFiles], defaultFontFamily: FAMILY };
  const right = (inside: string): number => {
    const box = new Resvg(svg(inside), { font }).getBBox();
    return box === undefined ? 0 : box.x + box.width;
  };
  return right(`${text}|`) - right('|');
}

describe('the reader of fonts', () => {
  it.each([
    ['Zvečan, Zveçan', 17, 400],
    ['Северна Митровица', 22, 600],
    ['Βόρεια Μιτρόβιτσα', 15, 400],
    ['“Nobody sets foot on the quay” … – — €', 17, 600],
  ] as const)('measures %s as the renderer draws it', (text, size, weight) => {
    const measured = letters().width(text, { size, weight: weight === 600 ? 'bold' : 'regular' });
    expect(Math.abs(measured - drawnWidth(text, size, weight))).toBeLessThan(0.02 * measured);
  });

  it('has the letters of the Balkans, Vietnamese, Greek and Cyrillic, and of no script beyond', () => {
    const has = (text: string): boolean =>
      Array.from(text).every((letter) => kit.fonts.regular.advance(letter.codePointAt(0) ?? 0) !== undefined);
    expect(has('ŽžŠšČčĆćĐđËëÇçŞşĞğŁłŐőŘřÅåØøÆæßằệ„“‘—…•→€°')).toBe(true);
    expect(has('Ђђ Љљ Њњ Ћћ Џџ Її Ёё Ώώ Ϊϊ ς')).toBe(true);
    expect(has('漢')).toBe(false);
    expect(has('ع')).toBe(false);
  });

  it('refuses a file that is no font', () => {
    expect(() => readFont(new Uint8Array(64))).toThrow('The font has no table');
  });
});

describe('letters', () => {
  it('writes a sign for each letter that the fonts do not have, and remembers the worst', () => {
    const some = letters();
    expect(some.clean('Kyoto 京都')).toBe('Kyoto □□');
    expect(some.missing).toBeCloseTo(2 / 8);
    some.clean('Osaka');
    expect(some.missing).toBeCloseTo(2 / 8);
  });

  it('takes out what has no shape or turns the direction, and makes one line of it', () => {
    expect(letters().clean(' a\u202Eb\u200Bc\n\td\u0000e\uD800 ')).toBe('abc de');
  });

  it('puts letters together that were typed as two', () => {
    expect(letters().clean('Zvec\u030Can')).toBe('Zvečan');
  });

  it('breaks any text into lines that fit, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 60, max: 500 }), (typed, most) => {
        const some = letters();
        const text = some.clean(typed);
        const lines = some.wrap(text, { size: 17 }, most);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(some.width(line, { size: 17 })).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('cuts a name to its room with an ellipsis, and leaves alone what fits', () => {
    const some = letters();
    expect(some.fit('Vessmouth', { size: 17 }, 200)).toBe('Vessmouth');
    const cut = some.fit('A name that is much too long for its room', { size: 17 }, 120);
    expect(cut).toMatch(/^A name.*…$/);
    expect(some.width(cut, { size: 17 })).toBeLessThanOrEqual(120);
  });
});
