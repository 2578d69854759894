import type { NoticePublisher } from '../delivery/publisher.ts';
import type { DeliveryContext } from '../delivery/deliver.ts';

/** Something else that is looked after at each tick. What it posts, it posts once, and the schedule goes on with it. */
export type Job = (publisher: NoticePublisher, delivery: DeliveryContext) => Promise<void>;

/** Where a story is curated: the server and the channel of its editors; null where nobody has claimed it. */
export type CurationChannelOf = (
  story: string,
) => Promise<{ readonly server: string; readonly channel: string } | null>;
