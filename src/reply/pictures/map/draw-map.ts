import type { Atlas } from '../../../data/borders/borders.ts';
import type { Rect } from '../rendering/geometry.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import type { PictureElements } from '../rendering/sheet.ts';
import { element, type Element } from '../rendering/svg.ts';
import type { MapDrawing } from '../../model/picture.ts';
import { layOutLabels } from './place-names.ts';
import { globe, scaleBar } from './scale-and-globe.ts';
import { markRect, type Label } from './label-placement.ts';
import { landInFrame, type Land } from './land.ts';
import { queriedPlaceMarker, dashedBorder, placeMarker } from './markers.ts';
import { labelledPlaces, markerRadius, labelSide, drawLabel, drawAreaLabel, type Named } from './name-labels.ts';
import { FRAME } from './projection.ts';
import { translateText } from '../../i18n/translate.ts';
import { legend } from './legend.ts';

const NOTHING: Land = { countries: [], coast: '', borders: '', dashed: '', points: [] };

/** Draws a map. A place without space for its label is named in the legend. */
export function sketchMap(drawing: MapDrawing, colours: Colours, letters: TextMeasure, atlas: Atlas): PictureElements {
  const { scope, language } = drawing;
  const land = scope.borders === null ? NOTHING : landInFrame(scope, atlas[scope.borders], drawing.disputed);
  const places = labelledPlaces(drawing, letters);
  const points = places.filter(({ place }) => place.as === 'point');
  const corrections = points.map((each) => markRect(each.spot, markerRadius(each)));
  const pieces = [scaleBar(scope, language, colours, letters), globe(scope, atlas.world, corrections, colours)];
  const rects = [...corrections, ...pieces.map(({ rect }) => rect)];
  const { set, countries, left } = layOutLabels({ drawing, land, places, rects }, { colours, letters });

  const names = left.flatMap(({ name, isOfStory }) => (isOfStory ? [name] : [])).join(', ');
  const notes = [
    ...(names === '' ? [] : [translateText(language, 'map.noRoom', { names })]),
    ...drawing.notes,
    ...(scope.borders === null ? [translateText(language, 'map.noBorders')] : []),
  ];
  const shown = places.filter(({ isAsked }) => !isAsked).map(({ place }) => place);
  const foot = legend({ places: shown, dashed: land.dashed !== '', notes }, language, colours, letters);
  const height = FRAME.h + foot.height;
  return {
    width: FRAME.w,
    height,
    elements: [
      ...ground(land, drawing, colours),
      element('rect', { y: FRAME.h, width: FRAME.w, height: foot.height + 1, fill: colours.paper }),
      ...countries,
      ...set.flatMap(({ label }) => (label.leader === null ? [] : [leader(label.leader, colours)])),
      // The place asked for is drawn first: its ring is larger than the dots and would hide them.
      ...points.flatMap((each) => markOf(each, colours)),
      ...set.flatMap(({ named, label }) => nameOf(named, label.rect, colours)),
      ...pieces.flatMap(({ elements }) => elements),
      ...foot.elements,
    ],
  };
}

const markOf = ({ spot, place, isAsked }: Named, colours: Colours): readonly Element[] =>
  isAsked ? queriedPlaceMarker(spot, place.known, colours) : [placeMarker(spot, place.known, colours)];

const nameOf = (named: Named, rect: Rect, colours: Colours): Element[] =>
  named.place.as === 'point'
    ? drawLabel(named, rect, labelSide(named.spot, rect), colours)
    : drawAreaLabel(named, rect, colours);

/** Land, coasts and borders. Lines cross the frame; the sheet below the map covers their ends. */
function ground({ countries, coast, borders, dashed }: Land, { home, scope }: MapDrawing, colours: Colours): Element[] {
  const stroke = (d: string, width: number, more = {}): Element[] =>
    d === '' ? [] : [element('path', { d, fill: 'none', stroke: colours.border, 'stroke-width': width, ...more })];
  const bare = scope.borders === null ? colours.land : colours.sea;
  const filled = (isHome: boolean, fill: string): Element[] => {
    const d = countries.flatMap(({ name, path }) => ((name === home) === isHome ? [path] : [])).join('');
    return d === '' ? [] : [element('path', { class: isHome ? 'home' : 'land', d, fill })];
  };
  return [
    element('rect', { width: FRAME.w, height: FRAME.h, fill: bare }),
    ...filled(false, colours.land),
    ...filled(true, colours.home),
    ...stroke(coast, 1),
    ...stroke(borders, 1.8, { class: 'border', 'stroke-linejoin': 'round' }),
    ...stroke(dashed, 2, { class: 'disputed', ...dashedBorder }),
  ];
}

const leader = ([from, to]: NonNullable<Label['leader']>, { place }: Colours): Element =>
  element('path', {
    class: 'leader',
    d: `M${from.map((part) => part.toFixed(1)).join(' ')}L${to.map((part) => part.toFixed(1)).join(' ')}`,
    stroke: place,
    'stroke-width': 1.4,
  });
