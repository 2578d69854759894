import { fork } from 'node:child_process';
import { once } from 'node:events';
import { shownPictures } from '../scripts/shown-pictures.ts';
import type { Result, Task } from './pictures/child.ts';

/** A row of the table. Times in milliseconds, as the caller waits. */
export interface PictureRow {
  readonly picture: string;
  readonly n: number;
  /** Includes the start of the thread. */
  readonly first_ms: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  /** Processor time of all threads: on a busy machine, close to the wall time of an idle one. */
  readonly cpu_p50_ms: number;
  readonly cached_p50_ms: number;
  /** Peak memory that drawing added to an otherwise idle process. */
  readonly memory_mb: number;
  /** Peak memory of this process, including Node. */
  readonly process_mb: number;
  readonly png_kb: number;
}

/** Draws each picture of the README in its own process, one after another. */
export async function run({ n = 40 }: { readonly n?: number } = {}): Promise<{ pictures: PictureRow[] }> {
  const pictures: PictureRow[] = [];
  for (const { file, picture, theme } of await shownPictures()) {
    const { first, drawn, cached, memory, bytes, cpu, process } = await measured({
      drawing: picture.drawing,
      theme,
      n,
    });
    pictures.push({
      picture: file.replace(/\.png$/, ''),
      n,
      first_ms: rounded(first),
      p50_ms: rounded(share(drawn, 0.5)),
      p95_ms: rounded(share(drawn, 0.95)),
      cpu_p50_ms: rounded(share(cpu, 0.5)),
      cached_p50_ms: rounded(share(cached, 0.5)),
      memory_mb: Math.round(memory),
      process_mb: Math.round(process),
      png_kb: Math.round(bytes / 1024),
    });
  }
  return { pictures };
}

async function measured(task: Task): Promise<Result> {
  const child = fork(new URL('pictures/child.ts', import.meta.url));
  child.send(task);
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that draws ended with ${String(code)}.`);
  });
  const [result] = (await Promise.race([once(child, 'message'), exit])) as [Result];
  await exit.catch(() => undefined);
  return result;
}

const share = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
