import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapDrawing, TimelineDrawing } from '../../../src/reply/model/picture.ts';
import { COLOURS } from '../../../src/reply/pictures/rendering/colours.ts';
import { TextMeasure } from '../../../src/reply/pictures/rendering/measure-text.ts';
import { sheetToElement } from '../../../src/reply/pictures/rendering/sheet.ts';
import { element, elementToText } from '../../../src/reply/pictures/rendering/svg.ts';
import { sketchTimeline } from '../../../src/reply/pictures/timeline/draw-timeline.ts';
import { sketchMap } from '../../../src/reply/pictures/map/draw-map.ts';
import { atlas, fact, kit, mapDrawing, readSvg, timeline, type Read } from './read-picture.ts';

const ATTACKS = [
  '</text><script>alert(1)</script><text>',
  '"/><image href="https://example.org/x.png"/><g a="',
  "' onload='alert(1)",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '&x;',
  '&#60;script&#62;',
  '<?xml-stylesheet href="x"?>',
  '<use href="#frame"/>',
  '<tspan dy="-999">',
  '\u0000\u0008\u001B',
  '\uFFFE\uFFFF',
  '\uD800',
  '\uDC00<',
  '\u202E\u2066evil\u2069',
  'url(#x)',
  '\\u003cscript\\u003e',
  '%3Cscript%3E',
  '𝕏<𝕐>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
];

const hostile = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 4 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const DRAWN = new Set(['svg', 'g', 'rect', 'path', 'circle', 'text']);

/** What a label may never bring in. Plain comparisons: an `expect` for each attribute takes longer than the drawing. */
const strange = (elements: readonly Read[]): Read[] =>
  elements.filter(
    ({ tag, attributes }) =>
      !DRAWN.has(tag) ||
      Object.entries(attributes).some(
        ([name, value]) => /^on|href|style|src/i.test(name) || /url\(|script/i.test(value),
      ),
  );

/** No land, so that a name moves nothing but itself, and 10,000 maps are drawn in seconds. */
const nowhere = { borders: { ...atlas.world.borders, areas: [] }, parts: [] };
const ocean = { near: nowhere, world: nowhere };
const whole = mapDrawing('belgrade');
const map: MapDrawing = { ...whole, others: [], scope: { ...whole.scope, borders: null } };
const mapWith = (name: string): Read[] => {
  const drawing: MapDrawing = { ...map, asked: map.asked === null ? null : { ...map.asked, name } };
  return readSvg(sheetToElement(sketchMap(drawing, COLOURS.dark, new TextMeasure(kit.fonts), ocean)));
};

const [line] = timeline([fact({ id: 'a', when: '2031-03-14' }), fact({ id: 'b', when: '2031-03-15' })]);
const lineWith = (says: string): Read[] => {
  if (line === undefined) throw new Error('no timeline');
  const drawing: TimelineDrawing = { ...line, title: says, facts: line.facts.map((each) => ({ ...each, says })) };
  return readSvg(sheetToElement(sketchTimeline(drawing, COLOURS.light, new TextMeasure(kit.fonts))));
};

describe('a hostile label', () => {
  it('is one element, in the text and in every attribute', () => {
    fc.assert(
      fc.property(hostile, (label) => {
        const written = elementToText(element('svg', { label }, element('text', { x: 1, fill: label }, label)));
        expect(readSvg(written)).toHaveLength(2);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a map as many elements as "x" does: 10,000 of them', () => {
    const plain = mapWith('x').length;
    fc.assert(
      fc.property(hostile, (label) => {
        const elements = mapWith(label);
        expect([strange(elements), elements.length]).toEqual([[], plain]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives a timeline no element but more lines of text', () => {
    const plain = lineWith('x').filter(({ tag }) => tag !== 'text').length;
    fc.assert(
      fc.property(hostile, (label) => {
        const elements = lineWith(label);
        const others = elements.filter(({ tag }) => tag !== 'text').length;
        expect([strange(elements), others]).toEqual([[], plain]);
      }),
      { numRuns: 1000 },
    );
  });

  it('would be caught by this reader, were it not escaped', () => {
    expect(readSvg('<svg><text></text><script>alert(1)</script><text></text></svg>')).toHaveLength(4);
    expect(strange(readSvg('<svg><script>alert(1)</script></svg>'))).toHaveLength(1);
    expect(strange(readSvg('<svg><path onload="x"/><path fill="url(#x)"/></svg>'))).toHaveLength(2);
    expect(() => readSvg('<svg><text>a < b</text></svg>')).toThrow('no element');
    expect(() => readSvg('<svg><text>&nbsp;</text></svg>')).toThrow('means nothing');
  });
});
