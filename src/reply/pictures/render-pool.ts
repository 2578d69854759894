import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Drawing, Theme } from '../model/picture.ts';
import type { Delivery, Order } from './render-worker.ts';

export interface RenderPool {
  /**
   * The bytes of a PNG. The same picture is drawn once.
   * @throws Error where it cannot be drawn, or not in time: the answer then goes out in words alone.
   */
  draw(picture: { readonly drawing: Drawing }, theme: Theme): Promise<Uint8Array>;
  /** Ends the thread and drops the picture being drawn. */
  close(): Promise<void>;
}

export interface Limits {
  /** For one picture, in ms, from when its turn comes. */
  readonly patience: number;
  /** For the first picture of a thread besides, which has to start: in ms. Usually 200. */
  readonly start: number;
  /** Bytes of pictures that are kept, the latest ones. */
  readonly kept: number;
  /** Pictures that may wait for their turn. */
  readonly queue: number;
}

const LIMITS: Limits = { patience: 3000, start: 5000, kept: 8_000_000, queue: 50 };
/** Of the thread's own heap, in MB: it takes about 25. What the renderer takes is bounded by the size of a picture. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };

interface Waiting extends Order {
  readonly give: (png: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

/** Opens the render thread. It starts with the first picture, and again after a timeout. */
export function createRenderPool(limits: Partial<Limits> = {}): RenderPool {
  return new ThreadDrawer({ ...LIMITS, ...limits });
}

class ThreadDrawer implements RenderPool {
  readonly #limits: Limits;
  /** By a hash of what they show, the latest last; those that are being drawn too, so that nothing is drawn twice. */
  readonly #pictures = new Map<string, Promise<Uint8Array>>();
  readonly #sizes = new Map<string, number>();
  readonly #queue: Waiting[] = [];
  #current: Waiting | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;
  #count = 0;
  #isClosed = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  draw({ drawing }: { readonly drawing: Drawing }, theme: Theme): Promise<Uint8Array> {
    const key = createHash('sha256').update(theme).update(JSON.stringify(drawing)).digest('base64');
    const known = this.#pictures.get(key);
    if (known !== undefined) {
      this.#pictures.delete(key);
      this.#pictures.set(key, known);
      return known;
    }
    const picture = this.#order(drawing, theme);
    this.#pictures.set(key, picture);
    picture.then(
      (png) => this.#keep(key, png.byteLength),
      () => this.#pictures.delete(key),
    );
    return picture;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const given = [...(this.#current === null ? [] : [this.#current]), ...this.#queue.splice(0)];
    this.#current = null;
    for (const { fail } of given) fail(new Error('No more pictures are drawn here.'));
    await this.#stop();
  }

  #order(drawing: Drawing, theme: Theme): Promise<Uint8Array> {
    if (this.#isClosed) return Promise.reject(new Error('No more pictures are drawn here.'));
    if (this.#queue.length >= this.#limits.queue) return Promise.reject(new Error('Too many pictures are waiting.'));
    return new Promise((give, fail) => {
      this.#count += 1;
      this.#queue.push({ id: this.#count, drawing, theme, give, fail });
      this.#next();
    });
  }

  #next(): void {
    const order = this.#current === null ? this.#queue.shift() : undefined;
    if (order === undefined) {
      // An idle thread must not keep the process alive.
      if (this.#current === null) this.#worker?.unref();
      return;
    }
    this.#current = order;
    const patience = this.#limits.patience + (this.#worker === null ? this.#limits.start : 0);
    this.#worker ??= this.#start();
    this.#worker.ref();
    const { id, drawing, theme } = order;
    this.#worker.postMessage({ id, drawing, theme } satisfies Order, []);
    this.#timer = setTimeout(() => {
      void this.#stop();
      this.#end(id, new Error(`The picture took longer than ${patience} ms.`));
    }, patience);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
      resourceLimits: HEAP,
    });
    worker.on('message', (delivery: Delivery) => {
      this.#end(delivery.id, 'png' in delivery ? delivery.png : new Error(delivery.error));
    });
    worker.on('error', (error) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      if (this.#current !== null)
        this.#end(this.#current.id, error instanceof Error ? error : new Error('The thread failed.'));
    });
    return worker;
  }

  #end(id: number, result: Uint8Array | Error): void {
    const order = this.#current;
    // Ignore messages from a terminated thread.
    if (order?.id !== id) return;
    this.#current = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (result instanceof Error) order.fail(result);
    else order.give(result);
    this.#next();
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await worker?.terminate();
  }

  #keep(key: string, size: number): void {
    this.#sizes.set(key, size);
    let all = this.#sizes.values().reduce((sum, each) => sum + each, 0);
    for (const [old, bytes] of this.#sizes) {
      if (all <= this.#limits.kept || old === key) break;
      this.#sizes.delete(old);
      this.#pictures.delete(old);
      all -= bytes;
    }
  }
}
