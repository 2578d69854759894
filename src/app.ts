import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { systemClock } from './clock.ts';
import type { Desk } from './commands/command.ts';
import { type Config, ownShard, processConfig, settingsWithoutSecrets } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { createBriefWriter } from './discord/jobs/brief-writer.ts';
import { createServerList } from './discord/connection/server-list.ts';
import { inviteLink } from './discord/connection/invite-link.ts';
import { describeError, type Log, openLog } from './discord/log.ts';
import { type ShardManager, startShards } from './discord/connection/sharding.ts';
import { postNow } from './discord/jobs/post-brief-now.ts';
import { createScheduler, type Scheduler } from './discord/jobs/scheduler.ts';
import type { Job } from './discord/jobs/job.ts';
import { createCorrectionJob } from './discord/jobs/corrections/correction-job.ts';
import { answeredQuestionsJob } from './discord/jobs/answered-questions.ts';
import { staleFactsJob } from './discord/jobs/stale-facts.ts';
import { rejectedFilesJob } from './discord/jobs/rejected-files.ts';
import { leaveServer } from './discord/jobs/server-left.ts';
import { createProposalCards } from './discord/jobs/proposal-cards.ts';
import type { DrawPicture } from './discord/attachments/uploads.ts';
import { ReaderError } from './errors.ts';
import { type Health, openHealth } from './health.ts';
import { type LiveStories, watchStories } from './stories/live-stories.ts';
import {
  createSentenceVectors,
  type IndexCache,
  type IndexReport,
  type SentenceVectors,
} from './search/story-search.ts';
import { createDesk, requireStories } from './create-desk.ts';
import { type RenderPool, createRenderPool } from './reply/pictures/render-pool.ts';
import type { Emulator } from '@factdesk/discord-emulator';
import { backupAgeSeconds } from './store/backup.ts';
import { type DailyBackup, startDailyBackup } from './store/daily-backup.ts';
import { openStore, type Store } from './store/store.ts';

/** A brief may take longer than an answer: no reader waits for it. */
const DRAWING_MS = 5_000;

/** Ends a process that cannot work, with the reason for its administrator. */
function exitWith(up: unknown): never {
  const sentence = up instanceof ReaderError ? up.message : up instanceof Error ? up.stack : String(up);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The wiring: settings, then the store, then the stories, then the emulator if there is no token, and Discord's gateway last. */
async function run(): Promise<void> {
  const config = processConfig();
  const shard = ownShard();
  if (config.PROCESSES > 1 && config.DISCORD_TOKEN !== null && shard === null)
    return runShardManager(config, config.DISCORD_TOKEN);
  const open: {
    bot?: Bot;
    emulator?: Emulator;
    store?: Store;
    live?: LiveStories;
    sentences?: SentenceVectors;
    schedule?: Scheduler;
    health?: Health;
    backup?: DailyBackup;
    drawer?: RenderPool;
  } = {};
  const stop = async (): Promise<void> => {
    await open.health?.close();
    await open.backup?.stop();
    await open.schedule?.stop();
    await open.bot?.stop();
    await open.drawer?.close();
    await open.emulator?.close();
    await open.live?.stop();
    await open.sentences?.close();
    await open.store?.close();
  };
  const log = openLog(config.LOG_LEVEL);
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err !== undefined) log.error({ error: describeError(err) }, 'a defect ended the process');
    await stop();
  });
  const { DATABASE_URL: url, DATABASE_FILE: file } = config;
  open.sentences = createSentenceVectors(config.INDEX_DIR);
  const store = await openStore(url === null ? { file } : { url }, { clock: systemClock });
  open.store = store;
  const live = await watchStories({
    folder: config.STORIES_DIR,
    store: open.store,
    clock: systemClock,
    sentences: open.sentences,
    indexCache: openIndexCache(config.INDEX_DIR, log),
    report: ({ id, problems }) =>
      log.error({ story: id, problems: problems.length }, 'a story does not pass: npm run -s facts -- check tells why'),
    unproven: (story, rows) =>
      log.error({ story, rows }, 'the store is not as its log tells: what the log proves is served'),
    trouble: (error) => log.error({ error: describeError(error) }, 'the stories could not be looked at'),
  });
  open.live = live;
  requireStories(config.STORIES_DIR, live.stories.size, live.refusals().length);
  // The local emulator runs on the operator's own machine: each of its servers may ask, and curate.
  const servers = config.DISCORD_TOKEN === null ? null : createServerList(config.PROCESSES === 1);
  const desk = createDesk(live.stories, systemClock, open.store, live, servers ?? 'ownMachine');
  live.start();
  if (config.DISCORD_TOKEN === null) {
    // With a token the emulator would cost 50 MB and half a second for nothing.
    const { planFrom, startEmulator } = await import('@factdesk/discord-emulator');
    const faults = config.ROOM_FAULTS === null ? {} : { plan: planFrom(config.ROOM_FAULTS) };
    const briefNow = {
      label: 'Post the brief now',
      run: async (channel: string) =>
        open.schedule === undefined ? 'The bot is not there yet.' : postNow(open.schedule, channel),
    };
    open.emulator = await startEmulator({ port: config.ROOM_PORT, extras: [briefNow], ...faults });
  }
  const renderPool = createRenderPool();
  open.drawer = renderPool;
  const draw: DrawPicture = async (picture, theme) => renderPool.draw(picture, theme);
  open.bot = await startBot({
    token: config.DISCORD_TOKEN ?? open.emulator?.token ?? '',
    api: open.emulator?.api ?? config.DISCORD_API,
    shard,
    desk,
    log,
    draw,
    ...(servers !== null && { servers }),
    onServerLeft: async (server) =>
      leaveServer(server, store, log).catch((error: unknown) =>
        log.error({ server, error: describeError(error) }, 'a server that was left could not be cleared'),
      ),
    onProposalChange: async (proposal) => open.schedule?.updateProposalCard(proposal),
    onLost: (reason) => void stop().finally(() => exitWith(reason)),
  });
  open.schedule = createScheduler({
    store: open.store,
    channelApi: open.bot.channelApi,
    briefWriter: createBriefWriter(desk, { draw, timeoutMs: DRAWING_MS, log }),
    clock: systemClock,
    jobs: createJobs(desk, open.store, live),
    proposalCards: createProposalCards({ ...desk, store: open.store }),
    report: (report) =>
      'error' in report
        ? log.error({ error: describeError(report.error) }, 'something could not be posted')
        : log.info(report, 'a posting'),
  });
  open.schedule.start();
  const { BACKUP_DIR: backups } = config;
  const isFirst = shard === null || shard.id === 0;
  if (backups !== null && isFirst) open.backup = startBackups(config, backups, log);
  if (config.HEALTH_PORT !== null) {
    const { bot } = open;
    open.health = await openHealth(config.HEALTH_PORT + (shard?.id ?? 0), {
      gateway: () => bot.isOpen(),
      store: () => store.ping(),
      waiting: async () => (await store.outbox.pending()).length,
      backupAge: async () => (backups === null ? null : backupAgeSeconds(backups, systemClock)),
      facts: () => new Map([...live.stories].map(([id, at]) => [id, at(systemClock.now()).story.version])),
    });
  }
  if (config.DISCORD_TOKEN !== null && isFirst) {
    process.stdout.write(`To invite the bot into a server, open:\n\n${inviteLink(open.bot.application)}\n\n`);
  }
  if (open.emulator !== undefined) {
    process.stdout.write(
      `No DISCORD_TOKEN is set, so a local emulator of Discord has started. It runs on this machine alone. Open:\n\n${open.emulator.address}\n\n`,
    );
  }
}

