import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** One correction of one fact. Its text is in the fact itself. */
export interface NewCorrection {
  /** The same in every process. */
  readonly id: string;
  readonly story: string;
  readonly fact: string;
  readonly act: 'correct' | 'retract';
  /** The day that the banner names. */
  readonly day: string;
  /** The version of the fact with the correction. */
  readonly version: string;
}

export interface Correction extends Omit<NewCorrection, 'version'> {
  /** When it was recorded. ISO, UTC. */
  readonly at: string;
}

/** A message that shows the fact without the correction. `no room`: a banner would break Discord's limits. */
export interface AffectedMessage {
  readonly channel: string;
  readonly server: string | null;
  readonly message: string;
  readonly state: 'waiting' | 'marked' | 'no room' | 'unreached';
  /** Why it was not reached: Discord's error code, or `deleted`. */
  readonly reason: string | null;
}

/** A message that this process may edit until the lease ends. */
export interface LeasedMessage {
  readonly message: string;
  readonly channel: string;
  readonly server: string | null;
  /** Ids of the corrections that it needs, oldest first. */
  readonly corrections: readonly string[];
  /** The fencing token: writes of an earlier holder are refused. */
  readonly token: number;
  readonly tries: number;
  readonly refusals: number;
}

type Outcome = Pick<AffectedMessage, 'state' | 'reason'> & { readonly correction: string };

export interface CorrectionQueue {
  /** Records corrections that are in the facts now. Known ones are left unchanged. */
  record(corrections: readonly NewCorrection[]): Promise<void>;
  /** Those that may still have messages to reach, oldest first. */
  openCorrections(): Promise<readonly Correction[]>;
  close(correction: string): Promise<void>;
  /**
   * Queues every message that shows a version of the fact without the correction. A message that is newer than the
   * correction counts only if it is older than `settled`: by then every process has recorded its versions.
   */
  queueAffected(correction: Correction, settled: Temporal.Instant): Promise<void>;
  /** Oldest message first. */
  affectedBy(correction: string): Promise<readonly AffectedMessage[]>;
  /** Messages that need a banner and have no lease, newest first: those are read most. */
  pending(): Promise<readonly { readonly message: string; readonly channel: string }[]>;
  /** null when another process holds it, or it needs no banner any more. */
  lease(message: string, until: Temporal.Instant): Promise<LeasedMessage | null>;
  /** false when another process holds it now. */
  complete(leased: LeasedMessage, outcomes: readonly Outcome[]): Promise<boolean>;
  release(
    leased: LeasedMessage,
    until: Temporal.Instant,
    counts: Pick<LeasedMessage, 'tries' | 'refusals'>,
  ): Promise<boolean>;
}

const STATES = ['waiting', 'marked', 'no room', 'unreached'] as const;

/** Message ids are growing numbers without leading zeros. */
const byAge = (a: { readonly message: string }, b: { readonly message: string }): number =>
  a.message.length - b.message.length || (a.message < b.message ? -1 : 1);

const correctionOf = ({ act, state: _state, ...row }: Tables['correction']): Correction => ({
  ...row,
  act: act === 'retract' ? 'retract' : 'correct',
});

