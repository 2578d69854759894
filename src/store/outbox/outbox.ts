import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import {
  type Payload,
  type LeasedEntry,
  toLeasedEntry,
  outboxId,
  type MessagePart,
  type OutboxKey,
} from './outbox-entry.ts';
import { type OutboxHistory, outboxHistory } from './outbox-history.ts';
import { recordShown } from '../corrections/shown-facts.ts';
import type { Tables } from '../database/schema.ts';

/**
 * What was posted, is being posted and may have been posted. A row is claimed once; its owner holds it by a lease with a
 * fencing token, and whatever an earlier owner still writes is refused (`false`).
 */
export interface Outbox extends OutboxHistory {
  /** Freezes the text of every part. null when somebody has claimed it before. */
  readonly enqueue: (subject: OutboxKey, payload: Payload, until: Temporal.Instant) => Promise<LeasedEntry | null>;
  /** Ids of the postings that are open and nobody's, the oldest first. */
  readonly pending: () => Promise<readonly string[]>;
  /** null when another process was faster. */
  readonly lease: (id: string, until: Temporal.Instant) => Promise<LeasedEntry | null>;
  /**
   * Another text, for a posting of which nothing is in the channel. An attempt at its first part is not forgotten: it may
   * still arrive. null when another process has it.
   */
  readonly replacePayload: (
    held: LeasedEntry,
    payload: Payload,
    until: Temporal.Instant,
  ) => Promise<LeasedEntry | null>;
  /** To be on the disk before the part is sent. The first attempt's instant and snowflake stay. */
  readonly beginAttempt: (held: LeasedEntry, part: number, after: string, until: Temporal.Instant) => Promise<boolean>;
  /** The part is in the channel as `message`, or was and is deleted (null). With its last part the posting is done. */
  readonly completePart: (held: LeasedEntry, part: number, message: string | null) => Promise<boolean>;
  readonly finish: (held: LeasedEntry, state: 'missed' | 'refused' | 'uncertain', reason: string) => Promise<boolean>;
  /** Leaves it in peace until then, when any process may take it. */
  readonly release: (
    held: LeasedEntry,
    until: Temporal.Instant,
    counts: { tries: number; refusals: number },
  ) => Promise<boolean>;
  /** What an editor says of an uncertain posting: the doubtful part is there, or is to be posted again. */
  readonly resolve: (id: string, verdict: 'there' | 'again') => Promise<boolean>;
  /** Deletes the texts of what was done before; the rows stay, so that nothing is posted twice. */
  readonly clear: (before: Temporal.Instant) => Promise<number>;
}

type Write = (all: Transaction<Tables>) => Promise<void>;

async function insertParts(
  all: Transaction<Tables>,
  id: string,
  { messages }: Payload,
  first?: Pick<MessagePart, 'tried' | 'after'>,
): Promise<void> {
  const rows = messages.map(({ body, facts, files = [] }, part) => ({
    posting: id,
    part,
    body: JSON.stringify(body),
    facts: JSON.stringify(facts),
    files: files.length === 0 ? null : JSON.stringify(files),
    tried: part === 0 ? (first?.tried ?? null) : null,
    after: part === 0 ? (first?.after ?? null) : null,
    state: 'waiting',
    message: null,
  }));
  await all.insertInto('part').values(rows).execute();
}

async function read(all: Kysely<Tables>, id: string): Promise<LeasedEntry | null> {
  const row = await all.selectFrom('posting').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return toLeasedEntry(
    row,
    await all.selectFrom('part').selectAll().where('posting', '=', id).orderBy('part').execute(),
  );
}

