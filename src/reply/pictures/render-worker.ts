import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { Drawing, Theme } from '../model/picture.ts';
import { loadAssets } from './assets.ts';
import { renderPng } from './render-png.ts';

/** The render thread: draws one picture at a time, off the main thread. */
export interface Order {
  readonly id: number;
  readonly drawing: Drawing;
  readonly theme: Theme;
}

export type Delivery = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly error: string });

const kit = loadAssets();

/**
 * The renderer's pixels lie outside the heap that V8 counts, 5 to 10 MB a picture, and it looks for them only when that heap
 * is full: a hundred pictures took 1 GB. So garbage is collected after each picture is sent.
 */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function deliver({ id, drawing, theme }: Order): void {
  try {
    // A copy of its own, so that it can be handed over without being copied again.
    const png = new Uint8Array(renderPng(drawing, theme, kit));
    parentPort?.postMessage({ id, png } satisfies Delivery, [png.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The picture could not be drawn.';
    parentPort?.postMessage({ id, error: message } satisfies Delivery, []);
  }
  setImmediate(collect);
}

// Two turns later, so that what the last picture took has been given back before the next one takes as much.
parentPort?.on('message', (order: Order) => setImmediate(() => setImmediate(deliver, order)));
