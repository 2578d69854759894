import type { Clock } from '../../clock.ts';
import type { DigestSchedule } from '../../store/digests/digest-schedules.ts';
import { type DueBrief, dueBriefs } from '../../store/digests/due.ts';
import type { LeasedEntry } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import type { ChannelApi } from '../delivery/channel-api.ts';
import { type DeliveryContext, LEASE_DURATION } from '../delivery/deliver.ts';
import { createOutboxConsumer } from '../delivery/outbox-consumer.ts';
import type { DeliveryOutcome } from '../delivery/outbox-kind.ts';
import { type BriefWriter, createDailyBriefs } from './daily-brief.ts';
import type { Job } from './job.ts';
import { outboxKinds } from './outbox-kinds.ts';
import type { ProposalCardJob } from './proposal-cards.ts';
import { localDay } from '../../local-day.ts';

const TICK_MS = 15_000;
/** Entries and briefs that one tick works on at the same time. */
const WORKERS = 8;
/** A brief of an earlier date cannot be due any more. */
const LOOK_BACK = Temporal.Duration.from({ hours: 96 });
const CLEANUP_INTERVAL = Temporal.Duration.from({ hours: 24 });
const TEXT_RETENTION = Temporal.Duration.from({ hours: 24 * 40 });
const FEEDBACK_RETENTION = Temporal.Duration.from({ hours: 24 * 180 });

/** What became of an entry of the outbox, or an error that ended one piece of this tick's work. */
export type JobReport =
  | (Pick<LeasedEntry, 'kind' | 'channel' | 'edition' | 'date'> & { readonly ending: DeliveryOutcome })
  | { readonly error: unknown };

/** `before`: the brief of this date was enqueued earlier; `unwritten`: there is no story to write it from. */
export interface PostNowResult {
  readonly edition: string;
  readonly date: string;
  readonly is: DeliveryOutcome['is'] | 'before' | 'unwritten';
}

interface SchedulerOptions {
  readonly store: Pick<Store, 'digests' | 'outbox' | 'feedback'>;
  readonly channelApi: ChannelApi;
  readonly briefWriter: BriefWriter;
  readonly clock: Clock;
  readonly report: (report: JobReport) => void;
  readonly jobs?: readonly Job[];
  /** Without it no cards are posted or edited. */
  readonly proposalCards?: ProposalCardJob;
  readonly lease?: Temporal.Duration;
}

export interface Scheduler {
  /** Resumes open entries, posts the briefs that are due and runs every job once. Never rejects; ticks may overlap. */
  tick(): Promise<void>;
  /**
   * Posts today's brief of every edition of a channel at once, in place of the one at its time: still one a date. Empty
   * where the channel has no active digest.
   */
  postNow(channel: string): Promise<readonly PostNowResult[]>;
  /** Brings the card of a proposal up to date at once. Never rejects: what fails is tried again by the next tick. */
  updateProposalCard(proposal: string): Promise<void>;
  start(): void;
  /** Aborts what is under way, so that another process can resume it at once. */
  stop(): Promise<void>;
}

type Task = () => Promise<unknown>;

/** Posts daily briefs and everything else in the outbox. Any number of processes may run one on the same store. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, channelApi, briefWriter, clock, report, jobs = [], proposalCards, lease = LEASE_DURATION } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  let timer: NodeJS.Timeout | null = null;
  let lastCleanup: Temporal.Instant | null = null;
  const { digests, outbox } = store;
  const context: DeliveryContext = { outbox, channelApi, clock, lease, signal: stopping.signal };
  const briefs = createDailyBriefs({ store, writer: briefWriter, clock });
  const consumer = createOutboxConsumer(
    context,
    outboxKinds(briefs.hooks, proposalCards?.hooks ?? {}),
    ({ kind, channel, edition, date }, ending) => report({ kind, channel, edition, date, ending }),
  );
  const allJobs = proposalCards === undefined ? jobs : [...jobs, proposalCards.job];

  const safely = async (task: Task): Promise<void> => {
    try {
      await task();
    } catch (error) {
      report({ error });
    }
  };

  /** One digest whose time zone this runtime does not know does not stop the others. */
  const dueOf = (digest: DigestSchedule, now: Temporal.Instant): readonly DueBrief[] => {
    try {
      return dueBriefs(digest, now);
    } catch (error) {
      report({ error });
      return [];
    }
  };

  /** Open entries come before new briefs: a brief says which earlier one was not posted. */
  const outboxTasks = async (): Promise<Task[]> => {
    const on = await digests.on();
    const resumed = (await outbox.pending()).map((id) => () => consumer.resume(id));
    const now = clock.now();
    const since = localDay(now.subtract(LOOK_BACK), 'UTC');
    const key = (channel: string, edition: string, date: string): string => JSON.stringify([channel, edition, date]);
    const known = new Set(
      (await outbox.briefs(since)).map(({ channel, edition, date }) => key(channel, edition, date)),
    );
    const started = on.flatMap((digest) =>
      dueOf(digest, now)
        .filter(({ date }) => !known.has(key(digest.channel, digest.edition, date)))
        .map((due) => () => briefs.start(digest, due, consumer)),
    );
    return [...resumed, ...started];
  };

  const cleanUp = async (): Promise<void> => {
    const now = clock.now();
    if (lastCleanup !== null && Temporal.Instant.compare(now, lastCleanup.add(CLEANUP_INTERVAL)) < 0) return;
    await outbox.clear(now.subtract(TEXT_RETENTION));
    await store.feedback.clear(now.subtract(FEEDBACK_RETENTION));
    lastCleanup = now;
  };

  const workOnOutbox = async (): Promise<void> => {
    const queue = (await outboxTasks()).values();
    const work = async (): Promise<void> => {
      for (const task of queue) {
        if (stopping.signal.aborted) return;
        await safely(task);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    await cleanUp();
  };

  /** Jobs and briefs do not wait for each other. */
  const runAll = async (): Promise<void> => {
    const others = allJobs.map((job) => safely(() => job(consumer, context)));
    await Promise.all([safely(workOnOutbox), ...others]);
  };

  const run = <Result>(work: Promise<Result>): Promise<Result> => {
    const one = work.finally(() => running.delete(one));
    running.add(one);
    return one;
  };

  const tick = (): Promise<void> => run(runAll());

  const postEdition = async (digest: DigestSchedule): Promise<PostNowResult> => {
    const { channel, edition, zone } = digest;
    const at = clock.now();
    const date = at.toZonedDateTimeISO(zone).toPlainDate().toString();
    const known = await outbox.briefs(date);
    const before = known.some((one) => one.channel === channel && one.edition === edition && one.date === date);
    if (before) return { edition, date, is: 'before' };
    const outcome = await briefs.start(digest, { date, at }, consumer);
    return { edition, date, is: outcome?.is ?? 'unwritten' };
  };

  const postEditions = async (channel: string): Promise<readonly PostNowResult[]> => {
    const results: PostNowResult[] = [];
    // In sequence: the second edition names what the first one has told.
    for (const digest of await digests.on()) {
      if (digest.channel === channel) results.push(await postEdition(digest));
    }
    return results;
  };

  return {
    tick,
    postNow: (channel) => run(postEditions(channel)),
    updateProposalCard: (proposal) => run(safely(async () => proposalCards?.update(proposal, consumer, context))),
    start() {
      timer ??= setInterval(() => void tick(), TICK_MS);
      void tick();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      stopping.abort();
      await Promise.all(running);
    },
  };
}
