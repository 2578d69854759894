import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs a file of this folder in its own process and reads the JSON it prints; null on timeout. */
export async function inProcess<Answer>(file: string, order: object, limitMs: number): Promise<Answer | null> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', join(import.meta.dirname, file), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, wrong, late] = ['', '', false];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limitMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearTimeout(timer));
  if (late) return null;
  if (code !== 0) throw new Error(`${file} ${JSON.stringify(order)} ended with ${code}: ${wrong.slice(-2000)}`);
  return JSON.parse(out) as Answer;
}
