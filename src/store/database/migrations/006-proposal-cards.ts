import { type Kysely, sql } from 'kysely';

/**
 * Cards of proposals move into the outbox. The memo says what a card shows (`proposal-cards.ts`); of an undecided proposal
 * it stays null, so that its card is edited once more: an edit of it may have been lost.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const shown = sql`version || ' ' || state || ' ' ||
    (select count(*) from approval where approval.proposal = proposal.id and approval.version = proposal.version)`;
  const posted = sql`from proposal where channel is not null and message is not null`;
  await sql`insert into posting (id, kind, server, channel, edition, date, target, due, state, reason, memo, written,
      token, lease, tries, refusals)
    select 'card ' || id, 'proposal', server, channel, id, '0', channel, at, 'posted', null,
      case when state in ('draft', 'open') then null else ${shown} end, at, 0, at, 0, 0 ${posted}`.execute(db);
  await sql`insert into part (posting, part, body, facts, files, tried, after, state, message)
    select 'card ' || id, 0, '{}', '[]', null, at, null, 'posted', message ${posted}`.execute(db);
  await db.schema.createIndex('posting_edition').on('posting').columns(['edition', 'kind']).execute();
  await db.schema.alterTable('proposal').dropColumn('channel').execute();
  await db.schema.alterTable('proposal').dropColumn('message').execute();
}
