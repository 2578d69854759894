import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { type Config, processConfig, settingsWithoutSecrets } from '../src/config.ts';
import { loadStories } from '../src/data/load.ts';
import { ReaderError } from '../src/errors.ts';
import { type BackupReport, createBackup, restoreBackup, verifyBackup } from '../src/store/backup.ts';
import { openOperatorView, type OperatorView } from '../src/store/operator-view.ts';
import { type DatabaseTarget, openStore } from '../src/store/store.ts';

/** `npm run -s operate`: status and actions for the administrator. The bot may run meanwhile. */
const USAGE = `npm run -s operate -- status            the store, the stories and what waits, on one screen
npm run -s operate -- stories           each story: whether it passes, who curates it, what waits in it
npm run -s operate -- servers           each server: what it curates, its briefs, its settings
npm run -s operate -- release STORY     ends the curation of a story by its server, so that another can claim it
npm run -s operate -- queue             what is to be posted, was refused, or may not have arrived
npm run -s operate -- log               the newest 20 rows of the audit log (--last NUMBER)
npm run -s operate -- backup create [FOLDER]    writes store, stories and settings into a new folder of FOLDER, or of BACKUP_DIR
npm run -s operate -- backup verify BACKUP      checks every file, and the audit log in a copy of the store
npm run -s operate -- backup restore BACKUP     writes a backup to DATABASE_FILE (or DATABASE_URL) and STORIES_DIR; overwrites nothing`;

const MAX_ROWS = 1000;

const targetOf = ({ DATABASE_URL: url, DATABASE_FILE: file }: Config): DatabaseTarget => {
  if (url !== null) return { url };
  if (file !== ':memory:') return { file };
  throw new ReaderError('DATABASE_FILE is :memory:, which only the bot itself can read. Name a file.');
};

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { last: { type: 'string' } } });
  const [action = '', ...rest] = positionals;
  const print = ACTIONS[action];
  if (values.last !== undefined && action !== 'log') throw new ReaderError('--last belongs to "log" alone.');
  const last = readLast(values.last ?? '20');
  if (action === 'release') return release(rest);
  if (action === 'backup') return runBackup(rest);
  if (print === undefined) throw new ReaderError(action === '' ? USAGE : `There is no "${action}" here.\n\n${USAGE}`);
  if (rest.length > 0) throw new ReaderError(`"${action}" takes nothing after it, not "${rest.join(' ')}".`);
  const config = processConfig();
  const view = await openOperatorView(targetOf(config));
  try {
    for (const line of await print(view, config, last)) console.log(line);
  } finally {
    await view.close();
  }
}

function readLast(text: string): number {
  const last = Number(text);
  if (/^\d+$/.test(text) && last >= 1 && last <= MAX_ROWS) return last;
  throw new ReaderError(`--last takes a whole number from 1 to ${MAX_ROWS}, not "${text}".`);
}

type Print = (view: OperatorView, config: Config, last: number) => Promise<readonly string[]>;

const status: Print = async (view, config) => {
  const { stories, refusals } = await loadStories(config.STORIES_DIR);
  const [claims, queue, head] = [await view.claims(), await view.queue(), await view.head()];
  const counts = [...(await view.storyCounts()).values()];
  const sum = (key: 'openProposals' | 'changes') => counts.reduce((total, story) => total + story[key], 0);
  const waiting = (state: string) => queue.filter((posting) => posting.state === state).length;
  return [
    `store: ${config.DATABASE_URL === null ? config.DATABASE_FILE : 'PostgreSQL'}, migration ${await view.migration()}`,
    `stories: ${stories.size} pass, ${refusals.length} do not, ${count(claims.length, 'is', 'are')} curated`,
    `curation: ${count(sum('openProposals'), 'open proposal')}, ${count(sum('changes'), 'approved change')} not in the files`,
    `questions: ${await view.openQuestions()} open`,
    `queue: ${waiting('open')} to be posted, ${waiting('refused')} refused, ${waiting('uncertain')} may not have arrived`,
    `banners: ${await view.bannersWaiting()} to be put on messages`,
    head.seq === 0 ? 'audit log: empty' : `audit log: ${count(head.seq, 'row')}, the last one ${head.seq}:${head.hash}`,
  ];
};

