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
 * What was posted, is being posted or may have been posted. A process works on an entry under a lease with a fencing token;
 * a write of an earlier holder is refused (`false`).
 */
export interface Outbox extends OutboxHistory {
  /** Stores the text of every part, and leases the entry. null when the key is taken. */
  readonly enqueue: (key: OutboxKey, payload: Payload, until: Temporal.Instant) => Promise<LeasedEntry | null>;
  /** Ids of the open entries without a lease, oldest first. */
  readonly pending: () => Promise<readonly string[]>;
  /** null when it is not open, or another process holds it. */
  readonly lease: (id: string, until: Temporal.Instant) => Promise<LeasedEntry | null>;
  /** The same for an entry that was posted, to edit its message. */
  readonly leaseEdit: (id: string, until: Temporal.Instant) => Promise<LeasedEntry | null>;
  /**
   * Replaces the text of an entry that is not in the channel. An attempt at its first part is kept: it may still arrive.
   * null when another process holds it.
   */
  readonly replacePayload: (
    entry: LeasedEntry,
    payload: Payload,
    until: Temporal.Instant,
  ) => Promise<LeasedEntry | null>;
  /** Call it before the part is sent. The instant and the snowflake of the first attempt are kept. */
  readonly beginAttempt: (entry: LeasedEntry, part: number, after: string, until: Temporal.Instant) => Promise<boolean>;
  /** The part is in the channel as `message`, or was deleted there (null). The last part completes the entry. */
  readonly completePart: (entry: LeasedEntry, part: number, message: string | null) => Promise<boolean>;
  /** The message was edited and shows what `memo` says; null when somebody deleted it. */
  readonly completeEdit: (entry: LeasedEntry, memo: string | null) => Promise<boolean>;
  readonly finish: (entry: LeasedEntry, state: 'missed' | 'refused' | 'uncertain', reason: string) => Promise<boolean>;
  /** Nobody leases it before `until`; after that any process may. */
  readonly release: (
    entry: LeasedEntry,
    until: Temporal.Instant,
    counts: { tries: number; refusals: number },
  ) => Promise<boolean>;
  /** An editor's verdict on an uncertain entry: its part is in the channel, or is to be posted again. */
  readonly resolve: (id: string, verdict: 'there' | 'again') => Promise<boolean>;
  /** Deletes old texts. The entries stay, so that nothing is posted twice, and so do the message ids of cards. */
  readonly clear: (before: Temporal.Instant) => Promise<number>;
}

/** A card is edited as long as its proposal changes: its message id is kept, its text is not. */
const EDITED_KIND = 'proposal';

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
  /** A transaction that first checks the fencing token: the lock on the row keeps the next holder out until it ends. */
  const fenced = (entry: LeasedEntry, set: Updateable<Tables['posting']>, write: Write): Promise<boolean> =>
    db.transaction().execute(async (all) => {
      const fence = await all
        .updateTable('posting')
        .set(set)
        .where('id', '=', entry.id)
        .where('token', '=', entry.token)
        .where('state', '=', entry.state)
        .executeTakeFirst();
      if (fence.numUpdatedRows !== 1n) return false;
      await write(all);
      return true;
    });
  const only: Write = () => Promise.resolve();
  const leased = (id: string, state: LeasedEntry['state'], until: Temporal.Instant): Promise<LeasedEntry | null> =>
    db.transaction().execute(async (all) => {
      const taken = await all
        .updateTable('posting')
        .set((row) => ({ token: row('token', '+', 1), lease: toTimestamp(until) }))
        .where('id', '=', id)
        .where('state', '=', state)
        .where('lease', '<=', toTimestamp(clock.now()))
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n ? read(all, id) : null;
    });

  return {
    enqueue: (key, payload, until) =>
      db.transaction().execute(async (all) => {
        const { kind, server, channel, edition, date, target, due } = key;
        const id = outboxId(key);
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
    lease: (id, until) => leased(id, 'open', until),
    leaseEdit: (id, until) => leased(id, 'posted', until),
    async replacePayload(entry, payload, until) {
      const text = { memo: payload.memo, written: toTimestamp(clock.now()), lease: toTimestamp(until) };
      const done = await fenced(entry, text, async (all) => {
        await all.deleteFrom('part').where('posting', '=', entry.id).execute();
        await insertParts(all, entry.id, payload, entry.parts[0]);
      });
      return done ? read(db, entry.id) : null;
    },
    beginAttempt: (entry, part, after, until) =>
      fenced(entry, { lease: toTimestamp(until) }, async (all) => {
        await all
          .updateTable('part')
          .set({ tried: toTimestamp(clock.now()), after })
          .where('posting', '=', entry.id)
          .where('part', '=', part)
          .where('tried', 'is', null)
          .execute();
      }),
    completePart(entry, part, message) {
      const isLast = entry.parts.every((other) => other.part <= part);
      const done = isLast ? { state: 'posted', lease: toTimestamp(clock.now()) } : {};
      return fenced(entry, { tries: 0, refusals: 0, ...done }, async (all) => {
        const state = message === null ? 'deleted' : 'posted';
        await all
          .updateTable('part')
          .set({ state, message, ...(entry.kind === EDITED_KIND ? { body: '{}' } : {}) })
          .where('posting', '=', entry.id)
          .where('part', '=', part)
          .execute();
        const facts = entry.parts.find((other) => other.part === part)?.facts ?? [];
        if (message !== null)
          await recordShown(all, { server: entry.server, channel: entry.target, message, at: clock.now() }, facts);
      });
    },
    completeEdit: (entry, memo) =>
      fenced(entry, { memo, lease: toTimestamp(clock.now()), tries: 0, refusals: 0 }, async (all) => {
        if (memo !== null) return;
        await all.updateTable('part').set({ state: 'deleted' }).where('posting', '=', entry.id).execute();
      }),
    finish: (entry, state, reason) => fenced(entry, { state, reason }, only),
    release: (entry, until, { tries, refusals }) => fenced(entry, { lease: toTimestamp(until), tries, refusals }, only),
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
        .where('state', 'not in', ['open', 'uncertain'])
        .where((row) => row.or([row('kind', '!=', EDITED_KIND), row('state', '!=', 'posted')]));
      const result = await db.deleteFrom('part').where('posting', 'in', done).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
