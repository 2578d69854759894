import type { DeliveryContext } from '../delivery/deliver.ts';
import type { OutboxConsumer } from '../delivery/outbox-kind.ts';

/** Runs at each tick. It finds out what is to be posted; the consumer posts it once, and resumes it after a crash. */
export type Job = (consumer: OutboxConsumer, context: DeliveryContext) => Promise<void>;

/** The server and the channel in which a story is curated; null where no server has claimed it. */
export type CurationChannelOf = (
  story: string,
) => Promise<{ readonly server: string; readonly channel: string } | null>;
