import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { type AppendEntry, withAuditLock } from '../audit/hash-chain.ts';
import { type Approval, type Edit, type NewProposal, type Proposal, toProposal, changeSubject } from './proposal.ts';
import { updateQuestion } from './open-questions.ts';
import { latestRevision } from './revisions.ts';
import type { Tables } from '../database/schema.ts';
import { toStorableText } from '../database/storable-text.ts';

/** Changes that need an editor's approval. Each act is one transaction with its row in the audit log. */
export interface Proposals {
  add(proposal: NewProposal): Promise<Proposal>;
  get(id: string): Promise<Proposal | null>;
  /** Oldest first. */
  list(where: {
    story: string;
    server: string;
    states: readonly Proposal['state'][];
    limit: number;
  }): Promise<readonly Proposal[]>;
  /** Makes the next version, without approvals. null when it was edited or decided meanwhile. */
  edit(id: string, version: number, actor: string, edit: Edit): Promise<Proposal | null>;
  /** Submits a draft. null when it is no draft, or has another version. */
  open(id: string, version: number): Promise<Proposal | null>;
  /** The last approval makes it a revision and answers its question. */
  approve(id: string, version: number, actor: string, needed: 1 | 2): Promise<Approval>;
  /** false when it was edited or decided meanwhile. */
  reject(id: string, version: number, actor: string, why: string): Promise<boolean>;
  /** false for anybody but the proposer, and when it was edited or decided meanwhile. */
  withdraw(id: string, version: number, actor: string): Promise<boolean>;
}

const UNDECIDED = ['draft', 'open'];

async function read(db: Kysely<Tables>, id: string): Promise<Proposal | null> {
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const authors = await db.selectFrom('author').select('actor').where('proposal', '=', id).orderBy('actor').execute();
  const approvals = await db
    .selectFrom('approval')
    .select('actor')
    .where('proposal', '=', id)
    .where('version', '=', row.version)
    .orderBy('at')
    .orderBy('actor')
    .execute();
  return toProposal(
    row,
    authors.map(({ actor }) => actor),
    approvals.map(({ actor }) => actor),
  );
}

const isUndecided = (proposal: Proposal | null, version: number): proposal is Proposal =>
  proposal !== null && UNDECIDED.includes(proposal.state) && proposal.version === version;