function openIndexCache(folder: string | null, log: Log): IndexCache | null {
  if (folder === null) return null;
  const report = ({ problem, ...index }: IndexReport): void => {
    if (problem !== null) log.warn({ ...index, problem }, 'an index could not be kept or used');
    log.info(index, index.source === 'disk' ? 'an index was read from disk' : 'an index was built');
  };
  return { folder, report };
}

/** Notices about facts that the bot sends unasked. */
function createJobs(desk: Desk, store: Store, { refusals }: LiveStories): Job[] {
  const curatedIn = (story: string) => store.curationClaims.of(story);
  return [
    createCorrectionJob({ desk, store, curatedIn }),
    answeredQuestionsJob({ desk, store }),
    staleFactsJob({ desk, store, curatedIn }),
    rejectedFilesJob({ refusals, store, curatedIn, clock: systemClock }),
  ];
}

function startBackups(config: Config, folder: string, log: Log): DailyBackup {
  const { DATABASE_URL: url, DATABASE_FILE: file } = config;
  return startDailyBackup({
    folder,
    keepDays: config.BACKUP_DAYS,
    store: url === null ? { file } : { url },
    stories: config.STORIES_DIR,
    settings: settingsWithoutSecrets(),
    clock: systemClock,
    report: (report) =>
      'error' in report
        ? log.error({ error: describeError(report.error) }, 'the daily backup failed')
        : log.info(report, 'a backup was written'),
  });
}

/** The manager of several processes: it answers nothing by itself, and knows neither stories nor store. */
async function runShardManager({ PROCESSES: processes }: Config, token: string): Promise<void> {
  const open: { shards?: ShardManager } = {};
  closeWithGrace({ delay: 15_000, logger: false }, async () => open.shards?.stop());
  const file = join(import.meta.dirname, 'main.ts');
  open.shards = await startShards({
    file,
    processes,
    token,
    lost: (reason) => void open.shards?.stop().finally(() => exitWith(reason)),
  });
}

/** Starts Factdesk, or ends the process with the reason why not. */
export const start = async (): Promise<void> => run().catch(exitWith);
