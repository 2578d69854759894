import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { nextDue, type DueBrief, type ScheduleRule } from './due.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** The settings of a daily brief: one a channel and edition. */
interface NewDigest extends Omit<ScheduleRule, 'since'> {
  readonly server: string;
  readonly channel: string;
  /** The name of the edition, `morning`; 1 to 32 characters, unique in its channel. */
  readonly edition: string;
}

/** `parked`: Discord refuses the channel, and `reason` says why; nothing is tried until somebody resumes it. */
export interface DigestSchedule extends NewDigest, ScheduleRule {
  readonly state: 'on' | 'paused' | 'parked';
  readonly reason: string | null;
}

export interface Digests {
  /** Adds or changes it, from now on. @throws RangeError for a time or a zone that does not exist. */
  readonly set: (digest: NewDigest) => Promise<void>;
  readonly pause: (channel: string, edition: string) => Promise<boolean>;
  /** From now on: briefs that were due in between do not count as missed. */
  readonly resume: (channel: string, edition: string) => Promise<boolean>;
  /** false when it was parked already. */
  readonly park: (channel: string, edition: string, reason: string) => Promise<boolean>;
  readonly remove: (channel: string, edition: string) => Promise<boolean>;
  readonly ofServer: (server: string) => Promise<readonly DigestSchedule[]>;
  /** Those that are neither paused nor parked. */
  readonly on: () => Promise<readonly DigestSchedule[]>;
  /** The next brief; null where no weekday is set. */
  readonly next: (timing: ScheduleRule) => DueBrief | null;
}

function digestOf(row: Tables['digest']): DigestSchedule {
  const { days, state, ...rest } = row;
  return {
    ...rest,
    days: [...days].map(Number),
    state: state === 'paused' || state === 'parked' ? state : 'on',
  };
}

export function digests(db: Kysely<Tables>, clock: Clock): Digests {
  const change = async (
    channel: string,
    edition: string,
    from: readonly DigestSchedule['state'][],
    to: Partial<Tables['digest']>,
  ) => {
    const result = await db
      .updateTable('digest')
      .set(to)
      .where('channel', '=', channel)
      .where('edition', '=', edition)
      .where('state', 'in', from)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  };
  return {
    async set({ server, channel, edition, time, zone, days }) {
      const row = {
        server,
        time,
        zone,
        days: days.join(''),
        since: toTimestamp(clock.now()),
        state: 'on',
        reason: null,
      };
      // Throws for a time or a zone that does not exist, before it is stored.
      nextDue({ time, zone, days: [1, 2, 3, 4, 5, 6, 7], since: row.since }, clock.now());
      await db
        .insertInto('digest')
        .values({ channel, edition, ...row })
        .onConflict((conflict) => conflict.columns(['channel', 'edition']).doUpdateSet(row))
        .execute();
    },
    pause: (channel, edition) => change(channel, edition, ['on', 'parked'], { state: 'paused', reason: null }),
    resume: (channel, edition) =>
      change(channel, edition, ['paused', 'parked'], { state: 'on', reason: null, since: toTimestamp(clock.now()) }),
    park: (channel, edition, reason) => change(channel, edition, ['on'], { state: 'parked', reason }),
    async remove(channel, edition) {
      const result = await db
        .deleteFrom('digest')
        .where('channel', '=', channel)
        .where('edition', '=', edition)
        .executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    async ofServer(server) {
      const rows = await db
        .selectFrom('digest')
        .selectAll()
        .where('server', '=', server)
        .orderBy('channel')
        .orderBy('edition')
        .execute();
      return rows.map(digestOf);
    },
    async on() {
      const rows = await db.selectFrom('digest').selectAll().where('state', '=', 'on').execute();
      return rows.map(digestOf);
    },
    next: (timing) => nextDue(timing, clock.now()),
  };
}
