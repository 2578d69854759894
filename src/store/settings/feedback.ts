import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';
import { toStorableText } from '../database/storable-text.ts';

/** `miss`: a question without an answer. `wrong`: an answer that the asker called wrong; `expected` is the right one. */
interface NewMiss {
  readonly kind: 'miss' | 'wrong';
  readonly story: string;
  readonly server: string | null;
  readonly channel: string;
  readonly command: string;
  readonly asked: string;
  readonly expected: string | null;
  readonly locale: string;
  /** Of `users.hash`. */
  readonly asker: string;
}

interface Miss extends NewMiss {
  readonly id: string;
  /** ISO, UTC. */
  readonly at: string;
}

export interface Feedback {
  /** The id of the new row. */
  add(miss: NewMiss): Promise<string>;
  /** Newest first. */
  list(where: { story: string; server: string | null; limit: number }): Promise<readonly Miss[]>;
  /** Deletes older rows and returns their number. */
  clear(before: Temporal.Instant): Promise<number>;
}

export function feedback(db: Kysely<Tables>, clock: Clock): Feedback {
  return {
    async add(miss) {
      const id = randomUUID();
      const { kind, story, server, channel, command, asked, expected, locale, asker } = miss;
      await db
        .insertInto('miss')
        .values({
          id,
          kind,
          story,
          server,
          channel,
          command,
          asked: toStorableText(asked),
          expected: expected === null ? null : toStorableText(expected),
          locale,
          asker,
          at: toTimestamp(clock.now()),
        })
        .execute();
      return id;
    },
    async list({ story, server, limit }) {
      const rows = await db
        .selectFrom('miss')
        .selectAll()
        .where('story', '=', story)
        .where((row) => row('server', server === null ? 'is' : '=', server))
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, kind: row.kind === 'wrong' ? 'wrong' : 'miss' }));
    },
    async clear(before) {
      const result = await db.deleteFrom('miss').where('at', '<', toTimestamp(before)).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
