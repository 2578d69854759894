import { describe, expect, it } from 'vitest';
import { COLOURS, meetings } from '../../../../src/reply/pictures/rendering/colours.ts';
import type { Theme } from '../../../../src/reply/model/picture.ts';
import { fact, flood, mapDrawing, mayors, seen, timeline } from '../read-picture.ts';

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const themes: readonly Theme[] = ['dark', 'light'];

describe('the colours of pictures', () => {
  it('are judged by a measure that knows black from white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  });

  it.each(themes)('contrast enough wherever they meet and tell something: %s', (theme) => {
    const pairs = meetings(COLOURS[theme]);
    expect(pairs.length).toBeGreaterThan(35);
    const faint = pairs.filter(({ on, what, least }) => contrast(on, what) < least);
    expect(faint.map(({ on, what }) => `${what} on ${on}: ${contrast(on, what).toFixed(2)}`)).toEqual([]);
  });

  it.each(themes)('are all that a picture uses, so that none escapes the measure: %s', (theme) => {
    const { status, ...others } = COLOURS[theme];
    const known = new Set([...Object.values(others), ...Object.values(status), 'none']);
    const facts = [...flood.facts.values()];
    const drawings = [
      mapDrawing('kosovo'),
      mapDrawing('zvecan'),
      mapDrawing('old-customs-house', flood),
      ...timeline(facts),
      ...timeline([...mayors.facts.values()], { story: mayors, lanes: 'where' }),
      ...timeline([fact({ id: 'a', when: '2031~' }), fact({ id: 'b', when: '../2031-03-02?' })]),
    ];
    const used = drawings.flatMap((drawing) =>
      seen(drawing, theme).elements.flatMap(({ attributes }) => [attributes['fill'], attributes['stroke']]),
    );
    const strange = used.filter((colour) => colour !== undefined && !known.has(colour));
    expect(strange).toEqual([]);
  });
});
