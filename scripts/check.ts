import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { delimiter, join } from 'node:path';

/** `npm run check`: every check without a test runner. All run, so that one report holds every problem. */
const CHECKS: readonly (readonly [name: string, command: string, ...rest: string[]])[] = [
  ['types', 'tsc'],
  ["types of the emulator's web client", 'tsc', '-p', 'packages/discord-emulator/src/web-client'],
  ['lint', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check', '.'],
  ['hashes and licences', 'node', 'scripts/lockfile.ts'],
  ['facts', 'node', 'scripts/facts.ts', 'check'],
  ['unused code and packages', 'knip'],
];

const root = join(import.meta.dirname, '..');
const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);

/** Checks run in parallel; output is kept until the end, so each report stays whole under its name. */
async function run(command: string, rest: readonly string[]): Promise<{ said: string; holds: boolean }> {
  const child = spawn(command, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH } });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { said: out + err, holds: code === 0 };
}

const failed: string[] = [];
const begun = CHECKS.map(([name, command, ...rest]) => ({ name, line: [command, ...rest], end: run(command, rest) }));
for (const { name, line, end } of begun) {
  const { said, holds } = await end;
  console.log(`\n${name}: ${line.join(' ')}\n${said.trimEnd()}`.trimEnd());
  if (!holds) failed.push(name);
}

console.log(failed.length === 0 ? '\nAll checks hold.' : `\nWrong: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
