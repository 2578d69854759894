import { parseArgs } from 'node:util';
import type { Kind } from '../bench/search/engines/engine.ts';
import { markdown } from '../bench/search/table.ts';
import { ReaderError } from '../src/errors.ts';

/** `npm run bench`: measures the figures that the project promises. */
const USAGE = `npm run -s bench -- search    finding, against other libraries
    --size N …       numbers of facts (100 1000 10000 100000)
    --rounds N       turns that the engines take (3)
    --seed N         the base of a round; one --seed for each (2, 3 and 4; develop with 1)
    --engine NAME    only these and ours; one --engine for each
    --kind KIND      facts or names alone
    --limit N        seconds that an engine has for the queries of a base (20)
    --hostile N      hostile queries to ours (40000; 0 for none)
    --data DIR       a retrieval set of others: claims.tsv, queries.tsv, relevance.tsv
npm run -s bench -- door      from what is typed in Discord to what is seen there
npm run -s bench -- check     errors planted in drafts, and the verdicts that drafts are given
npm run -s bench -- pictures  drawing maps and timelines
With --json: one JSON object, {"search": […]}, and nothing else on standard output.`;

const number = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new ReaderError(`"${text}" is not a whole number.\n${USAGE}`);
  return Number(text);
};

const kindOf = (text: string): Kind => {
  if (text !== 'facts' && text !== 'names') throw new ReaderError(`"${text}" is neither facts nor names.`);
  return text;
};

/** Rows of plain values as a table, numbers to the right. */
function plainTable(rows: readonly object[]): string {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const body = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return head.map((name) => shown(values.get(name)));
  });
  return markdown(head, body);
}

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toFixed(3))) : typeof value === 'string' ? value : '';

const tables = (found: object): string =>
  Object.values(found)
    .flatMap((rows: unknown) => (Array.isArray(rows) ? [plainTable(rows)] : []))
    .join('\n\n');

interface Bench {
  readonly run: () => Promise<object>;
  readonly print: (found: object) => string;
}

/** Progress goes to standard error, so that `--json` prints one object. */
const progress = (line: string): void => console.error(line);

async function benchOf(name: string, values: ReturnType<typeof read>['values']): Promise<Bench> {
  switch (name) {
    case 'search': {
      const { run } = await import('../bench/search.ts');
      const { searchTable } = await import('../bench/search/table.ts');
      return {
        run: () => run({ ...searchOptions(values), progress }),
        print: (found) => searchTable((found as Awaited<ReturnType<typeof run>>).search),
      };
    }
    case 'door': {
      const { run } = await import('../bench/door.ts');
      return { run, print: tables };
    }
    case 'check': {
      const { runCheckBench } = await import('../bench/check.ts');
      const { runVerdictBench } = await import('../bench/check-drafts.ts');
      return { run: async () => ({ check: await runCheckBench(), ...(await runVerdictBench()) }), print: tables };
    }
    case 'pictures': {
      const { run } = await import('../bench/pictures.ts');
      return { run, print: tables };
    }
    default:
      throw new ReaderError(USAGE);
  }
}

const read = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      size: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      seed: { type: 'string', multiple: true },
      engine: { type: 'string', multiple: true },
      kind: { type: 'string', multiple: true },
      limit: { type: 'string' },
      hostile: { type: 'string' },
      data: { type: 'string' },
    },
  });

function searchOptions({ size, rounds, seed, engine, kind, limit, hostile, data }: ReturnType<typeof read>['values']) {
  return {
    ...(size === undefined ? {} : { sizes: size.map(number) }),
    ...(seed === undefined ? {} : { seeds: seed.map(number) }),
    ...(engine === undefined ? {} : { engines: engine }),
    ...(kind === undefined ? {} : { kinds: kind.map(kindOf) }),
    ...(rounds === undefined ? {} : { rounds: number(rounds) }),
    ...(limit === undefined ? {} : { limit: number(limit) }),
    ...(hostile === undefined ? {} : { hostile: number(hostile) }),
    ...(data === undefined ? {} : { data }),
  };
}

try {
  const { positionals, values } = read();
  const [name = '', ...more] = positionals;
  // "--size 100 1000" passes its second number as a positional argument.
  const sizes = values.size === undefined ? [] : more;
  if (sizes.length < more.length) throw new ReaderError(USAGE);
  const bench = await benchOf(name, { ...values, ...(values.size ? { size: [...values.size, ...sizes] } : {}) });
  const found = await bench.run();
  console.log(values.json ? JSON.stringify(found) : bench.print(found));
} catch (error) {
  const usage = error instanceof TypeError && 'code' in error;
  if (!usage && !(error instanceof ReaderError)) throw error;
  console.error(usage ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 1;
}