export function createOutbox(db: Kysely<Tables>, clock: Clock): Outbox {
  /** One transaction that begins with the fence: the row lock that it takes keeps the next owner out until the end. */
  const fenced = (held: LeasedEntry, set: Updateable<Tables['posting']>, write: Write): Promise<boolean> =>
    db.transaction().execute(async (all) => {
      const fence = await all
        .updateTable('posting')
        .set(set)
        .where('id', '=', held.id)
        .where('token', '=', held.token)
        .where('state', '=', 'open')
        .executeTakeFirst();
      if (fence.numUpdatedRows !== 1n) return false;
      await write(all);
      return true;
    });
  const only: Write = () => Promise.resolve();

  return {
    enqueue: (subject, payload, until) =>
      db.transaction().execute(async (all) => {
        const { kind, server, channel, edition, date, target, due } = subject;
        const id = outboxId(subject);
        const fixed = {
          id,
          kind,
          server,
          channel,
          edition,
          date,
          target,
          due: toTimestamp(Temporal.Instant.from(due)),
        };
        const inserted = await all
          .insertInto('posting')
          .values({
            ...fixed,
            state: 'open',
            reason: null,
            memo: payload.memo,
            written: toTimestamp(clock.now()),
            token: 1,
            lease: toTimestamp(until),
            tries: 0,
            refusals: 0,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
        await insertParts(all, id, payload);
        return read(all, id);
      }),
    async pending() {
      const rows = await db
        .selectFrom('posting')
        .select('id')
        .where('state', '=', 'open')
        .where('lease', '<=', toTimestamp(clock.now()))
        .orderBy('due')
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    lease: (id, until) =>
      db.transaction().execute(async (all) => {
        const taken = await all
          .updateTable('posting')
          .set((row) => ({ token: row('token', '+', 1), lease: toTimestamp(until) }))
          .where('id', '=', id)
          .where('state', '=', 'open')
          .where('lease', '<=', toTimestamp(clock.now()))
          .executeTakeFirst();
        return taken.numUpdatedRows === 1n ? read(all, id) : null;
      }),
    async replacePayload(held, payload, until) {
      const text = { memo: payload.memo, written: toTimestamp(clock.now()), lease: toTimestamp(until) };
      const done = await fenced(held, text, async (all) => {
        await all.deleteFrom('part').where('posting', '=', held.id).execute();
        await insertParts(all, held.id, payload, held.parts[0]);
      });
      return done ? read(db, held.id) : null;
    },
    beginAttempt: (held, part, after, until) =>
      fenced(held, { lease: toTimestamp(until) }, async (all) => {
        await all
          .updateTable('part')
          .set({ tried: toTimestamp(clock.now()), after })
          .where('posting', '=', held.id)
          .where('part', '=', part)
          .where('tried', 'is', null)
          .execute();
      }),
    completePart(held, part, message) {
      const last = held.parts.every((other) => other.part <= part);
      return fenced(held, { tries: 0, refusals: 0, ...(last ? { state: 'posted' } : {}) }, async (all) => {
        await all
          .updateTable('part')
          .set({ state: message === null ? 'deleted' : 'posted', message })
          .where('posting', '=', held.id)
          .where('part', '=', part)
          .execute();
        const facts = held.parts.find((other) => other.part === part)?.facts ?? [];
        if (message !== null)
          await recordShown(all, { server: held.server, channel: held.target, message, at: clock.now() }, facts);
      });
    },
    finish: (held, state, reason) => fenced(held, { state, reason }, only),
    release: (held, until, { tries, refusals }) => fenced(held, { lease: toTimestamp(until), tries, refusals }, only),
    resolve: (id, verdict) =>
      db.transaction().execute(async (all) => {
        const opened = await all
          .updateTable('posting')
          .set((row) => ({ state: 'open', reason: null, token: row('token', '+', 1), lease: toTimestamp(clock.now()) }))
          .where('id', '=', id)
          .where('state', '=', 'uncertain')
          .executeTakeFirst();
        if (opened.numUpdatedRows !== 1n) return false;
        const verdicts = { there: { state: 'posted' }, again: { tried: null, after: null } } as const;
        await all
          .updateTable('part')
          .set(verdicts[verdict])
          .where('posting', '=', id)
          .where('state', '=', 'waiting')
          .where('tried', 'is not', null)
          .execute();
        const rest = await all
          .selectFrom('part')
          .select('part')
          .where('posting', '=', id)
          .where('state', '=', 'waiting')
          .executeTakeFirst();
        if (rest === undefined)
          await all.updateTable('posting').set({ state: 'posted' }).where('id', '=', id).execute();
        return true;
      }),
    ...outboxHistory(db),
    async clear(before) {
      const done = db
        .selectFrom('posting')
        .select('id')
        .where('due', '<', toTimestamp(before))
        .where('state', 'not in', ['open', 'uncertain']);
      const result = await db.deleteFrom('part').where('posting', 'in', done).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
