import type { Shown, Theme } from '../../model/picture.ts';

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  /** Axes and leader lines. */
  readonly line: string;
  /** Background of a group. It is decoration and carries no meaning. */
  readonly band: string;
  readonly sea: string;
  readonly land: string;
  /** The country that contains the place asked for. */
  readonly home: string;
  readonly border: string;
  /** Names of countries. */
  readonly country: string;
  readonly accent: string;
  readonly place: string;
  readonly status: Readonly<Record<Shown, string>>;
}

export const COLOURS: Readonly<Record<Theme, Colours>> = {
  dark: {
    paper: '#1e2024',
    ink: '#f2f3f5',
    muted: '#b8bcc4',
    line: '#8b9099',
    band: '#282b30',
    sea: '#14202b',
    land: '#2b3036',
    home: '#363c44',
    border: '#9aa1ab',
    country: '#c3c8d0',
    accent: '#ffc15a',
    place: '#c2c8d1',
    status: {
      confirmed: '#63d691',
      reported: '#86bcff',
      attributed: '#f2c654',
      disputed: '#ff9b78',
      unverified: '#dcaeff',
    },
  },
  light: {
    paper: '#ffffff',
    ink: '#1a1c20',
    muted: '#50565f',
    line: '#767c86',
    band: '#f1f2f4',
    sea: '#d3e4ef',
    land: '#f4f1ea',
    home: '#fffdf9',
    border: '#7a7264',
    country: '#4f4a41',
    accent: '#a8201a',
    place: '#4d5560',
    status: {
      confirmed: '#17693a',
      reported: '#1d5aa6',
      attributed: '#735100',
      disputed: '#a83610',
      unverified: '#7438a8',
    },
  },
};

/** Text, against its background. WCAG 2.2, 1.4.3 (AA). */
export const TEXT_CONTRAST = 4.5;
/** Markers, lines and borders with a meaning, against what is beside them. WCAG 2.2, 1.4.11 (AA). */
export const MARK_CONTRAST = 3;

interface Meeting {
  readonly on: string;
  readonly what: string;
  readonly least: number;
}

/** Every pair of colours that meet in a picture and carry meaning, with the contrast they need. */
export function meetings({ paper, ink, muted, line, band, status, ...map }: Colours): Meeting[] {
  const text = (what: string, ...on: string[]) => on.map((each) => ({ on: each, what, least: TEXT_CONTRAST }));
  const mark = (what: string, ...on: string[]) => on.map((each) => ({ on: each, what, least: MARK_CONTRAST }));
  const { sea, land, home, border, country, accent, place } = map;
  const grounds = [sea, land, home];
  return [
    ...text(ink, paper, band, ...grounds),
    ...text(muted, paper, band, ...grounds),
    ...mark(line, paper, band, ...grounds),
    ...mark(border, ...grounds),
    ...text(country, ...grounds),
    ...text(accent, ...grounds, paper),
    ...text(place, ...grounds, paper),
    // A number is paper-coloured inside a filled marker, and status-coloured beside or inside a hollow one.
    ...Object.values(status).flatMap((colour) => text(colour, paper, band)),
  ];
}
