import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** `npm run check`: every check that needs no test runner. All are run, so that one report holds all that is wrong. */
const CHECKS: readonly (readonly [name: string, command: string, ...rest: string[]])[] = [
  ['types', 'tsc'],
  ["types of the room's page", 'tsc', '-p', 'src/room/page'],
  ['lint', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check', '.'],
  ['facts', 'node', 'scripts/facts.ts', 'check'],
  ['unused code and packages', 'knip'],
];

const root = join(import.meta.dirname, '..');
const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);

const failed = CHECKS.filter(([name, command, ...rest]) => {
  console.log(`\n${name}: ${command} ${rest.join(' ')}`.trimEnd());
  return spawnSync(command, rest, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } }).status !== 0;
}).map(([name]) => name);

console.log(failed.length === 0 ? '\nAll checks hold.' : `\nWrong: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
