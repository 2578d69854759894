import { OURS } from './rows.ts';
import type { SearchRow } from './rows.ts';

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(value < 0.1 ? 2 : 3));

const HEAD = [
  'engine',
  'n',
  'p50 ms',
  'p95',
  'p99',
  'worst',
  'R@1',
  'R@5',
  'MRR@10',
  'build ms',
  'heap MB',
  'rss MB',
  'Factdesk ahead',
];

const aheadOf = ({ ahead }: SearchRow): string =>
  ahead === undefined ? '' : `${signed(ahead.by)} [${signed(ahead.low)}, ${signed(ahead.high)}]`;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

const cells = (row: SearchRow): string[] => [
  row.engine,
  row.n < row.of ? `${row.n} of ${row.of}` : String(row.n),
  ms(row.p50_ms),
  ms(row.p95_ms),
  ms(row.p99_ms),
  ms(row.max_ms),
  row.recall1.toFixed(3),
  row.recall5.toFixed(3),
  row.mrr.toFixed(3),
  row.build_ms.toFixed(0),
  row.heap_mb.toFixed(1),
  row.rss_mb.toFixed(0),
  aheadOf(row),
];

/** A Markdown table with aligned columns, numbers to the right. */
export function markdown(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...body.map((line) => (line[at] ?? '').length), 3));
  const line = (of: readonly string[]): string =>
    `| ${widths.map((width, at) => (at === 0 ? (of[at] ?? '').padEnd(width) : (of[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...body.map((one) => line(one))].join('\n');
}

/** All rows: the engines of each base by quality, then MRR by class, then our strain. */
export function searchTable(rows: readonly SearchRow[]): string {
  const parts: string[] = [];
  for (const [title, some] of Map.groupBy(rows, ({ size, kind }) => titleOf(size, kind))) {
    const order = some.toSorted((a, b) => b.mrr - a.mrr);
    const rounds = Math.max(...some.map((row) => row.rounds));
    parts.push(`### ${title} (${rounds} ${rounds === 1 ? 'round' : 'rounds'})`);
    parts.push(markdown(HEAD, order.map(cells)));
    const classes = [...new Set(some.flatMap((row) => Object.keys(row.classes)))].toSorted((a, b) =>
      a.localeCompare(b),
    );
    if (classes.length > 1) {
      parts.push('MRR@10 by class:');
      parts.push(
        markdown(
          ['engine', ...classes],
          order.map((row) => [row.engine, ...classes.map((kind) => row.classes[kind]?.toFixed(3) ?? '')]),
        ),
      );
    }
    parts.push(`Quickest of three passes, p99 and worst: ${order.map(quickest).join('; ')}.`);
    const ours = some.find(({ engine }) => engine === OURS);
    if (ours?.['load_ms'] !== undefined) parts.push(strained(ours));
  }
  return parts.join('\n\n');
}

const quickest = ({ engine, least_p99_ms, least_max_ms }: SearchRow): string =>
  `${engine} ${ms(least_p99_ms)} and ${ms(least_max_ms)} ms`;

const titleOf = (size: number, kind: SearchRow['kind']): string =>
  `${size.toLocaleString('en')} ${kind === 'data' ? 'claims of others' : kind}`;

const strained = (row: SearchRow): string =>
  [
    `Saved index ${row['index_mb']} MB, read in ${row['load_ms']} ms (built and saved the first time in ${row['open_first_ms']} ms).`,
    `Hostile queries, ${row['fuzz_n']}: p99 ${row['fuzz_p99_ms']} ms, worst ${row['fuzz_max_ms']} ms, of which the processor worked ${row['fuzz_work_p99_ms']} and ${row['fuzz_work_max_ms']} ms; the slowest asked again, worst ${row['fuzz_max_again_ms']} ms (${row['fuzz_slowest']}).`,
  ].join(' ');
