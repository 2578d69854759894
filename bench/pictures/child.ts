import { once } from 'node:events';
import { createRenderPool } from '../../src/reply/pictures/render-pool.ts';
import type { Drawing, Theme } from '../../src/reply/model/picture.ts';

/** What a process of its own is asked to draw, so that its memory is that of drawing and of nothing else. */
export interface Task {
  readonly drawing: Drawing;
  readonly theme: Theme;
  readonly n: number;
}

/** Times in ms. `memory` is the most that drawing added to the process, in MB: the thread, fonts, borders, the renderer. */
export interface Result {
  readonly first: number;
  readonly drawn: readonly number[];
  /** Of all threads, for each picture: on a busy machine what it would take on an idle one. */
  readonly cpu: readonly number[];
  readonly cached: readonly number[];
  readonly memory: number;
  readonly bytes: number;
  /** The most that the whole process took, Node included. */
  readonly process: number;
}

/** The same picture with another word in it, so that it is not the one that is kept. */
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
// Node gives it in kilobytes, whatever the system.
const most = process.resourceUsage().maxRSS / 1024;
tell({ first, drawn, cached, memory: most - before, bytes, cpu, process: most });
await drawer.close();
process.disconnect?.();
