import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { stamp } from './instant.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

/** 132 bits; it goes into the id of a button, which holds 100 characters. */
const ID_LENGTH = 22;

interface NewQuestion {
  readonly story: string;
  readonly server: string | null;
  readonly channel: string;
  readonly asks: string;
  /** Of `people.hash`. */
  readonly asker: string;
}

/** `asker` is null once the asker was forgotten. */
interface OpenQuestion extends Omit<NewQuestion, 'asker'> {
  readonly id: string;
  readonly asker: string | null;
  readonly state: 'open' | 'closed';
  /** ISO, UTC. */
  readonly at: string;
}

export interface Questions {
  /** The id of the question: one and the same for the same words about a story in a server, opened anew if closed. */
  open(question: NewQuestion): Promise<string>;
  /** Those that are open, oldest first. */
  list(where: { story: string; server: string | null; limit: number }): Promise<readonly OpenQuestion[]>;
  /** false when there is no such open question. */
  close(id: string): Promise<boolean>;
}

function idOf(story: string, server: string | null, asks: string): string {
  return createHash('sha256')
    .update(JSON.stringify([story, server, asks]))
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

export function questions(db: Kysely<Tables>, clock: Clock): Questions {
  const openOf = (story: string, server: string | null) =>
    db
      .selectFrom('question')
      .selectAll()
      .where('story', '=', story)
      .where('state', '=', 'open')
      .where((row) => row('server', server === null ? 'is' : '=', server));
  return {
    async open({ story, server, channel, asks: words, asker }) {
      const asks = storable(words);
      const id = idOf(story, server, asks);
      const opened = { channel, asker, state: 'open', at: stamp(clock.now()) };
      await db
        .insertInto('question')
        .values({ id, story, server, asks, ...opened })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(opened).where('question.state', '=', 'closed'))
        .execute();
      return id;
    },
    async list({ story, server, limit }) {
      const rows = await openOf(story, server).orderBy('at').orderBy('id').limit(limit).execute();
      return rows.map((row) => ({ ...row, state: row.state === 'open' ? 'open' : 'closed' }));
    },
    async close(id) {
      const result = await db
        .updateTable('question')
        .set({ state: 'closed' })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
