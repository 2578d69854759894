import type { Job } from './job.ts';
import type { Clock } from '../../clock.ts';
import type { DigestSchedule } from '../../store/digests/digest-schedules.ts';
import { type DueBrief, dueBriefs } from '../../store/digests/due.ts';
import type { LeasedEntry } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import { createNoticePublisher } from '../delivery/publisher.ts';
import { type DeliveryOutcome, LEASE_DURATION, type DeliveryContext } from '../delivery/deliver.ts';
import type { ChannelApi } from '../delivery/channel-api.ts';
import { type BriefWriter, createBriefJob } from './daily-brief.ts';
import { localDay } from '../../local-day.ts';

const TICK_MS = 15_000;
/** Channels that one look at the clock posts to at the same time. */
const WORKERS = 8;
/** A brief of an earlier date cannot be due any more. */
const LOOK = Temporal.Duration.from({ hours: 96 });
const DAY = Temporal.Duration.from({ hours: 24 });
const KEEP_TEXTS = Temporal.Duration.from({ hours: 24 * 40 });
const KEEP_MISSES = Temporal.Duration.from({ hours: 24 * 180 });

/** What became of a posting, or an error that kept the schedule from its work this time. */
export type JobReport =
  | (Pick<LeasedEntry, 'kind' | 'channel' | 'edition' | 'date'> & { readonly ending: DeliveryOutcome })
  | { readonly error: unknown };

/** What became of a brief that was wanted out of its turn. `before`: it stands there; `unwritten`: there is no story. */
export interface PostNowResult {
  readonly edition: string;
  readonly date: string;
  readonly is: DeliveryOutcome['is'] | 'before' | 'unwritten';
}

interface ScheduleOptions {
  readonly store: Pick<Store, 'digests' | 'outbox' | 'feedback'>;
  readonly outlet: ChannelApi;
  readonly editor: BriefWriter;
  readonly clock: Clock;
  readonly report: (report: JobReport) => void;
  readonly errands?: readonly Job[];
  readonly lease?: Temporal.Duration;
}

export interface Scheduler {
  /** Looks at the clock once, posts what is due and goes on with what was left. Never rejects; may overlap itself. */
  tick(): Promise<void>;
  /**
   * Posts today's brief of every edition of a channel at once, in place of the one that would come at its time: still one
   * a date. Empty where no brief is set.
   */
  postNow(channel: string): Promise<readonly PostNowResult[]>;
  start(): void;
  /** Ends what is under way, so that another process can go on with it at once. */
  stop(): Promise<void>;
}

type Task = () => Promise<unknown>;

/** The daily briefs of every channel, and what else is to be told. Any number of processes may run it on one store. */
export function createScheduler(options: ScheduleOptions): Scheduler {
  const { store, outlet, editor, clock, report, errands = [], lease = LEASE_DURATION } = options;
  const ending = new AbortController();
  const running = new Set<Promise<unknown>>();
  let timer: NodeJS.Timeout | null = null;
  let tidied: Temporal.Instant | null = null;
  const { digests, outbox } = store;
  const delivery: DeliveryContext = { ledger: outbox, outlet, clock, lease, signal: ending.signal };
  const ended = ({ kind, channel, edition, date }: LeasedEntry, end: DeliveryOutcome): void =>
    report({ kind, channel, edition, date, ending: end });
  const publisher = createNoticePublisher(delivery, ended);
  const briefs = createBriefJob({ digests, postman: delivery, announcer: publisher, editor, ended });

  const safely = async (job: Task): Promise<void> => {
    try {
      await job();
    } catch (error) {
      report({ error });
    }
  };

  /** One digest that cannot be reckoned (a zone that this runtime no longer knows) does not stop the others. */
  const dueOf = (digest: DigestSchedule, now: Temporal.Instant): readonly DueBrief[] => {
    try {
      return dueBriefs(digest, now);
    } catch (error) {
      report({ error });
      return [];
    }
  };

  /** What was left comes before what is new, so that a brief knows whether the one before it was posted. */
  const jobs = async (): Promise<Task[]> => {
    const on = await store.digests.on();
    const left = (await store.outbox.pending()).map((posting) => () => briefs.resume(posting, on));
    const now = clock.now();
    const since = localDay(now.subtract(LOOK), 'UTC');
    const key = (channel: string, edition: string, date: string): string => JSON.stringify([channel, edition, date]);
    const known = new Set(
      (await store.outbox.briefs(since)).map(({ channel, edition, date }) => key(channel, edition, date)),
    );
    const fresh = on.flatMap((digest) =>
      dueOf(digest, now)
        .filter(({ date }) => !known.has(key(digest.channel, digest.edition, date)))
        .map((occurrence) => () => briefs.start(digest, occurrence)),
    );
    return [...left, ...fresh];
  };

  const tidy = async (): Promise<void> => {
    const now = clock.now();
    if (tidied !== null && Temporal.Instant.compare(now, tidied.add(DAY)) < 0) return;
    await store.outbox.clear(now.subtract(KEEP_TEXTS));
    await store.feedback.clear(now.subtract(KEEP_MISSES));
    tidied = now;
  };

  const look = (): Promise<void> =>
    safely(async () => {
      const queue = (await jobs()).values();
      const work = async (): Promise<void> => {
        for (const job of queue) {
          if (ending.signal.aborted) return;
          await safely(job);
        }
      };
      await Promise.all(Array.from({ length: WORKERS }, work));
      await tidy();
    });

  /** Errands wait for no brief, and no brief for them. */
  const all = async (): Promise<void> => {
    const others = errands.map((job) => safely(() => job(publisher, delivery)));
    await Promise.all([look(), ...others]);
  };

  const run = <Result>(work: Promise<Result>): Promise<Result> => {
    const one = work.finally(() => running.delete(one));
    running.add(one);
    return one;
  };

  const tick = (): Promise<void> => run(all());

  const extraOf = async (digest: DigestSchedule): Promise<PostNowResult> => {
    const { channel, edition, zone } = digest;
    const at = clock.now();
    const date = localDay(at, zone);
    const known = await store.outbox.briefs(date);
    const before = known.some((one) => one.channel === channel && one.edition === edition && one.date === date);
    if (before) return { edition, date, is: 'before' };
    const ending = await briefs.start(digest, { date, at });
    return { edition, date, is: ending?.is ?? 'unwritten' };
  };

  const extras = async (channel: string): Promise<readonly PostNowResult[]> => {
    const found: PostNowResult[] = [];
    // One after the other, as they would come.
    for (const digest of await store.digests.on()) {
      if (digest.channel === channel) found.push(await extraOf(digest));
    }
    return found;
  };

  return {
    tick,
    postNow: (channel) => run(extras(channel)),
    start() {
      timer ??= setInterval(() => void tick(), TICK_MS);
      void tick();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      ending.abort();
      await Promise.all(running);
    },
  };
}
