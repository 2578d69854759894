import { once } from 'node:events';
import { createRenderPool } from '../../src/reply/pictures/render-pool.ts';
import type { Drawing, Theme } from '../../src/reply/model/picture.ts';

/** Order for a child process, so that its memory is that of drawing alone. */
export interface Task {
  readonly drawing: Drawing;
  readonly theme: Theme;
  readonly n: number;
}

/** Times in ms. `memory` is the peak that drawing added to the process, in MB: thread, fonts, borders, renderer. */
export interface Result {
  readonly first: number;
  readonly drawn: readonly number[];
  /** Processor time of all threads per picture: on a busy machine, close to the wall time of an idle one. */
  readonly cpu: readonly number[];
  readonly cached: readonly number[];
  readonly memory: number;
  readonly bytes: number;
  /** Peak memory of the whole process, including Node. */
  readonly process: number;
}

/** The same picture with one word changed, to bypass the cache. */
function other(drawing: Drawing, n: number): Drawing {
  if (drawing.kind === 'timeline') return { ...drawing, subtitle: `${drawing.subtitle} · ${n}` };
  return { ...drawing, notes: [...drawing.notes, String(n)] };
}

function tell(result: Result): void {
  process.send?.(result);
}

const [task] = (await once(process, 'message')) as [Task];
const { drawing, theme, n } = task;
const before = process.memoryUsage.rss() / 1_048_576;
const drawer = createRenderPool();
let bytes = 0;

async function timed(wanted: Drawing): Promise<number> {
  const start = performance.now();
  const png = await drawer.draw({ drawing: wanted }, theme);
  bytes = png.byteLength;
  return performance.now() - start;
}

const first = await timed(drawing);
const drawn: number[] = [];
const cpu: number[] = [];
for (let at = 0; at < n; at += 1) {
  const busy = process.cpuUsage();
  drawn.push(await timed(other(drawing, at)));
  const { user, system } = process.cpuUsage(busy);
  cpu.push((user + system) / 1000);
}
await timed(drawing);
const cached: number[] = [];
for (let at = 0; at < n; at += 1) cached.push(await timed(drawing));
// Node reports kilobytes on every system.
const most = process.resourceUsage().maxRSS / 1024;
tell({ first, drawn, cached, memory: most - before, bytes, cpu, process: most });
await drawer.close();
process.disconnect?.();
