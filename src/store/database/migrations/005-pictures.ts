import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Pictures of a message in the outbox. */
export async function up({ schema }: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await schema.alterTable('part').addColumn('files', text).execute();
}
