import type { Block, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { toPlainText, translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** Blocks that are shown together or not at all: a fact and those that contradict it. */
export type BriefItem = readonly Block[];

/** A heading of a brief and what could stand under it, the most telling first. */
export interface BriefSection {
  readonly heading: StyledText;
  readonly units: readonly BriefItem[];
  /** How many of them are shown before another shelf gets more. */
  readonly first: number;
}

/**
 * Letters of the words alone. With their marks they make two messages: `COMFORT` of `discord/rendering/paginate.ts` is 3,000 with
 * marks, and a page may end early by the length of one block.
 */
const ROOM = 5_000;
/** What the marks of a line and the gap before it take. */
const LINE = 10;

/**
 * The sections of a brief within two screens. Every shelf, in order, puts out what comes first; what room is left goes to
 * the shelves in order. How many are left out is said where they are.
 */
export function fitSections(shelves: readonly BriefSection[], language: Language): Section[] {
  const shown = shelves.map(() => 0);
  let room = ROOM;
  for (const round of ['first', 'rest'] as const) {
    for (const [at, { heading, units, first }] of shelves.entries()) {
      for (const unit of units.slice(shown[at], round === 'first' ? first : undefined)) {
        const size = sizeOf(unit) + (shown[at] === 0 ? toPlainText(heading).length + LINE : 0);
        if (size > room) break;
        room -= size;
        shown[at] = (shown[at] ?? 0) + 1;
      }
    }
  }
  return shelves.flatMap(({ heading, units }, at) => {
    if (units.length === 0) return [];
    const here = units.slice(0, shown[at]).flat();
    const left = units.slice(shown[at]).flat().length;
    const more: Line = { as: 'small', words: translate(language, 'brief.more', { n: left }) };
    return [{ heading, blocks: left === 0 ? here : [...here, { lines: [more] }] }];
  });
}

const sizeOf = (unit: BriefItem): number =>
  unit.flatMap(({ lines }) => lines).reduce((sum, { words }) => sum + toPlainText(words).length + LINE, 0);
