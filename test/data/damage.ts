import { checkStory } from '../../src/data/check.ts';
import type { Problem } from '../../src/data/model/problem.ts';
import { filesOf, SMALL_STORY } from './small-story.ts';

/** Marks where the mistake must be reported. No story contains it. */
const MARK = '‸';

export interface Damage {
  readonly name: string;
  /** The file to damage: it contains `from` once, which becomes `to`. */
  readonly in: string;
  readonly from: string;
  /** With the mark in front of the sign at which the mistake must be reported, unless `at` tells the place. */
  readonly to: string;
  /** Where the mistake is reported in another place: a file, and a stretch of it with the mark. */
  readonly at?: readonly [file: string, marked: string];
  readonly says: string;
  readonly cure?: string;
  /** What else must be said because of it, and nothing more. */
  readonly also?: readonly string[];
}

export interface Outcome {
  readonly problems: readonly Problem[];
  readonly expected: Pick<Problem, 'file' | 'line' | 'column' | 'message' | 'sourceLine'>;
}

/** Damages the small story, checks it, and works out by counting where the mistake should be found. */
export function inflict(damage: Damage): Outcome {
  const text = SMALL_STORY[damage.in] ?? '';
  if (text.split(damage.from).length !== 2) throw new Error(`"${damage.from}" must stand in ${damage.in} once`);
  // A function, because $& means something in a replacement text.
  const marked = text.replace(damage.from, () => damage.to);
  const texts = { ...SMALL_STORY, [damage.in]: marked.replace(MARK, '') };
  const [file, place] = damage.at ?? [damage.in, marked];
  const whole = texts[file] ?? '';
  const stretch = place.replace(MARK, '');
  if (place === stretch || whole.split(stretch).length !== 2) throw new Error(`no single place for "${damage.name}"`);
  const before = whole.slice(0, whole.indexOf(stretch) + place.indexOf(MARK)).split('\n');
  const checked = checkStory(filesOf(texts));
  return {
    problems: 'problems' in checked ? checked.problems : [],
    expected: {
      file: `aurelia/${file}`,
      line: before.length,
      column: [...(before.at(-1) ?? '')].length + 1,
      message: damage.says,
      sourceLine: (whole.split('\n')[before.length - 1] ?? '').replace(/\r$/u, ''),
    },
  };
}
