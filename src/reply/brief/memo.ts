import type { Story } from '../../data/model/fact.ts';
import type { ToldFacts } from './brief.ts';

/**
 * What a channel was told, for its next brief: the version of every fact as it was then, as text that the store keeps
 * without reading it.
 */
export const writeMemo = (story: Story): string =>
  JSON.stringify({ story: story.id, facts: [...story.facts.values()].map(({ id, version }) => [id, version]) });

/** Reads a memo back. Nothing is known of a story that the channel has been told nothing of. */
export function readMemo(memo: string | null, story: Story): ToldFacts {
  const read: unknown = memo === null ? null : JSON.parse(memo);
  if (typeof read !== 'object' || read === null || !('story' in read) || read.story !== story.id) return new Map();
  const pairs: readonly unknown[] = 'facts' in read && Array.isArray(read.facts) ? read.facts : [];
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [id, version]: readonly unknown[] = Array.isArray(pair) ? pair : [];
      return typeof id === 'string' && typeof version === 'string' ? [[id, version]] : [];
    }),
  );
}
