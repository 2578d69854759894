import type { Clock } from '../clock.ts';
import { withholds } from '../data/embargo.ts';
import type { Story } from '../data/model/fact.ts';
import type { StoryFiles } from '../data/files/read-folder.ts';
import { linked, type LoadFailure } from '../data/load.ts';
import type { IndexCache } from '../search/story-search.ts';
import type { Revision } from '../data/revisions/revision.ts';
import type { Store } from '../store/store.ts';
import type { FolderSnapshot, ValidationRequest, StoryReader } from './story-reader.ts';
import type { SentenceVectors } from '../search/story-search.ts';
import { proveStories, type TrustOf } from './proven-stories.ts';
import { type StoryViews, buildStoryViews } from './embargo-views.ts';
import { encodeStory, withMeaning } from './meaning-views.ts';

/** A story whose files or approved changes fail the check: its last good version stays served. */
export interface RejectedStory extends LoadFailure {
  /** Of the files. */
  readonly version: string;
  /** Some of the files is under embargo: the problems may quote it, so they must not be shown. */
  readonly hides: boolean;
}

export interface BaseOptions {
  /** Where the stories are. */
  readonly folder: string;
  readonly store: Store | null;
  readonly clock: Clock;
  /** Where indexes are kept between starts; absent or null to build each. */
  readonly indexCache?: IndexCache | null;
  /** What finds by meaning; absent or null to find by words and names alone. */
  readonly sentences?: SentenceVectors | null;
  /** Called at the start of a story with the rows of the store that differ from the log. */
  readonly unproven?: (story: string, rows: readonly string[]) => void;
  /** Called once for each version of the files. */
  readonly report: (refused: RejectedStory) => void;
  /** false serves a version at its first reading, even of a half-written file. For tests only. */
  readonly settles?: boolean;
}

/** The state of one story. */
interface StoryState {
  /** The version of the files at the last refresh. */
  seen: string;
  files: StoryFiles | null;
  isLink: boolean;
  isGone: boolean;
  /** Files and changes that were checked last. */
  judged: string;
  /** A version that the check failed to finish, and after how many refreshes it is tried again. */
  failed: string;
  rest: number;
  /** The served files, and their story before embargoes are applied. */
  good: StoryFiles | null;
  /** The changes applied to them. */
  laid: string;
  story: Story | null;
  refused: RejectedStory | null;
  /** The version of the files whose snapshot is in the store. */
  stored: string | null;
}

const NEW: Omit<StoryState, 'seen' | 'files' | 'isLink'> = {
  isGone: false,
  judged: '',
  failed: '',
  rest: 0,
  good: null,
  laid: '',
  story: null,
  refused: null,
  stored: null,
};

/** Half a minute: a defect, or lack of memory, would fail again at once and delay the other stories. */
const REST = 60;

/** The stories as of the last refresh. */
export class StoryRegistry {
  /** By id, sorted. An entry is replaced as a whole; all entries of one refresh change at the same moment. */
  readonly stories = new Map<string, StoryViews>();
  readonly #held = new Map<string, StoryState>();
  readonly #options: BaseOptions;
  readonly #reader: StoryReader;
  #done = -1;
  #revisions: ReadonlyMap<string, readonly Revision[]> = new Map();
  /** By story: what was found at the start. */
  #trust: TrustOf | null = null;

  constructor(options: BaseOptions, reader: StoryReader) {
    this.#options = options;
    this.#reader = reader;
  }

