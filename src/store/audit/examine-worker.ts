import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { openPostgresReader } from '../database/postgres.ts';
import { openSqliteReader } from '../database/sqlite.ts';
import type { Tables } from '../database/schema.ts';
import { examine } from './examine.ts';
import type { ExamineOrder } from './examine-thread.ts';

const { target, anchor } = workerData as ExamineOrder;
const db = new Kysely<Tables>({
  dialect: 'file' in target ? openSqliteReader(target.file) : openPostgresReader(target.url),
});
try {
  parentPort?.postMessage(await examine(db, anchor));
} finally {
  await db.destroy();
}
