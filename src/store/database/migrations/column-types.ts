import { type RawBuilder, sql } from 'kysely';

export type DatabaseEngine = 'sqlite' | 'postgres';

export interface ColumnTypes {
  readonly text: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
}

/** SQLite compares text byte by byte; PostgreSQL would sort it by the rules of the server's language. */
export function columnTypes(engine: DatabaseEngine): ColumnTypes {
  return engine === 'sqlite'
    ? { text: sql`text`, bytes: sql`blob` }
    : { text: sql`text collate "C"`, bytes: sql`bytea` };
}
