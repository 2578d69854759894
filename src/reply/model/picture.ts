import type { Status } from '../../data/model/fact.ts';
import type { Language } from './language.ts';
import type { Atlas, Point } from '../../data/borders/borders.ts';

export type Theme = 'dark' | 'light';

/**
 * A picture as a plain value: its content and its labels. It is made with the answer and costs little; the sender draws it
 * (`createRenderPool`).
 */
export interface Picture {
  /** Of the file: letters, digits and hyphens, `.png`. */
  readonly name: string;
  /** Lists what is shown, in at most 1,024 characters. */
  readonly alt: string;
  readonly drawing: Drawing;
}

export type Drawing = MapDrawing | TimelineDrawing;

/** How a place is known: some fact says that it happened there, all facts imply it, or no fact is set there. */
export type Known = 'stated' | 'implied' | 'unused';

export interface MapPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly known: Known;
  /** `area` is a region and `country` a country: its name is written across it, and no dot pretends to a spot. */
  readonly as: 'point' | 'area' | 'country';
  /** The country that it is, as the borders call it. */
  readonly country: string | null;
}

export interface MapDrawing {
  readonly kind: 'map';
  readonly scope: Scope;
  /** The place asked for; null where it has no coordinates, and the map shows what is around it. */
  readonly asked: (MapPlace & { readonly second: string | null }) | null;
  /** The other places of the story in the frame. */
  readonly others: readonly MapPlace[];
  /** The country in which the map's place lies, as the borders call it. */
  readonly home: string | null;
  /** How countries are called, where it is not as the borders have it. */
  readonly names: Readonly<Record<string, string>>;
  readonly disputed: readonly Disputed[];
  /** Said under the map: what is not on it. */
  readonly notes: readonly string[];
  /** Of the words in it. */
  readonly language: Language;
}

export type BorderLine = 'solid' | 'dashed' | 'hidden';

/** The border between two countries, by their names in the extract of the borders, and how it is drawn. */
export interface Disputed {
  readonly between: readonly [string, string];
  readonly drawn: BorderLine;
}

export type Shown = Exclude<Status, 'retracted'>;

export interface TimelineFact {
  /** The statement with its speaker before it. */
  readonly says: string;
  readonly status: Shown;
  /** EDTF; null for one without a date. */
  readonly when: string | null;
  /** `HH:MM`, as printed. */
  readonly time: string | null;
  readonly inferred: boolean;
  /** Index into the lanes; null where there are none. */
  readonly lane: number | null;
  /** Where not all fit, the lighter ones are shown: what happened before what was said. */
  readonly weight: number;
  /** Indexes of the facts that it contradicts; null when one of them is not in this picture. None is shown without the rest. */
  readonly against: readonly number[] | null;
}

export interface TimelineDrawing {
  readonly kind: 'timeline';
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly lanes: readonly string[];
  /** In the order in which they are shown, the undated last. */
  readonly facts: readonly TimelineFact[];
}

/** Which part of the world a map shows, and by which borders; null where none are kept that are fine enough. */
export interface Scope extends Point {
  /** Across the middle of the map. */
  readonly kilometres: number;
  readonly borders: keyof Atlas | null;
}
