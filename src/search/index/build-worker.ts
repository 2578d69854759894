import { parentPort, workerData } from 'node:worker_threads';
import { buildStoryTables } from './story-index.ts';
import { serialize } from '../structures/serialization.ts';
import type { BuildRequest } from './index-cache.ts';

/** The thread that builds the tables of a large story: it is given plain texts and gives back bytes, which are not copied. */
const { docs, key } = workerData as BuildRequest;
const bytes = serialize(buildStoryTables(docs), key);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