export function correctionQueue(db: Kysely<Tables>, clock: Clock): CorrectionQueue {
  const waitingFor = (all: Kysely<Tables>, message: string) =>
    all
      .selectFrom('mark')
      .innerJoin('correction', 'correction.id', 'mark.correction')
      .where('mark.message', '=', message)
      .where('mark.state', '=', 'waiting')
      .select(['mark.correction', 'mark.server'])
      .orderBy('correction.at')
      .orderBy('correction.id')
      .execute();

  return {
    async record(corrections) {
      if (corrections.length === 0) return;
      const stories = [...new Set(corrections.map(({ story }) => story))];
      const rows = await db
        .selectFrom('corrected')
        .innerJoin('correction', 'correction.id', 'corrected.correction')
        .where('correction.story', 'in', stories)
        .select(['corrected.correction', 'corrected.version'])
        .execute();
      const known = new Set(rows.map(({ correction, version }) => `${correction} ${version}`));
      for (const { version, ...row } of corrections) {
        if (known.has(`${row.id} ${version}`)) continue;
        await db.transaction().execute(async (all) => {
          await all
            .insertInto('correction')
            .values({ ...row, at: toTimestamp(clock.now()), state: 'open' })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          await all
            .insertInto('corrected')
            .values({ correction: row.id, version })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        });
      }
    },
    async openCorrections() {
      const rows = await db
        .selectFrom('correction')
        .selectAll()
        .where('state', '=', 'open')
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(correctionOf);
    },
    async close(correction) {
      await db.updateTable('correction').set({ state: 'closed' }).where('id', '=', correction).execute();
    },
    async queueAffected({ id, story, fact, at }, settled) {
      const found = await db
        .selectFrom('shown')
        .select(['message', 'channel', 'server'])
        .where('story', '=', story)
        .where('fact', '=', fact)
        .where((row) => row.or([row('at', '<=', at), row('at', '<=', toTimestamp(settled))]))
        .where('version', 'not in', (all) => all.selectFrom('corrected').select('version').where('correction', '=', id))
        .where('message', 'not in', (all) => all.selectFrom('mark').select('message').where('correction', '=', id))
        .execute();
      for (const { message, channel, server } of found) {
        await db.transaction().execute(async (all) => {
          await all
            .insertInto('mark')
            .values({ correction: id, message, channel, server, state: 'waiting', reason: null })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          await all
            .insertInto('marking')
            .values({ message, channel, lease: toTimestamp(clock.now()), token: 0, tries: 0, refusals: 0 })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        });
      }
    },
    async affectedBy(correction) {
      const rows = await db.selectFrom('mark').selectAll().where('correction', '=', correction).execute();
      return rows
        .map(({ channel, server, message, state, reason }) => ({
          channel,
          server,
          message,
          state: STATES.find((known) => known === state) ?? 'waiting',
          reason,
        }))
        .toSorted(byAge);
    },
    async pending() {
      const rows = await db
        .selectFrom('marking')
        .select(['message', 'channel'])
        .where('lease', '<=', toTimestamp(clock.now()))
        .where('message', 'in', (all) => all.selectFrom('mark').select('message').where('state', '=', 'waiting'))
        .execute();
      return rows.toSorted(byAge).toReversed();
    },
    lease: (message, until) =>
      db.transaction().execute(async (all) => {
        const taken = await all
          .updateTable('marking')
          .set((row) => ({ token: row('token', '+', 1), lease: toTimestamp(until) }))
          .where('message', '=', message)
          .where('lease', '<=', toTimestamp(clock.now()))
          .executeTakeFirst();
        if (taken.numUpdatedRows !== 1n) return null;
        const found = await waitingFor(all, message);
        const row = await all.selectFrom('marking').selectAll().where('message', '=', message).executeTakeFirst();
        if (row === undefined || found.length === 0) return null;
        const { channel, token, tries, refusals } = row;
        const corrections = found.map(({ correction }) => correction);
        return { message, channel, server: found[0]?.server ?? null, corrections, token, tries, refusals };
      }),
    complete: ({ message, token }, outcomes) =>
      db.transaction().execute(async (all) => {
        const free = { lease: toTimestamp(clock.now()), tries: 0, refusals: 0 };
        const fence = await all
          .updateTable('marking')
          .set(free)
          .where('message', '=', message)
          .where('token', '=', token)
          .executeTakeFirst();
        if (fence.numUpdatedRows !== 1n) return false;
        for (const { correction, state, reason } of outcomes) {
          await all
            .updateTable('mark')
            .set({ state, reason })
            .where('correction', '=', correction)
            .where('message', '=', message)
            .where('state', '=', 'waiting')
            .execute();
        }
        return true;
      }),
    async release({ message, token }, until, { tries, refusals }) {
      const released = await db
        .updateTable('marking')
        .set({ lease: toTimestamp(until), tries, refusals })
        .where('message', '=', message)
        .where('token', '=', token)
        .executeTakeFirst();
      return released.numUpdatedRows === 1n;
    },
  };
}
