import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Proposal } from '../curation/proposal.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** An open proposal that has no card in the channel in which its story is curated. */
interface MissingCard {
  readonly proposal: string;
  readonly server: string;
  readonly channel: string;
  /** How many cards it had before: those were deleted, or were for another channel. */
  readonly earlier: number;
}

/** Which cards of proposals are to be posted or edited. It follows from the rows alone, so a crash loses nothing. */
export interface ProposalCards {
  /** Oldest first. A card that is being posted to the right channel is not missing. */
  missing(proposal?: string): Promise<readonly MissingCard[]>;
  /** Outbox ids of posted cards that show another version, state or number of approvals, and have no lease. */
  outdated(): Promise<readonly string[]>;
  /** The outbox id of the posted card of a proposal. */
  posted(proposal: string): Promise<string | null>;
}

/** What the memo of a card says once it shows the proposal. */
export const shownBy = ({ version, state, approvals }: Pick<Proposal, 'version' | 'state' | 'approvals'>): string =>
  `${version} ${state} ${approvals.length}`;

/** The same in SQL. */
const shown = sql<string>`proposal.version || ' ' || proposal.state || ' ' ||
  (select count(*) from approval where approval.proposal = proposal.id and approval.version = proposal.version)`;

export function proposalCards(db: Kysely<Tables>, clock: Clock): ProposalCards {
  const posted = () =>
    db
      .selectFrom('posting')
      .innerJoin('part', 'part.posting', 'posting.id')
      .where('posting.kind', '=', 'proposal')
      .where('posting.state', '=', 'posted')
      .where('part.state', '=', 'posted');
  const entries = (row: ExpressionBuilder<Tables, 'proposal' | 'curator'>) =>
    row.selectFrom('posting').where('posting.kind', '=', 'proposal').whereRef('posting.edition', '=', 'proposal.id');
  return {
    async missing(proposal) {
      const rows = await db
        .selectFrom('proposal')
        .innerJoin('curator', (join) =>
          join.onRef('curator.story', '=', 'proposal.story').onRef('curator.server', '=', 'proposal.server'),
        )
        .where('proposal.state', '=', 'open')
        .$if(proposal !== undefined, (query) => query.where('proposal.id', '=', proposal ?? ''))
        .where((row) =>
          row.not(
            row.exists(
              entries(row)
                .innerJoin('part', 'part.posting', 'posting.id')
                .where('part.state', '!=', 'deleted')
                .where((entry) =>
                  entry.or([
                    entry('posting.state', '=', 'posted'),
                    entry.and([
                      entry('posting.state', '=', 'open'),
                      entry('posting.channel', '=', entry.ref('curator.channel')),
                    ]),
                  ]),
                )
                .select('posting.id'),
            ),
          ),
        )
        .select(['proposal.id as proposal', 'curator.server', 'curator.channel'])
        .select((row) => entries(row).select(row.fn.countAll().as('entries')).as('earlier'))
        .orderBy('proposal.at')
        .orderBy('proposal.id')
        .execute();
      return rows.map((row) => ({ ...row, earlier: Number(row.earlier) }));
    },
    async outdated() {
      const rows = await posted()
        .innerJoin('proposal', 'proposal.id', 'posting.edition')
        .where('posting.lease', '<=', toTimestamp(clock.now()))
        .where((row) => row.or([row('posting.memo', 'is', null), row('posting.memo', '!=', shown)]))
        .select('posting.id')
        .orderBy('posting.due')
        .orderBy('posting.id')
        .execute();
      return rows.map(({ id }) => id);
    },
    async posted(proposal) {
      const row = await posted().where('posting.edition', '=', proposal).select('posting.id').executeTakeFirst();
      return row?.id ?? null;
    },
  };
}