  get refusals(): readonly RejectedStory[] {
    return [...this.#held.values()].flatMap(({ refused }) => refused ?? []);
  }

  /** The story with everything under embargo. */
  story(id: string): Story | null {
    return this.#held.get(id)?.story ?? null;
  }

  files(id: string): StoryFiles | null {
    return this.#held.get(id)?.good ?? null;
  }

  /**
   * Reads revisions before files: a revision exported in between is applied twice (idempotent), never missed.
   * @param isFirst nothing is served yet, so a version is served without a second reading.
   * @returns the errors of stories that could not be checked; the others were.
   */
  async look(isFirst: boolean): Promise<readonly unknown[]> {
    const { folder, store, settles = true } = this.#options;
    const seen = Object.fromEntries([...this.#held].map(([id, held]) => [id, held.seen]));
    this.#trust ??= store === null ? null : await proveStories(store, this.#options.unproven);
    const done = store === null ? 0 : ((await store.audit.head())?.seq ?? 0);
    const revisions = done === this.#done ? null : await this.#read(Object.keys(seen));
    const folders = await this.#reader.look(folder, seen);
    const fresh = folders.filter(({ id }) => !this.#held.has(id)).map(({ id }) => id);
    const missing = await this.#read(fresh);
    this.#revisions = new Map([...(revisions ?? this.#revisions), ...missing]);
    this.#done = done;
    const troubles: unknown[] = [];
    for (const found of folders) {
      const isSettled = this.#meet(found) || isFirst || !settles;
      if (isSettled) await this.#judge(found.id, found.version).catch((error: unknown) => troubles.push(error));
    }
    this.#leave(new Set(folders.map(({ id }) => id)), settles);
    return troubles;
  }

  async #read(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Revision[]>> {
    const { store } = this.#options;
    const lists = await Promise.all(
      ids.map(async (id) => [id, store === null ? [] : await this.#listed(id, store)] as const),
    );
    return new Map(lists);
  }

  /** The revisions of a story: those that the log proves, where rows of the store differed at the start. */
  async #listed(id: string, store: Store): Promise<readonly Revision[]> {
    const rows = await store.revisions.list(id);
    return this.#trust?.revisions(id, rows) ?? rows;
  }

  /** Whether the folder is unchanged since the last refresh. */
  #meet({ id, version, files, isLink }: FolderSnapshot): boolean {
    const held = this.#held.get(id);
    if (!held) {
      this.#held.set(id, { ...NEW, seen: version, files, isLink });
      return false;
    }
    const isSame = held.seen === version;
    Object.assign(held, { seen: version, files: files ?? held.files, isLink, isGone: false });
    return isSame;
  }

  /** Missing twice means removed: a folder that is being replaced is missing for a moment. */
  #leave(there: ReadonlySet<string>, settles: boolean): void {
    for (const [id, held] of this.#held) {
      if (there.has(id)) continue;
      if (held.isGone || !settles) {
        this.#held.delete(id);
        this.stories.delete(id);
      } else {
        held.isGone = true;
      }
    }
  }

  async #judge(id: string, version: string): Promise<void> {
    const held = this.#held.get(id);
    const revisions = this.#revisions.get(id) ?? [];
    const judged = JSON.stringify([version, revisions]);
    if (!held || held.judged === judged) {
      if (held?.refused === null && held.good) await this.#remember(id, held);
      return;
    }
    const { files, isLink } = held;
    held.rest = held.failed === judged ? held.rest - 1 : 0;
    if (held.rest > 0) return;
    Object.assign(held, { failed: judged, rest: REST });
    const checked =
      isLink || !files
        ? { problems: [linked(this.#options.folder, id)] }
        : await this.#reader.judge({ files, revisions, change: null });
    held.failed = '';
    if ('problems' in checked) {
      const hides = files !== null && withholds(files, this.#options.clock.now());
      await this.#refuse(id, held, { id, version, hides, problems: checked.problems }, revisions);
    } else if (files) {
      held.refused = null;
      await this.#serve(id, held, { files, revisions }, checked.story);
      await this.#remember(id, held);
    }
    held.judged = judged;
  }

  async #serve(
    id: string,
    held: StoryState,
    from: Pick<ValidationRequest, 'files' | 'revisions'>,
    story: Story,
  ): Promise<void> {
    const { sentences = null, indexCache = null } = this.#options;
    if (sentences !== null) await encodeStory(story, sentences);
    const views = await buildStoryViews(story, indexCache);
    const at = sentences === null ? views : withMeaning(views, sentences);
    Object.assign(held, { good: from.files, laid: JSON.stringify(from.revisions), story });
    const isNew = !this.stories.has(id);
    this.stories.set(id, at);
    if (!isNew) return;
    const sorted = [...this.stories].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.stories.clear();
    for (const [name, one] of sorted) this.stories.set(name, one);
  }

  /** Keeps serving the last good version; after a start, the version in the store. */
  async #refuse(id: string, held: StoryState, refused: RejectedStory, revisions: readonly Revision[]): Promise<void> {
    const { store, clock, report } = this.#options;
    const isTold = held.refused?.version === refused.version;
    held.refused = refused;
    if (!isTold) {
      report(refused);
      const body = { version: refused.version, mistakes: refused.problems.length };
      await store?.audit.once({ actor: null, act: 'refuse', subject: id, body });
    }
    if (held.good && held.laid === JSON.stringify(revisions)) return;
    const isSnapshotProven = this.#trust?.provesSnapshots(id) ?? true;
    const files = held.good ?? (isSnapshotProven ? (await store?.snapshots.at(id, clock.now()))?.files : undefined);
    if (!files) return;
    const checked = await this.#reader.judge({ files, revisions, change: null });
    if ('story' in checked) await this.#serve(id, held, { files, revisions }, checked.story);
  }

  async #remember(id: string, held: StoryState): Promise<void> {
    const { store, clock } = this.#options;
    if (store === null || held.good === null || held.stored === held.seen) return;
    await store.snapshots.add({ story: id, version: held.seen, at: clock.now(), files: held.good });
    held.stored = held.seen;
  }
}