const stories: Print = async (view, config) => {
  const { stories: passing, refusals } = await loadStories(config.STORIES_DIR);
  const claims = new Map((await view.claims()).map((claim) => [claim.story, claim]));
  const counts = await view.storyCounts();
  const ids = new Set([...passing.keys(), ...refusals.map(({ id }) => id), ...claims.keys(), ...counts.keys()]);
  return [...ids].toSorted().map((id) => {
    const claim = claims.get(id);
    const { openProposals, changes } = counts.get(id) ?? { openProposals: 0, changes: 0 };
    const facts = passing.get(id)?.facts.size;
    const refused = refusals.find((refusal) => refusal.id === id)?.problems.length;
    const files =
      facts !== undefined
        ? count(facts, 'fact')
        : refused !== undefined
          ? `${count(refused, 'mistake')} (facts -- check)`
          : 'no folder';
    const curator =
      claim === undefined ? 'curated nowhere' : `curated in server ${claim.server}, channel ${claim.channel}`;
    return `${id}: ${files}, ${curator}, ${count(openProposals, 'open proposal')}, ${count(changes, 'change')} not in the files`;
  });
};

const servers: Print = async (view) => {
  const lines = (await view.servers()).map(({ server, curates, briefs, settings }) => {
    const curated = curates.length === 0 ? 'curates nothing' : `curates ${curates.join(', ')}`;
    return `${server}: ${curated}, ${count(briefs, 'brief')}, ${count(settings, 'setting')}`;
  });
  return lines.length > 0 ? lines : ['No server curates a story, has a brief or a setting.'];
};

const queue: Print = async (view) => {
  const lines = (await view.queue()).map(
    ({ kind, state, server, target, due, tries, reason }) =>
      `${due}  ${state}  ${kind}  server ${server}  channel ${target}  ${count(tries, 'attempt')}${reason === null ? '' : `  ${reason}`}`,
  );
  return lines.length > 0 ? lines : ['Nothing waits.'];
};

const log: Print = async (view, _config, last) => {
  const rows = await view.log(last);
  if (rows.length === 0) return ['The audit log is empty.'];
  return rows.map(({ seq, at, name, act, subject }) => `${seq}  ${at}  ${name ?? '-'}  ${act}  ${subject}`);
};

const ACTIONS: Readonly<Record<string, Print>> = { status, stories, servers, queue, log };

async function release([story, ...more]: readonly string[]): Promise<void> {
  if (story === undefined || more.length > 0) throw new ReaderError('"release" takes the id of one story.');
  const target = targetOf(processConfig());
  // Opening the store for writing would create a missing one.
  const view = await openOperatorView(target);
  await view.close();
  const store = await openStore(target, { clock: systemClock });
  try {
    const claim = await store.curationClaims.of(story);
    if (claim === null || !(await store.curationClaims.release(story, claim.server))) {
      throw new ReaderError(`No server curates "${story}". "operate -- stories" lists who curates what.`);
    }
    console.log(`Server ${claim.server} no longer curates "${story}". Another server can claim it now.`);
  } finally {
    await store.close();
  }
}

async function runBackup([action, folder, ...more]: readonly string[]): Promise<void> {
  if (more.length > 0) throw new ReaderError(`"backup" takes one folder, not also "${more.join(' ')}".`);
  const config = processConfig();
  const places = { store: targetOf(config), stories: config.STORIES_DIR };
  if (action === 'create') {
    const root = folder ?? config.BACKUP_DIR;
    if (root === null) throw new ReaderError('Name a folder, as in "backup create FOLDER", or set BACKUP_DIR.');
    const settings = settingsWithoutSecrets();
    console.log(`Written: ${await createBackup(resolve(root), { ...places, settings, clock: systemClock })}`);
    return;
  }
  if (action !== 'verify' && action !== 'restore') {
    throw new ReaderError(`"backup" takes create, verify or restore, not "${action ?? ''}".`);
  }
  if (folder === undefined) throw new ReaderError(`Name the folder of the backup, as in "backup ${action} FOLDER".`);
  const from = resolve(folder);
  if (action === 'verify') {
    console.log(proven(await verifyBackup(from, config.DATABASE_URL, systemClock)));
    return;
  }
  console.log(proven(await restoreBackup(from, places, systemClock)));
  console.log(
    `Restored. The settings are in ${join(from, 'settings.env')}: copy what you need into .env, and add the secrets.`,
  );
}

const proven = ({ files, audited, why }: BackupReport): string =>
  audited === null
    ? `All ${files} files are whole. The audit log was not checked, because ${why ?? 'nobody asked'}.`
    : `All ${files} files are whole, and so is the audit log: ${count(audited.rows, 'row')}.`;

try {
  await main();
} catch (error) {
  if (!(error instanceof ReaderError || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
