import type { Clock } from '../clock.ts';
import type { History } from '../commands/command.ts';
import type { Source, Story } from '../data/model/fact.ts';
import type { Store } from '../store/store.ts';
import type { StoryReader } from './story-reader.ts';
import { type StoryViews, buildStoryViews } from './embargo-views.ts';

/** Past versions are asked for rarely, and each takes as much memory as the story. */
const KEPT = 4;

/** Past versions of the stories. @param current today's story, with everything under embargo. */
export function createStoryHistory(
  store: Store,
  clock: Clock,
  reader: StoryReader,
  current: (story: string) => Story | null,
): History['at'] {
  const kept = new Map<string, Promise<StoryViews | null>>();

  async function made(id: string, instant: Temporal.Instant, held: readonly Source[]): Promise<StoryViews | null> {
    const snapshot = await store.snapshots.at(id, instant);
    if (snapshot === null) return null;
    const until = instant.toString();
    const revisions = (await store.revisions.all(id)).filter(
      // The files already hold the revisions that were exported before they were read.
      ({ at, folded }) => isAtMost(at, until) && (folded === null || !isAtMost(folded, snapshot.at)),
    );
    const checked = await reader.judge({ files: snapshot.files, revisions, change: null });
    return 'story' in checked ? buildStoryViews(withEmbargoes(checked.story, held)) : null;
  }

  return async (id, instant) => {
    const now = clock.now();
    const today = current(id);
    if (today === null) return null;
    const held = [...today.sources.values()].filter(
      ({ embargo }) => embargo !== null && !isAtMost(embargo, now.toString()),
    );
    // An editor's name in a revision may change later, or be erased.
    const done = await store.audit.head();
    const key = JSON.stringify([id, instant.epochMilliseconds, done?.seq, held.map(({ id: source }) => source)]);
    const version = kept.get(key) ?? made(id, instant, held);
    kept.delete(key);
    kept.set(key, version);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    const past = await version.catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    return past?.(Temporal.Instant.compare(instant, now) < 0 ? instant : now) ?? null;
  };
}

const isAtMost = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) <= 0;

/** A source under embargo now is left out, even if it was shown at that time. */
function withEmbargoes(story: Story, held: readonly Source[]): Story {
  const sources = new Map(story.sources);
  for (const { id, embargo } of held) {
    const source = sources.get(id);
    if (source) sources.set(id, { ...source, embargo });
  }
  return { ...story, sources };
}
