import type { Kysely } from 'kysely';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** One version of a fact that a message shows. */
export interface ShownFact {
  readonly story: string;
  readonly fact: string;
  readonly version: string;
}

/** A message that everybody sees. Ephemeral ones cannot be edited later, so they are not recorded. */
interface Recorded {
  readonly server: string | null;
  readonly channel: string;
  readonly message: string;
}

interface Showing extends ShownFact, Recorded {
  /** When it was last recorded. ISO, UTC. */
  readonly at: string;
}

export interface ShownFacts {
  /** Records a message. Recording it again after an edit replaces the versions. */
  add(message: Recorded & { readonly at: Temporal.Instant }, facts: readonly ShownFact[]): Promise<void>;
  /** Every message that shows the fact, oldest first. */
  of(story: string, fact: string): Promise<readonly Showing[]>;
}

/** Also used inside the transaction that records a message as posted. */
export async function recordShown(
  db: Kysely<Tables>,
  { server, channel, message, at }: Recorded & { readonly at: Temporal.Instant },
  facts: readonly ShownFact[],
): Promise<void> {
  for (const { story, fact, version } of facts) {
    await db
      .insertInto('shown')
      .values({ message, channel, server, story, fact, version, at: toTimestamp(at) })
      .onConflict((conflict) => conflict.columns(['message', 'fact']).doUpdateSet({ version, at: toTimestamp(at) }))
      .execute();
  }
}

export function shown(db: Kysely<Tables>): ShownFacts {
  return {
    add: (message, facts) => db.transaction().execute((all) => recordShown(all, message, facts)),
    of: (story, fact) =>
      db
        .selectFrom('shown')
        .selectAll()
        .where('story', '=', story)
        .where('fact', '=', fact)
        .orderBy('at')
        .orderBy('message')
        .execute(),
  };
}
