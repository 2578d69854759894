import type { Act, Change, Revision } from '../data/revisions/revision.ts';
import type { Store } from '../store/store.ts';

/** What of the store may be served, after it was compared with its log. */
export interface TrustOf {
  /** The rows of the table; where a row of the story differs, those that the log proved at the start, and no later ones. */
  revisions(story: string, rows: readonly Revision[]): readonly Revision[];
  provesSnapshots(story: string): boolean;
}

/** Compares the store with its log, once, at the start. */
export async function proveStories(
  { audit, pseudonyms }: Pick<Store, 'audit' | 'pseudonyms'>,
  unproven: (story: string, rows: readonly string[]) => void = () => {},
): Promise<TrustOf> {
  const { log, differences, proven } = await audit.examine();
  const isBroken = 'broken' in log;
  const found = isBroken ? [`Table audit, row ${log.broken}: ${log.why}`] : [];
  const byStory = Map.groupBy(differences, ({ story }) => story ?? '');
  const rows = [...byStory].map(([story, list]) => [story, list.map(({ says }) => says)] as const);
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
  const differs = (story: string): boolean => differences.some((one) => one.story === null || one.story === story);
  return {
    revisions(story, table) {
      // What was approved after a forged claim or approval proves nothing. A row that was moved to another story, and one whose
      // story is not known, count for all.
      const isDifferent = isBroken || differences.some((one) => one.table === 'revision') || differs(story);
      return isDifferent ? revisions.filter((row) => row.story === story) : table;
    },
    provesSnapshots: (story) => !differs(story),
  };
}
