import type { Act, Change, Revision } from '../data/revisions/revision.ts';
import { describeDifference } from '../store/audit/difference.ts';
import type { Store } from '../store/store.ts';

/** What of the store may be served, after it was compared with its log. */
export interface TrustOf {
  /** The rows of the table, or those that the log proves and the ones that were approved since. */
  revisions(story: string, rows: readonly Revision[]): readonly Revision[];
  provesSnapshots(story: string): boolean;
}

/** Compares the store with its log, once, at the start. */
export async function proveStories(
  { audit, pseudonyms }: Pick<Store, 'audit' | 'pseudonyms'>,
  unproven: (story: string, rows: readonly string[]) => void = () => {},
): Promise<TrustOf> {
  const { log, differences, proven, last } = await audit.examine();
  const isBroken = 'broken' in log;
  const found = isBroken ? [`Table audit, row ${log.broken}: ${log.why}`] : [];
  const byStory = Map.groupBy(differences, ({ story }) => story ?? '');
  const rows = [...byStory].map(([story, list]) => [story, list.map(describeDifference)] as const);
  if (isBroken) unproven('', found);
  for (const [story, list] of rows) unproven(story, list);

  const approvers = proven.map((row) => JSON.parse(row.approvers) as readonly string[]);
  const names = await pseudonyms.names(approvers.flat());
  const revisions = proven.map(({ seq, id, story, act, change, reason, was, at }, n): Revision => ({
    seq,
    id,
    story,
    act: act as Act,
    change: JSON.parse(change) as Change,
    reason,
    was,
    at,
    by: (approvers[n] ?? []).flatMap((actor) => names.get(actor) ?? []).join(', '),
  }));
  const differs = (story: string, tables: readonly string[]): boolean =>
    differences.some((one) => tables.includes(one.table) && (one.story === null || one.story === story));
  return {
    revisions(story, table) {
      // A row that was moved to another story differs in both.
      const isProven = !isBroken && !differences.some((one) => one.table === 'revision');
      if (isProven) return table;
      const fresh = table.filter(({ seq }) => seq > last);
      return [...revisions.filter((row) => row.story === story), ...fresh];
    },
    provesSnapshots: (story) => !differs(story, ['snapshot', 'content']),
  };
}
