import { loadStory } from '../src/data/load.ts';
import { makeChecker, type Checker, type DifferenceKind, type SentenceCheck } from '../src/draft-check/check-draft.ts';
import { plant, POOLS, readDraft, type Planted, type TrueSentence } from '../test/draft-check/plant-errors.ts';

/** A row of the table: planted errors of one kind in one half of a story's sentences. */
export interface CheckRow {
  readonly story: string;
  /** `built on`: seen while the rules were written. `held out`: never seen. */
  readonly half: 'built on' | 'held out';
  /** A kind of error; `true sentence` for sentences without one. */
  readonly kind: DifferenceKind | 'true sentence';
  readonly n: number;
  /** Found with the right kind; for true sentences: not called different. */
  readonly found: number;
  /** Called different, but of another kind. */
  readonly otherwise: number;
  /** Not called different; for true sentences: called missing from the base. */
  readonly missed: number;
  /** True sentences called different. */
  readonly falseAlarms: number;
}

export interface CheckCase {
  readonly half: CheckRow['half'];
  readonly kind: CheckRow['kind'];
  readonly text: string;
  readonly truth: string;
  readonly checks: readonly SentenceCheck[];
}

const STORIES = [
  {
    id: 'kosovo-mayors-2023',
    folder: new URL('../src/data/stories/kosovo-mayors-2023', import.meta.url),
    day: '2023-06-01',
  },
  {
    id: 'harbour-flood',
    folder: new URL('../test/fixtures/stories/harbour-flood', import.meta.url),
    day: '2031-03-16',
  },
] as const;

export const SEED = 20_230_601;

async function checkerFor(folder: URL): Promise<Checker> {
  const checked = await loadStory(folder.pathname);
  if (!('story' in checked)) throw new Error(`The story in ${folder.pathname} does not pass its check.`);
  return makeChecker(checked);
}

const half = (sentences: readonly TrueSentence[], rest: number) => sentences.filter((_, at) => at % 2 === rest);

/** Every true sentence and planted error of a story, with the verdict. */
export async function checkCases(id: string, seed = SEED): Promise<CheckCase[]> {
  const story = STORIES.find((one) => one.id === id);
  const pools = POOLS[id];
  if (!story || !pools) throw new Error(`There are no drafts for the story ${id}.`);
  const checker = await checkerFor(story.folder);
  const drafts = (name: string) => readDraft(new URL(`../test/draft-check/drafts/${name}.txt`, import.meta.url));
  const sentences = drafts(id);
  const more = drafts(`${id}-more`);
  const options = { now: Temporal.Instant.from(`${story.day}T18:00:00Z`), day: story.day };
  return (['built on', 'held out'] as const).flatMap((name, rest) => {
    const own = [...half(sentences, rest), ...(name === 'built on' ? more : [])];
    const whole = own.map(({ text }) => ({ kind: 'true sentence' as const, text, truth: text }));
    const errors: readonly (Planted | (typeof whole)[number])[] = plant(own, pools, seed + rest);
    return [...whole, ...errors].map((one) => ({ ...one, half: name, checks: checker.check(one.text, options) }));
  });
}

function rowOf(story: string, cases: readonly CheckCase[]): CheckRow {
  const [first] = cases;
  if (!first) throw new Error('A row wants at least one case.');
  const differs = (one: CheckCase) => one.checks.some(({ verdict }) => verdict === 'differs');
  const right = (one: CheckCase) => one.checks.some((check) => check.differs.some((kind) => kind === one.kind));
  const absent = (one: CheckCase) =>
    one.checks.some(({ verdict }) => verdict === 'not in the base' || verdict === 'nothing to check');
  const whole = first.kind === 'true sentence';
  const count = (test: (one: CheckCase) => boolean) => cases.filter(test).length;
  return {
    story,
    half: first.half,
    kind: first.kind,
    n: cases.length,
    found: whole ? count((one) => !differs(one) && !absent(one)) : count(right),
    otherwise: whole ? 0 : count((one) => differs(one) && !right(one)),
    missed: whole ? count((one) => !differs(one) && absent(one)) : count((one) => !differs(one)),
    falseAlarms: whole ? count(differs) : 0,
  };
}

/** The table, by story, half and kind. A seed always gives the same table. */
export async function runCheckBench(seed = SEED): Promise<CheckRow[]> {
  const rows: CheckRow[] = [];
  for (const { id } of STORIES) {
    const cases = await checkCases(id, seed);
    const groups = Map.groupBy(cases, ({ half: name, kind }) => `${name} ${kind}`);
    rows.push(...[...groups.values()].map((group) => rowOf(id, group)));
  }
  return rows;
}
