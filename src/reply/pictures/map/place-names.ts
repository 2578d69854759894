import type { Rect } from '../rendering/geometry.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import type { Element } from '../rendering/svg.ts';
import type { MapDrawing } from '../../model/picture.ts';
import { placeLabels, type Label } from './label-placement.ts';
import type { Country, Land } from './land.ts';
import { markerRadius, labelStyles, labelSize, drawLabel, drawAreaLabel, type Named } from './name-labels.ts';
import { freeSpaceIn } from './free-space.ts';

/** Smallest visible area of a country that gets a name, in square units: readers don't see a corner as a country. */
const LEAST_AREA = 2600;

export interface Pens {
  readonly colours: Colours;
  readonly letters: TextMeasure;
}

interface Page {
  readonly drawing: MapDrawing;
  readonly land: Land;
  readonly places: readonly Named[];
  /** Markers and furniture. */
  readonly rects: readonly Rect[];
}

export interface LabelLayout {
  readonly set: readonly { readonly named: Named; readonly label: Label }[];
  readonly countries: readonly Element[];
  /** Areas without space for their label. */
  readonly left: readonly UnlabelledArea[];
}

/** A neighbour's label is optional if little of it is visible; a place of the story needs one. */
export interface UnlabelledArea {
  readonly name: string;
  readonly isOfStory: boolean;
}

/**
 * Finds space for all labels, places first. If places crowd out a country's label, a second try puts the country first.
 * That layout is kept if it leaves fewer labels out.
 */
export function layOutLabels(page: Page, pens: Pens): LabelLayout {
  const one = inOrder(page, pens, 'places');
  if (one.left.length === 0) return one;
  const other = inOrder(page, pens, 'countries');
  return other.left.length < one.left.length ? other : one;
}

function inOrder(page: Page, pens: Pens, first: 'places' | 'countries'): LabelLayout {
  const { places, rects, land } = page;
  const spread = places.filter(({ place }) => place.as !== 'country');
  const place = (taken: readonly Rect[]): (Label | null)[] =>
    placeLabels(
      spread.map((named) => ({
        spot: named.spot,
        radius: markerRadius(named),
        inside: named.place.as === 'area' ? around(named, land.countries) : null,
        ...labelSize(named, pens.letters),
      })),
      { rects: taken, points: land.points },
    );
  const early = first === 'places' ? place(rects) : null;
  const taken = (early ?? []).flatMap((label) => (label === null ? [] : [label.rect, ...along(label)]));
  const countries = nameCountries(page, [...rects, ...taken], pens);
  const labels = early ?? place([...rects, ...countries.rects]);
  const set = spread.flatMap((named, n) => {
    const label = labels[n] ?? null;
    return label === null ? [] : [{ named, label }];
  });
  const nameless = spread
    .filter((_, n) => (labels[n] ?? null) === null)
    .map(({ place: { name } }) => ({ name, isOfStory: true }));
  return { set, countries: countries.elements, left: [...nameless, ...countries.left] };
}

const around = ({ spot: [x, y] }: Named, countries: readonly Country[]): Country['mask'] | null =>
  countries.find(({ mask }) => mask.covers({ x: x - 1, y: y - 1, w: 2, h: 2 }))?.mask ?? null;

/** Covers a leader line with small rectangles, so that labels avoid it. */
function along({ leader }: Label): Rect[] {
  if (leader === null) return [];
  const [from, to] = leader;
  return [0, 0.25, 0.5, 0.75, 1].map((part) => ({
    x: from[0] + (to[0] - from[0]) * part - 3,
    y: from[1] + (to[1] - from[1]) * part - 3,
    w: 6,
    h: 6,
  }));
}

interface Countries {
  readonly elements: readonly Element[];
  readonly rects: readonly Rect[];
  readonly left: readonly UnlabelledArea[];
}

/** Names the countries in the frame, largest first. Countries of the story keep its spelling. */
function nameCountries({ drawing, land, places }: Page, taken: readonly Rect[], { colours, letters }: Pens): Countries {
  const elements: Element[] = [];
  const rects: Rect[] = [];
  const left: UnlabelledArea[] = [];
  for (const { name, mask } of land.countries.toSorted((a, b) => b.mask.area - a.mask.area)) {
    const own = places.find(({ place }) => place.country === name);
    if (own === undefined && mask.area < LEAST_AREA) continue;
    const plain = own?.place.name ?? drawing.names[name] ?? name;
    // A country of the story without space for its marker still gets a plain name.
    const settings = [...(own === undefined ? [] : [own]), ...labelStyles(letters.clean(plain))];
    let isSet = false;
    for (const setting of settings) {
      const rect = freeSpaceIn(mask, labelSize(setting, letters), [...taken, ...rects]);
      if (rect === null) continue;
      rects.push(rect);
      elements.push(
        ...(setting === own ? drawAreaLabel(own, rect, colours) : drawLabel(setting, rect, 'middle', colours)),
      );
      isSet = true;
      break;
    }
    if (!isSet) left.push({ name: plain, isOfStory: own !== undefined });
  }
  return { elements, rects, left };
}
