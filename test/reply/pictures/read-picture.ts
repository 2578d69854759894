import { join } from 'node:path';
import { readAtlas } from '../../../src/data/borders/borders.ts';
import type { Fact, Story } from '../../../src/data/model/fact.ts';
import { loadStories } from '../../../src/data/load.ts';
import { within, type Rect } from '../../../src/reply/pictures/rendering/geometry.ts';
import { loadAssets } from '../../../src/reply/pictures/assets.ts';
import { TextMeasure } from '../../../src/reply/pictures/rendering/measure-text.ts';
import { drawingToSvg } from '../../../src/reply/pictures/render-png.ts';
import { placeMap } from '../../../src/reply/pictures/place-map.ts';
import type { Drawing, MapDrawing, Picture, Theme, TimelineDrawing } from '../../../src/reply/model/picture.ts';
import { timelinePictures, type TimelineOptions } from '../../../src/reply/pictures/timeline.ts';

const root = join(import.meta.dirname, '../../..');
const loaded = await Promise.all(
  ['src/data/stories', 'test/fixtures/stories'].map((folder) => loadStories(join(root, folder))),
);
export const stories = new Map(loaded.flatMap((each) => [...each.stories]));

export function storyCalled(id: string): Story {
  const story = stories.get(id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return story;
}

/** The invented flood, and the story of the desk. */
export const flood = storyCalled('harbour-flood');
export const mayors = storyCalled('kosovo-mayors-2023');

export const kit = loadAssets();
export const atlas = readAtlas();

/** An element of a picture as it was read from the SVG. */
export interface Read {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (_, name: string) => {
    const sign = ENTITIES[name];
    if (sign === undefined) throw new Error(`&${name}; means nothing in SVG`);
    return sign;
  });

/** Reads every element, and refuses what is not well formed: an independent reader, so that it can disagree with the writer. */
export function readSvg(svg: string): Read[] {
  const found: Read[] = [];
  const open: { tag: string; at: number }[] = [];
  let at = 0;
  while (at < svg.length) {
    const next = svg.indexOf('<', at);
    const text = svg.slice(at, next === -1 ? svg.length : next);
    const inside = open.at(-1);
    if (text !== '') {
      if (inside === undefined || text.includes('>')) throw new Error(`loose text: ${text.slice(0, 40)}`);
      const element = found[inside.at];
      if (element !== undefined) found[inside.at] = { ...element, text: element.text + unescaped(text) };
    }
    if (next === -1) break;
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/.exec(svg.slice(next));
    if (tag === null) throw new Error(`no element: ${svg.slice(next, next + 60)}`);
    const [whole, closing, name = '', written = '', empty] = tag;
    if (closing === '/') {
      if (open.pop()?.tag !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const pairs = [...written.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        unescaped(value),
      ]);
      if (empty === '') open.push({ tag: name, at: found.length });
      found.push({ tag: name, attributes: Object.fromEntries(pairs) as Record<string, string>, text: '' });
    }
    at = next + whole.length;
  }
  if (open.length > 0) throw new Error('an element is not closed');
  return found;
}

export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly elements: readonly Read[];
}

export function seen(drawing: Drawing, theme: Theme = 'dark'): Seen {
  const { width, height, svg } = drawingToSvg(drawing, theme, kit);
  return { width, height, svg, elements: readSvg(svg) };
}

export const ofClass = ({ elements }: Seen, name: string): Read[] =>
  elements.filter(({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));

export const number = ({ attributes }: Read, name: string): number => Number(attributes[name]);

/** The room that a text takes: what the letters fill, without the rim around them. */
export function boxOf(element: Read): Rect {
  const letters = new TextMeasure(kit.fonts);
  const size = number(element, 'font-size');
  const weight = element.attributes['font-weight'] === '600' ? 'bold' : 'regular';
  const spacing = Number(element.attributes['letter-spacing'] ?? 0) * element.text.length;
  const w = letters.width(element.text, { size, weight }) + spacing;
  const anchor = element.attributes['text-anchor'] ?? 'start';
  const x = number(element, 'x') - (anchor === 'start' ? 0 : anchor === 'middle' ? w / 2 : w);
  return { x, y: number(element, 'y') - 0.7 * size, w, h: 0.86 * size };
}

export const texts = (picture: Seen): Read[] => picture.elements.filter(({ tag }) => tag === 'text');
export const words = (picture: Seen): string =>
  texts(picture)
    .map(({ text }) => text)
    .join('\n');

/** Texts that leave the picture, in words. */
export const leaving = (picture: Seen): string[] =>
  texts(picture)
    .filter((each) => !within(boxOf(each), { x: 0, y: 0, w: picture.width, h: picture.height }))
    .map(({ text }) => text);

export function mapDrawing(place: string, story: Story = mayors): MapDrawing {
  const drawing = mapPicture(place, story).drawing;
  if (drawing.kind !== 'map') throw new Error('no map');
  return drawing;
}

export function mapPicture(place: string, story: Story = mayors): Picture {
  const where = story.where.get(place);
  const map = where === undefined ? null : placeMap(where, story, atlas, 'en');
  if (map === null) throw new Error(`no map of ${place}`);
  return map.picture;
}

/** The pictures of these facts, which become facts of the story. */
export function timeline(
  facts: readonly Fact[],
  { story = flood, ...telling }: Partial<TimelineOptions> = {},
): TimelineDrawing[] {
  const all = new Map([...story.facts, ...facts.map((each) => [each.id, each] as const)]);
  const pictures = timelinePictures(facts, {
    title: ['Timeline'],
    language: 'en',
    lanes: null,
    ...telling,
    story: { ...story, facts: all },
  });
  return pictures.map(({ drawing }) => {
    if (drawing.kind !== 'timeline') throw new Error('no timeline');
    return drawing;
  });
}

/** A fact of the flood with what matters to a test. */
export function fact(changes: Partial<Fact> & { readonly id: string }): Fact {
  const model = flood.facts.get('h01');
  if (model === undefined) throw new Error('no fact h01');
  return { ...model, says: `What ${changes.id} says.`, kind: 'event', status: 'reported', contradicts: [], ...changes };
}
