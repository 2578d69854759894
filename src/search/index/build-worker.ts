import { parentPort, workerData } from 'node:worker_threads';
import { buildStoryTables } from './story-index.ts';
import { serialize } from '../structures/serialization.ts';
import type { BuildRequest } from './index-cache.ts';

/** Thread that builds the tables of a large story. It receives plain texts and transfers bytes without a copy. */
const { docs, key } = workerData as BuildRequest;
const bytes = serialize(buildStoryTables(docs), key);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