export function proposals(db: Kysely<Tables>, clock: Clock): Proposals {
  const log = (append: AppendEntry, act: string, actor: string, { id, ...rest }: Proposal, more: object = {}) => {
    const { version, story, change, reason, was, act: kind, question } = rest;
    return append({
      actor,
      act,
      subject: id,
      body: { version, story, act: kind, change, reason, was, question, ...more },
    });
  };
  const set = (all: Kysely<Tables>, id: string, to: Partial<Tables['proposal']>) =>
    all.updateTable('proposal').set(to).where('id', '=', id).execute();

  return {
    add: (given) =>
      withAuditLock(db, clock, async (all, append) => {
        const { story, server, act, base, proposer, question, state } = given;
        const change = JSON.stringify(given.change);
        const subject = changeSubject(given.change);
        const id = randomBytes(12).toString('base64url');
        const { at } = await append({
          actor: proposer,
          act: 'propose',
          subject: id,
          body: { ...given, proposer: undefined },
        });
        const text = { reason: storableOrNull(given.reason), was: storableOrNull(given.was) };
        const open = { decided: null, why: null, at };
        const newest = await latestRevision(all, story, subject);
        await all
          .insertInto('proposal')
          .values({
            id,
            version: 1,
            story,
            server,
            act,
            change,
            subject,
            ...text,
            base,
            newest,
            state,
            proposer,
            question,
            ...open,
          })
          .execute();
        await all.insertInto('author').values({ proposal: id, actor: proposer }).execute();
        return (await read(all, id)) ?? never(id);
      }),
    get: (id) => read(db, id),
    async list({ story, server, states, limit }) {
      const rows = await db
        .selectFrom('proposal')
        .select('id')
        .where('story', '=', story)
        .where('server', '=', server)
        .where('state', 'in', states)
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      const found = await Promise.all(rows.map(({ id }) => read(db, id)));
      return found.filter((proposal) => proposal !== null);
    },
    edit: (id, version, actor, edit) =>
      withAuditLock(db, clock, async (all, append) => {
        const before = await read(all, id);
        if (!isUndecided(before, version)) return null;
        const now = { ...before, ...edit };
        const subject = changeSubject(now.change);
        await set(all, id, {
          version: version + 1,
          act: now.act,
          change: JSON.stringify(now.change),
          subject,
          reason: storableOrNull(now.reason),
          was: storableOrNull(now.was),
          base: now.base,
          question: now.question,
          newest: await latestRevision(all, now.story, subject),
        });
        await all
          .insertInto('author')
          .values({ proposal: id, actor })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const after = (await read(all, id)) ?? never(id);
        await log(append, 'edit', actor, after);
        return after;
      }),
    open: (id, version) =>
      withAuditLock(db, clock, async (all, append) => {
        const before = await read(all, id);
        if (!isUndecided(before, version) || before.state !== 'draft') return null;
        await set(all, id, { state: 'open' });
        await log(append, 'open', before.proposer, before);
        return { ...before, state: 'open' };
      }),
    approve: (id, version, actor, needed) =>
      withAuditLock(db, clock, async (all, append) => {
        const proposal = await read(all, id);
        if (proposal?.state !== 'open') return 'closed';
        if (proposal.authors.includes(actor)) return 'own';
        if (proposal.version !== version) return 'stale';
        if (proposal.approvals.includes(actor)) return 'twice';
        const { story, act, change, proposer, question } = proposal;
        const subject = changeSubject(change);
        const { newest } = await all
          .selectFrom('proposal')
          .select('newest')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if ((await latestRevision(all, story, subject)) !== newest) return 'stale';
        // A number that was approved once is never given to a second fact.
        if ((act === 'add' || act === 'update') && newest !== 0) return 'stale';
        const approvers = [...proposal.approvals, actor];
        const isEnough = approvers.length >= needed;
        const { seq, at } = await log(append, isEnough ? 'approve' : 'count', actor, proposal, { approvers });
        await all.insertInto('approval').values({ proposal: id, version, actor, at }).execute();
        if (!isEnough) return 'counted';
        await set(all, id, { state: 'approved', decided: at });
        const { reason, was } = proposal;
        const fixed = { story, subject, act, change: JSON.stringify(change), reason, was, at, proposer, folded: null };
        await all
          .insertInto('revision')
          .values({ seq, id, ...fixed, approvers: JSON.stringify(approvers) })
          .execute();
        if (question !== null) await updateQuestion(all, question, { state: 'answered', answer: change.id });
        return 'approved';
      }),
    reject: (id, version, actor, why) =>
      withAuditLock(db, clock, async (all, append) => {
        const proposal = await read(all, id);
        if (!isUndecided(proposal, version)) return false;
        const { at } = await log(append, 'reject', actor, proposal, { why });
        await set(all, id, { state: 'rejected', decided: at, why: toStorableText(why) });
        return true;
      }),
    withdraw: (id, version, actor) =>
      withAuditLock(db, clock, async (all, append) => {
        const proposal = await read(all, id);
        if (!isUndecided(proposal, version) || proposal.proposer !== actor) return false;
        const { at } = await log(append, 'withdraw', actor, proposal);
        await set(all, id, { state: 'withdrawn', decided: at });
        return true;
      }),
  };
}

const storableOrNull = (text: string | null): string | null => (text === null ? null : toStorableText(text));

function never(id: string): never {
  throw new Error(`The proposal ${id} is gone in the middle of its own transaction.`);
}

export type { Approval, NewProposal, Proposal } from './proposal.ts';

/**
 * Deletes a forgotten person's approvals of undecided proposals, and withdraws undecided proposals that the person wrote:
 * under a new pseudonym the person could approve them.
 */
export async function eraseActor(all: Kysely<Tables>, append: AppendEntry, actor: string, at: string): Promise<number> {
  const own = all.selectFrom('author').select('proposal').where('actor', '=', actor);
  const open = await all
    .selectFrom('proposal')
    .select(['id', 'version'])
    .where('id', 'in', own)
    .where('state', 'in', UNDECIDED)
    .orderBy('id')
    .execute();
  for (const { id, version } of open) {
    await append({ actor, act: 'withdraw', subject: id, body: { version, forgotten: true } });
    await all.updateTable('proposal').set({ state: 'withdrawn', decided: at }).where('id', '=', id).execute();
  }
  const undecided = all.selectFrom('proposal').select('id').where('state', 'in', UNDECIDED);
  await all.deleteFrom('approval').where('actor', '=', actor).where('proposal', 'in', undecided).execute();
  return open.length;
}
