import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Clock } from '../../clock.ts';
import { stamp } from '../database/timestamp.ts';
import { type Frozen, type Held, heldOf, idOf, type Part, type Subject } from './outbox-entry.ts';
import { type Posted, posted } from './outbox-history.ts';
import { addShown } from '../corrections/shown-facts.ts';
import type { Tables } from '../database/schema.ts';

/**
 * What was posted, is being posted and may have been posted. A row is claimed once; its owner holds it by a lease with a
 * fencing token, and whatever an earlier owner still writes is refused (`false`).
 */
export interface Ledger extends Posted {
  /** Freezes the text of every part. null when somebody has claimed it before. */
  readonly claim: (subject: Subject, frozen: Frozen, until: Temporal.Instant) => Promise<Held | null>;
  /** Ids of the postings that are open and nobody's, the oldest first. */
  readonly waiting: () => Promise<readonly string[]>;
  /** null when another process was faster. */
  readonly take: (id: string, until: Temporal.Instant) => Promise<Held | null>;
  /**
   * Another text, for a posting of which nothing is in the channel. An attempt at its first part is not forgotten: it may
   * still arrive. null when another process has it.
   */
  readonly refreeze: (held: Held, frozen: Frozen, until: Temporal.Instant) => Promise<Held | null>;
  /** To be on the disk before the part is sent. The first attempt's instant and snowflake stay. */
  readonly attempt: (held: Held, part: number, after: string, until: Temporal.Instant) => Promise<boolean>;
  /** The part is in the channel as `message`, or was and is deleted (null). With its last part the posting is done. */
  readonly settle: (held: Held, part: number, message: string | null) => Promise<boolean>;
  readonly finish: (held: Held, state: 'missed' | 'refused' | 'uncertain', reason: string) => Promise<boolean>;
  /** Leaves it in peace until then, when any process may take it. */
  readonly release: (
    held: Held,
    until: Temporal.Instant,
    counts: { tries: number; refusals: number },
  ) => Promise<boolean>;
  /** What an editor says of an uncertain posting: the doubtful part is there, or is to be posted again. */
  readonly decide: (id: string, verdict: 'there' | 'again') => Promise<boolean>;
  /** Deletes the texts of what was done before; the rows stay, so that nothing is posted twice. */
  readonly clear: (before: Temporal.Instant) => Promise<number>;
}

type Write = (all: Transaction<Tables>) => Promise<void>;

async function insertParts(
  all: Transaction<Tables>,
  id: string,
  { messages }: Frozen,
  first?: Pick<Part, 'tried' | 'after'>,
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

async function read(all: Kysely<Tables>, id: string): Promise<Held | null> {
  const row = await all.selectFrom('posting').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return heldOf(row, await all.selectFrom('part').selectAll().where('posting', '=', id).orderBy('part').execute());
}

export function ledger(db: Kysely<Tables>, clock: Clock): Ledger {
  /** One transaction that begins with the fence: the row lock that it takes keeps the next owner out until the end. */
  const fenced = (held: Held, set: Updateable<Tables['posting']>, write: Write): Promise<boolean> =>
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
    claim: (subject, frozen, until) =>
      db.transaction().execute(async (all) => {
        const { kind, server, channel, edition, date, target, due } = subject;
        const id = idOf(subject);
        const fixed = { id, kind, server, channel, edition, date, target, due: stamp(Temporal.Instant.from(due)) };
        const inserted = await all
          .insertInto('posting')
          .values({
            ...fixed,
            state: 'open',
            reason: null,
            memo: frozen.memo,
            written: stamp(clock.now()),
            token: 1,
            lease: stamp(until),
            tries: 0,
            refusals: 0,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
        await insertParts(all, id, frozen);
        return read(all, id);
      }),
    async waiting() {
      const rows = await db
        .selectFrom('posting')
        .select('id')
        .where('state', '=', 'open')
        .where('lease', '<=', stamp(clock.now()))
        .orderBy('due')
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    take: (id, until) =>
      db.transaction().execute(async (all) => {
        const taken = await all
          .updateTable('posting')
          .set((row) => ({ token: row('token', '+', 1), lease: stamp(until) }))
          .where('id', '=', id)
          .where('state', '=', 'open')
          .where('lease', '<=', stamp(clock.now()))
          .executeTakeFirst();
        return taken.numUpdatedRows === 1n ? read(all, id) : null;
      }),
    async refreeze(held, frozen, until) {
      const text = { memo: frozen.memo, written: stamp(clock.now()), lease: stamp(until) };
      const done = await fenced(held, text, async (all) => {
        await all.deleteFrom('part').where('posting', '=', held.id).execute();
        await insertParts(all, held.id, frozen, held.parts[0]);
      });
      return done ? read(db, held.id) : null;
    },
    attempt: (held, part, after, until) =>
      fenced(held, { lease: stamp(until) }, async (all) => {
        await all
          .updateTable('part')
          .set({ tried: stamp(clock.now()), after })
          .where('posting', '=', held.id)
          .where('part', '=', part)
          .where('tried', 'is', null)
          .execute();
      }),
    settle(held, part, message) {
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
          await addShown(all, { server: held.server, channel: held.target, message, at: clock.now() }, facts);
      });
    },
    finish: (held, state, reason) => fenced(held, { state, reason }, only),
    release: (held, until, { tries, refusals }) => fenced(held, { lease: stamp(until), tries, refusals }, only),
    decide: (id, verdict) =>
      db.transaction().execute(async (all) => {
        const opened = await all
          .updateTable('posting')
          .set((row) => ({ state: 'open', reason: null, token: row('token', '+', 1), lease: stamp(clock.now()) }))
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
    ...posted(db),
    async clear(before) {
      const done = db
        .selectFrom('posting')
        .select('id')
        .where('due', '<', stamp(before))
        .where('state', 'not in', ['open', 'uncertain']);
      const result = await db.deleteFrom('part').where('posting', 'in', done).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
