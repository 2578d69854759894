import type { History } from '../commands/command.ts';
import { createStoryHistory } from './story-history.ts';
import { StoryRegistry, type BaseOptions, type RejectedStory } from './story-registry.ts';
import { createStoryReader } from './story-reader.ts';
import type { StoryViews } from './embargo-views.ts';

export interface WatchOptions extends BaseOptions {
  /** The folder, the store or a story could not be read. Called at most every half minute; loaded stories stay served. */
  readonly trouble: (error: unknown) => void;
  /** Runs it twice a second, until the function that it gives is called. */
  readonly every?: (run: () => Promise<void>) => () => void;
}

/** The current stories: the files, with all approved changes applied. */
export interface LiveStories extends History {
  /** Always the same map; an entry is replaced as a whole. */
  readonly stories: ReadonlyMap<string, StoryViews>;
  /** Stories that do not pass now. */
  readonly refusals: () => readonly RejectedStory[];
  /** Starts a refresh twice a second. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** A change is served after the second refresh; a story of a thousand facts takes half a second, two at most. */
const LOOK_MS = 500;

const often = (run: () => Promise<void>): (() => void) => {
  const timer = setInterval(() => void run(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
};

/**
 * Reads all stories and keeps them current. A version that cannot be read, or fails the check, is not served.
 * @throws when the folder or the store cannot be read at the first refresh.
 */
export async function watchStories({ trouble, every = often, ...options }: WatchOptions): Promise<LiveStories> {
  const { store, clock } = options;
  const reader = createStoryReader();
  const base = new StoryRegistry(options, reader);
  for (const error of await base.look(true)) trouble(error);
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let ending: (() => void) | null = null;
  let told = '';
  const look = async (): Promise<void> => {
    const [error] = await base.look(false).catch((thrown: unknown) => [thrown]);
    const says = error instanceof Error ? error.message : '';
    if (error !== undefined && says !== told) trouble(error);
    told = says;
  };
  /** A running refresh may have missed the change, so one more is queued and shared by all callers. */
  const refresh = (): Promise<void> => {
    next ??= running.then(() => {
      next = null;
      running = look();
      return running;
    });
    return next;
  };
  const past = store && createStoryHistory(store, clock, reader, (id) => base.story(id));
  return {
    stories: base.stories,
    refusals: () => base.refusals,
    at: async (story, instant) => past?.(story, instant) ?? null,
    async dryRun(story, change) {
      const files = base.files(story);
      return files && reader.judge({ files, revisions: (await store?.revisions.list(story)) ?? [], change });
    },
    refresh,
    start() {
      ending ??= every(refresh);
    },
    async stop() {
      ending?.();
      await next;
      await running;
      await reader.close();
    },
  };
}
