import type { Kysely, RawBuilder } from 'kysely';

interface CorrectionRow {
  id: string;
  story: string;
  fact: string;
  act: string;
  day: string;
  at: string;
  state: string;
}

/** A version of a fact that has the correction. */
interface CorrectedRow {
  correction: string;
  version: string;
}

interface MarkRow {
  correction: string;
  message: string;
  channel: string;
  server: string | null;
  state: string;
  reason: string | null;
}

/** Whose a message is while it is being marked. */
interface MarkingRow {
  message: string;
  channel: string;
  lease: string;
  token: number;
  tries: number;
  refusals: number;
}

export interface MarksTables {
  correction: CorrectionRow;
  corrected: CorrectedRow;
  mark: MarkRow;
  marking: MarkingRow;
}

/** Corrections, the versions of facts that have them, and the messages that are to be marked with them. */
export async function createCorrectionTables(
  { schema }: Pick<Kysely<unknown>, 'schema'>,
  text: RawBuilder<unknown>,
): Promise<void> {
  await schema.alterTable('shown').addColumn('server', text).execute();
  await schema
    .createTable('correction')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('story', text, (column) => column.notNull())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('correction_state').on('correction').columns(['state', 'at']).execute();
  await schema
    .createTable('corrected')
    .addColumn('correction', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('corrected_key', ['correction', 'version'])
    .execute();
  await schema
    .createTable('mark')
    .addColumn('correction', text, (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('server', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addPrimaryKeyConstraint('mark_key', ['correction', 'message'])
    .execute();
  await schema.createIndex('mark_waiting').on('mark').columns(['state', 'message']).execute();
  // One row a message, so that two corrections of it are never written over each other.
  await schema
    .createTable('marking')
    .addColumn('message', text, (column) => column.primaryKey())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('lease', text, (column) => column.notNull())
    .addColumn('token', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('refusals', 'integer', (column) => column.notNull())
    .execute();
}
