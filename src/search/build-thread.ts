import { parentPort, workerData } from 'node:worker_threads';
import { buildStoryTables } from './index-story.ts';
import { pack } from './packed.ts';
import type { Order } from './saved-index.ts';

/** The thread that builds the tables of a large story: it is given plain texts and gives back bytes, which are not copied. */
const { docs, key } = workerData as Order;
const bytes = pack(buildStoryTables(docs), key);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
