import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderError } from '../src/errors.ts';
import type { Outcome } from './search/child.ts';
import { readDataSet } from './search/data-set.ts';
import { ENGINES } from './search/engines/index.ts';
import type { Kind } from './search/engines/engine.ts';
import { inProcess } from './search/process.ts';
import { OURS, rowOf } from './search/rows.ts';
import type { Run, SearchRow } from './search/rows.ts';
import type { Strain, StrainOrder } from './search/strain.ts';
import { makeBases } from './search/text/base.ts';
import type { Base } from './search/text/base.ts';

export interface SearchOptions {
  /** Numbers of facts; there are a fifth as many names. */
  readonly sizes?: readonly number[];
  /** Rounds in which all engines take turns. */
  readonly rounds?: number;
  /** Each round uses the base of the next seed. Seed 1 is for development and never reported. */
  readonly seeds?: readonly number[];
  /** Names of engines, all by default. Factdesk is always included. */
  readonly engines?: readonly string[];
  readonly kinds?: readonly Kind[];
  /** Seconds that an engine has for its queries on one base. */
  readonly limit?: number;
  /** Hostile queries; 0 leaves the strain out. */
  readonly hostile?: number;
  /** Queries of each class. */
  readonly queries?: number;
  /** A folder with an external retrieval set, instead of invented facts. */
  readonly data?: string | null;
  readonly progress?: (line: string) => void;
}

export const SIZES = [100, 1_000, 10_000, 100_000];
const SEEDS = [2, 3, 4];
const LIMIT = 20;
/** Seconds for building and ten answers: a slower engine is left out. */
const PATIENCE = 300;
const HOSTILE = 40_000;

interface Task {
  readonly size: number;
  readonly kind: SearchRow['kind'];
  readonly base: Base;
  readonly file: string;
  readonly name: string;
}

/** The table of all engines; rows are grouped by base, ours first. */
export async function run(options: SearchOptions = {}): Promise<{ search: SearchRow[] }> {
  const { sizes = SIZES, data = null } = options;
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-bench-'));
  try {
    const search: SearchRow[] = [];
    if (data !== null) {
      const base = readDataSet(data);
      const task = taskOf(folder, base, { size: base.docs.length, kind: 'data', name: 'data' });
      search.push(...(await rowsOf(() => [task], options)));
    } else {
      for (const size of sizes) search.push(...(await rowsOf(invented(folder, size, options), options)));
    }
    return { search };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function taskOf(folder: string, base: Base, as: Pick<Task, 'size' | 'kind' | 'name'>): Task {
  const file = join(folder, `${as.name}.json`);
  writeFileSync(file, JSON.stringify(base));
  return { ...as, base, file };
}

/** The bases of a round, each made once. */
function invented(folder: string, size: number, { seeds = SEEDS, kinds, queries, progress }: SearchOptions) {
  const made = new Map<number, Task[]>();
  return (round: number): Task[] => {
    const seed = seeds[round % seeds.length] ?? 1;
    const before = made.get(seed);
    if (before !== undefined) return before;
    progress?.(`inventing ${size} facts of seed ${seed}`);
    const bases = makeBases(size, seed, queries);
    const tasks = (kinds ?? (['facts', 'names'] as const)).map((kind) =>
      taskOf(folder, bases[kind], { size: bases[kind].docs.length, kind, name: `${kind}-${size}-${seed}` }),
    );
    made.set(seed, tasks);
    return tasks;
  };
}

async function rowsOf(tasksOf: (round: number) => readonly Task[], options: SearchOptions): Promise<SearchRow[]> {
  const { rounds = 3, progress } = options;
  const engines = [OURS, ...enginesOf(options).filter((name) => name !== OURS)];
  const runs = new Map<string, Run[]>();
  const slow = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const task of tasksOf(round)) {
      for (const engine of engines) {
        const key = `${task.kind} ${engine}`;
        if (slow.has(key)) continue;
        progress?.(`round ${round + 1} of ${rounds}: ${task.size} ${task.kind}, ${engine}`);
        const outcome = await ask(task, engine, options);
        // An engine that times out is not run again: it keeps its sample of the first round.
        if (outcome === null || outcome.answered.length < task.base.queries.length) slow.add(key);
        if (outcome === null) progress?.(`${engine} is left out: no answer in ${PATIENCE} s`);
        else
          runs.set(key, [
            ...(runs.get(key) ?? []),
            { engine, round, base: task.name, queries: task.base.queries, outcome },
          ]);
      }
    }
  }
  const first = tasksOf(0);
  const extra = await strainOf(first, options);
  return first.flatMap(({ size, kind }) => {
    const ours = runs.get(`${kind} ${OURS}`) ?? [];
    return engines.flatMap((engine) => {
      const some = runs.get(`${kind} ${engine}`);
      if (some === undefined) return [];
      const row = rowOf({ size, kind }, some, ours);
      return [engine === OURS && kind === 'facts' ? { ...row, ...extra } : row];
    });
  });
}

function enginesOf({ engines }: SearchOptions): readonly string[] {
  const unknown = engines?.find((name) => !(name in ENGINES));
  if (unknown !== undefined) {
    throw new ReaderError(`There is no engine "${unknown}". There are: ${Object.keys(ENGINES).join(', ')}.`);
  }
  return engines ?? Object.keys(ENGINES);
}

const ask = ({ kind, file }: Task, engine: string, { limit = LIMIT }: SearchOptions): Promise<Outcome | null> =>
  inProcess<Outcome>(
    'child.ts',
    { engine, kind: kind === 'names' ? 'names' : 'facts', base: file, limitMs: limit * 1000 },
    (PATIENCE + limit) * 1000,
  );

async function strainOf(tasks: readonly Task[], options: SearchOptions): Promise<Strain | Record<string, never>> {
  const { hostile = HOSTILE, limit = LIMIT, progress } = options;
  const [facts, names] = [tasks.find(({ kind }) => kind === 'facts'), tasks.find(({ kind }) => kind === 'names')];
  if (hostile === 0 || facts === undefined || names === undefined) return {};
  progress?.(`${facts.size} facts: loading, ${hostile} hostile queries`);
  const order: StrainOrder = { facts: facts.file, names: names.file, queries: hostile, limitMs: 3 * limit * 1000 };
  return (await inProcess<Strain>('strain.ts', order, PATIENCE * 2000)) ?? {};
}
