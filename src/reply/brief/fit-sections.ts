import type { Block, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { toPlainText, translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** Blocks that are shown together or not at all: a fact and those that contradict it. */
export type BriefItem = readonly Block[];

/** A heading of a brief and what may be shown under it, the most telling first. */
export interface BriefSection {
  readonly heading: StyledText;
  readonly units: readonly BriefItem[];
  /** How many of them are shown before another section gets more. */
  readonly first: number;
}

/**
 * Letters without markup. With it they make two messages: `COMFORT` of `discord/rendering/paginate.ts` is 3,000 with
 * markup, and a page may end early by the length of one block.
 */
const MOST_LETTERS = 5_000;
/** Letters for the markup of a line and the gap before it. */
const LINE = 10;

/**
 * The sections of a brief within two screens. Each section shows its `first` units; the space that is left goes to
 * the sections in order. Each section says how many units it leaves out.
 */
export function fitSections(sections: readonly BriefSection[], language: Language): Section[] {
  const shown = sections.map(() => 0);
  let left = MOST_LETTERS;
  for (const round of ['first', 'rest'] as const) {
    for (const [at, { heading, units, first }] of sections.entries()) {
      for (const unit of units.slice(shown[at], round === 'first' ? first : undefined)) {
        const size = sizeOf(unit) + (shown[at] === 0 ? toPlainText(heading).length + LINE : 0);
        if (size > left) break;
        left -= size;
        shown[at] = (shown[at] ?? 0) + 1;
      }
    }
  }
  return sections.flatMap(({ heading, units }, at) => {
    if (units.length === 0) return [];
    const here = units.slice(0, shown[at]).flat();
    const left = units.slice(shown[at]).flat().length;
    const more: Line = { as: 'small', words: translate(language, 'brief.more', { n: left }) };
    return [{ heading, blocks: left === 0 ? here : [...here, { lines: [more] }] }];
  });
}

const sizeOf = (unit: BriefItem): number =>
  unit.flatMap(({ lines }) => lines).reduce((sum, { words }) => sum + toPlainText(words).length + LINE, 0);
