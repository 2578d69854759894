import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';
import { toStorableText } from '../database/storable-text.ts';

/** 132 bits: short enough for the 100 characters of a custom id. */
const ID_LENGTH = 22;

interface NewQuestion {
  readonly story: string;
  readonly server: string | null;
  readonly channel: string;
  readonly asks: string;
  /** Of `users.hash`. */
  readonly asker: string;
}

type State = 'open' | 'answered' | 'dropped';

/** Who asked, and where. `asker` is null once the person was forgotten. */
interface Asker {
  readonly channel: string;
  readonly asker: string | null;
}

interface Question {
  readonly id: string;
  readonly story: string;
  readonly server: string | null;
  readonly asks: string;
  readonly state: State;
  /** An actor. */
  readonly owner: string | null;
  /** The id of the fact that answers it. */
  readonly answer: string | null;
  readonly askers: readonly Asker[];
  /** ISO, UTC. */
  readonly at: string;
}

export interface Questions {
  /**
   * Returns the id of the question: the same for the same words about a story in a server. Asking it again adds an asker;
   * a question that was dropped or answered is reopened, with the new asker alone.
   */
  open(question: NewQuestion): Promise<string>;
  /** Oldest first; those that are open, where no states are given. */
  list(where: {
    story: string;
    server: string | null;
    limit: number;
    states?: readonly State[];
  }): Promise<readonly Question[]>;
  get(id: string): Promise<Question | null>;
  /** false when there is no such open question; the same holds for the next two. */
  own(id: string, actor: string | null): Promise<boolean>;
  answer(id: string, fact: string): Promise<boolean>;
  drop(id: string): Promise<boolean>;
  /** Channels that asked a question which is answered, and have no outbox entry of the kind `answered` for it. */
  untold(): Promise<readonly Untold[]>;
}

interface Untold extends Pick<Question, 'id' | 'story' | 'server' | 'asks' | 'at'> {
  readonly channel: string;
  /** The id of the fact. */
  readonly answer: string;
}

function idOf(story: string, server: string | null, asks: string): string {
  return createHash('sha256')
    .update(JSON.stringify([story, server, asks]))
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

/** Also used inside the transaction that approves the answer. */
export async function updateQuestion(
  db: Kysely<Tables>,
  id: string,
  to: Partial<Pick<Tables['question'], 'state' | 'owner' | 'answer'>>,
): Promise<boolean> {
  const result = await db
    .updateTable('question')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export function questions(db: Kysely<Tables>, clock: Clock): Questions {
  const withAskers = async (row: Tables['question']): Promise<Question> => {
    const askers = await db
      .selectFrom('asker')
      .select(['channel', 'hash'])
      .where('question', '=', row.id)
      .orderBy('channel')
      .orderBy('hash')
      .execute();
    return {
      ...row,
      state: row.state === 'open' || row.state === 'answered' ? row.state : 'dropped',
      askers: askers.map(({ channel, hash }) => ({ channel, asker: hash === '' ? null : hash })),
    };
  };
  return {
    open: ({ story, server, channel, asks: words, asker: hash }) =>
      db.transaction().execute(async (all) => {
        const asks = toStorableText(words);
        const question = idOf(story, server, asks);
        const opened = { state: 'open', owner: null, answer: null, at: toTimestamp(clock.now()) };
        const reopened = await all
          .updateTable('question')
          .set(opened)
          .where('id', '=', question)
          .where('state', '!=', 'open')
          .executeTakeFirst();
        if (reopened.numUpdatedRows === 1n) await all.deleteFrom('asker').where('question', '=', question).execute();
        await all
          .insertInto('question')
          .values({ id: question, story, server, asks, ...opened })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await all
          .insertInto('asker')
          .values({ question, channel, hash })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return question;
      }),
    async list({ story, server, limit, states = ['open'] }) {
      const rows = await db
        .selectFrom('question')
        .selectAll()
        .where('story', '=', story)
        .where('state', 'in', states)
        .where((row) => row('server', server === null ? 'is' : '=', server))
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return Promise.all(rows.map(withAskers));
    },
    async get(id) {
      const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : withAskers(row);
    },
    own: (id, owner) => updateQuestion(db, id, { owner }),
    answer: (id, answer) => updateQuestion(db, id, { state: 'answered', answer }),
    drop: (id) => updateQuestion(db, id, { state: 'dropped' }),
    async untold() {
      const rows = await db
        .selectFrom('question')
        .innerJoin('asker', 'asker.question', 'question.id')
        .leftJoin('posting', (join) =>
          join
            .on('posting.kind', '=', 'answered')
            .onRef('posting.channel', '=', 'asker.channel')
            .onRef('posting.edition', '=', 'question.id')
            .onRef('posting.date', '=', 'question.at'),
        )
        .where('question.state', '=', 'answered')
        .where('posting.id', 'is', null)
        .select(['question.id', 'question.story', 'question.server', 'question.asks', 'question.at'])
        .select(['asker.channel', 'question.answer'])
        .distinct()
        .orderBy('question.at')
        .orderBy('question.id')
        .orderBy('asker.channel')
        .execute();
      return rows.map(({ answer, ...row }) => ({ ...row, answer: answer ?? '' }));
    },
  };
}
