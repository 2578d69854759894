import type { Announcer } from '../delivery/publisher.ts';
import type { Postman } from '../delivery/deliver.ts';

/** Something else that is looked after at each tick. What it posts, it posts once, and the schedule goes on with it. */
export type Errand = (announcer: Announcer, postman: Postman) => Promise<void>;

/** Where a story is curated: the server and the channel of its editors; null where nobody has claimed it. */
export type CuratedIn = (story: string) => Promise<{ readonly server: string; readonly channel: string } | null>;
