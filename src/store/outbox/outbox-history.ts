import type { Kysely } from 'kysely';
import type { OutboxKey } from './outbox-entry.ts';
import type { Tables } from '../database/schema.ts';

/** Entries of the past. */
export interface OutboxHistory {
  /** The states of the entries of a kind about one thing (`edition`), by channel. */
  readonly told: (kind: OutboxKey['kind'], edition: string) => Promise<ReadonlyMap<string, string>>;
  /** The memos of all entries of a kind about one thing in a channel, with their dates. */
  readonly memos: (
    kind: OutboxKey['kind'],
    channel: string,
    edition: string,
  ) => Promise<readonly { date: string; memo: string | null }[]>;
  /** The briefs of the dates from `since` on, in any state. */
  readonly briefs: (since: string) => Promise<readonly { channel: string; edition: string; date: string }[]>;
  /** The date of the last brief before `date` that was posted or may have been posted. */
  readonly lastDate: (channel: string, edition: string, date: string) => Promise<string | null>;
  /** The last brief that the channel got, of any edition. */
  readonly last: (channel: string) => Promise<{ due: string; memo: string | null } | null>;
}

export function outboxHistory(db: Kysely<Tables>): OutboxHistory {
  return {
    async told(kind, edition) {
      const rows = await db
        .selectFrom('posting')
        .select(['channel', 'state'])
        .where('kind', '=', kind)
        .where('edition', '=', edition)
        .execute();
      return new Map(rows.map(({ channel, state }) => [channel, state]));
    },
    memos: (kind, channel, edition) =>
      db
        .selectFrom('posting')
        .select(['date', 'memo'])
        .where('kind', '=', kind)
        .where('channel', '=', channel)
        .where('edition', '=', edition)
        .orderBy('date')
        .execute(),
    briefs: (since) =>
      db
        .selectFrom('posting')
        .select(['channel', 'edition', 'date'])
        .where('kind', '=', 'brief')
        .where('date', '>=', since)
        .execute(),
    async lastDate(channel, edition, date) {
      const row = await db
        .selectFrom('posting')
        .select('date')
        .where('kind', '=', 'brief')
        .where('channel', '=', channel)
        .where('edition', '=', edition)
        .where('date', '<', date)
        .where('state', 'in', ['open', 'posted', 'uncertain'])
        .orderBy('date', 'desc')
        .executeTakeFirst();
      return row?.date ?? null;
    },
    async last(channel) {
      const row = await db
        .selectFrom('posting')
        .select(['due', 'memo'])
        .where('kind', '=', 'brief')
        .where('channel', '=', channel)
        .where('state', '=', 'posted')
        .orderBy('due', 'desc')
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
