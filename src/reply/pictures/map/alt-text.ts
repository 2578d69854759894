import type { Where } from '../../../data/model/fact.ts';
import type { StyledText } from '../../model/styled-text.ts';
import type { MapDrawing, MapPlace } from '../../model/picture.ts';
import { translate, translateText } from '../../i18n/translate.ts';
import type { Language } from '../../model/language.ts';

/** The words under a map and its alt text. */
export interface MapText {
  readonly alt: string;
  readonly notes: readonly string[];
  /** The line of the reply that describes the map. */
  readonly line: StyledText;
}

interface Seen {
  readonly place: Where;
  /** The place asked for, or the larger place that the map shows instead. */
  readonly centre: Where;
  readonly countries: readonly string[];
  /** Places inside the place asked for that have no coordinates. */
  readonly unplaced: readonly Where[];
  /** Places whose marker is hidden under another marker at this scale. */
  readonly same: readonly { readonly where: Where }[];
  readonly drawing: Omit<MapDrawing, 'notes'>;
}

const MOST_NAMES = 6;
/** Discord's limit for alt text, in characters. */
const ALT = 1024;

export function describeMap(seen: Seen, language: Language): MapText {
  const { place, centre, drawing, unplaced, same, countries } = seen;
  const { asked, others } = drawing;
  const without = unplaced.map(({ name }) => name);
  const hidden = same.map(({ where }) => where.name);
  const notes = [
    ...(asked === null ? [translateText(language, 'map.asked', { place: place.name, around: centre.name })] : []),
    ...(without.length === 0
      ? []
      : [translateText(language, 'map.noPoint', { names: few(without, MOST_NAMES, language) })]),
    ...(hidden.length === 0 ? [] : [translateText(language, 'map.same', { names: few(hidden, MOST_NAMES, language) })]),
  ];
  const shown = others.map((each) => marked(each, language));
  const own =
    asked === null
      ? []
      : [asked.second === null ? marked(asked, language) : `${marked(asked, language)} / ${asked.second}`];
  const kilometres = Math.round(Number(drawing.scope.kilometres.toPrecision(2)));
  const named = countries.map((name) => drawing.names[name] ?? name);
  const sentences = (most: number): string => {
    const parts = [
      asked === null
        ? translateText(language, 'map.altAround', { n: kilometres, place: centre.name })
        : translateText(language, 'map.alt', { n: kilometres, place: own.join('') }),
      ...(shown.length === 0 ? [] : [translateText(language, 'map.altOthers', { names: few(shown, most, language) })]),
      ...(named.length === 0
        ? []
        : [translateText(language, 'map.altCountries', { names: few(named, most, language) })]),
      ...notes,
    ];
    return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
  };
  const lengths = [40, 20, 10, 5, 1].map(sentences);
  const alt = lengths.find((text) => text.length <= ALT) ?? `${(lengths.at(-1) ?? '').slice(0, ALT - 1)}…`;
  return {
    alt,
    notes,
    line: translate(language, 'map.onIt', { names: few([...own, ...shown], 12, language) }),
  };
}

const marked = ({ name, known }: MapPlace, language: Language): string =>
  known === 'implied' ? translateText(language, 'map.altImplied', { place: name }) : name;

function few(names: readonly string[], most: number, language: Language): string {
  const first = names.slice(0, most).join(', ');
  return names.length <= most ? first : translateText(language, 'map.more', { names: first, n: names.length - most });
}
