import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backupAgeSeconds, createBackup, restoreBackup, verifyBackup } from '../../src/store/backup.ts';
import { startDailyBackup } from '../../src/store/daily-backup.ts';
import { type DatabaseTarget, openStore } from '../../src/store/store.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { newFolder, START, write } from '../stories/newsroom.ts';
import { handClock, onBothEngines } from './engines.ts';

const newRoot = (): string => mkdtempSync(join(tmpdir(), 'backups-'));

async function newsroom(store: DatabaseTarget) {
  const stories = newFolder();
  write(join(stories, 'aurelia'), SMALL_STORY);
  const clock = handClock(START);
  const bot = await openStore(store, { clock });
  await bot.curationClaims.claim('aurelia', 's1', 'c1');
  const root = newRoot();
  const contents = { store, stories, settings: 'PROCESSES="1"\n', clock };
  return { bot, clock, root, stories, contents, create: () => createBackup(root, contents) };
}

const url = (target: DatabaseTarget): string | null => ('url' in target ? target.url : null);

onBothEngines((newPlace) => {
  it('a backup of a running bot is restored elsewhere, whole, and overwrites nothing', async () => {
    const place = await newPlace();
    const { bot, clock, stories, create } = await newsroom(place);
    const made = await create();
    expect(await verifyBackup(made, url(place), clock)).toMatchObject({ audited: { rows: 1 } });
    await bot.curationClaims.release('aurelia', 's1');
    const to = { store: await newPlace(), stories: join(newRoot(), 'stories') };
    expect(await restoreBackup(made, to, clock)).toMatchObject({ audited: { rows: 1 } });
    const restored = await openStore(to.store, { clock });
    expect(await restored.curationClaims.of('aurelia')).toEqual({ server: 's1', channel: 'c1' });
    await restored.close();
    expect(readFileSync(join(to.stories, 'aurelia/facts.yml'), 'utf8')).toBe(SMALL_STORY['facts.yml']);
    // The second restore finds the stories of the first one, and then its store.
    await expect(restoreBackup(made, to, clock)).rejects.toThrow('is not empty');
    const elsewhere = { store: to.store, stories: join(newRoot(), 'stories') };
    await expect(restoreBackup(made, elsewhere, clock)).rejects.toThrow(/is there already|has tables/);
    expect(existsSync(elsewhere.stories)).toBe(false);
    await expect(restoreBackup(made, { store: place, stories }, clock)).rejects.toThrow('is not empty');
    await bot.close();
  });

  it.each([
    [
      'a byte too many in the store',
      'was changed',
      (made: string, file: string) => appendFileSync(join(made, file), 'x'),
    ],
    ['a lost store', 'is missing', (made: string, file: string) => rmSync(join(made, file))],
    [
      'another word in a story',
      'stories/aurelia/facts.yml was changed',
      (made: string) => appendFileSync(join(made, 'stories/aurelia/facts.yml'), '# more\n'),
    ],
    ['a file from elsewhere', 'new.txt is too many', (made: string) => writeFileSync(join(made, 'new.txt'), '')],
    ['half a manifest', 'cannot be read', (made: string) => writeFileSync(join(made, 'manifest.json'), '{"for')],
    ['no manifest', 'is no backup', (made: string) => rmSync(join(made, 'manifest.json'))],
  ])('a backup with %s is refused, and nothing is written', async (_name, sentence, damage) => {
    const place = await newPlace();
    const { bot, clock, create } = await newsroom(place);
    const made = await create();
    damage(made, 'url' in place ? 'store.dump' : 'store.sqlite');
    await expect(verifyBackup(made, url(place), clock)).rejects.toThrow(sentence);
    const to = { store: await newPlace(), stories: join(newRoot(), 'stories') };
    await expect(restoreBackup(made, to, clock)).rejects.toThrow(sentence);
    expect(existsSync(to.stories)).toBe(false);
    await bot.close();
  });
});

describe('a backup', () => {
  const place = () => ({ file: join(newRoot(), 'desk.sqlite') });

  it('of a store with a changed audit log is refused, though every file has its hash', async () => {
    const target = place();
    const { bot, clock, create } = await newsroom(target);
    await bot.close();
    const database = new DatabaseSync(target.file);
    database.exec("update audit set body = replace(body, 's1', 's2')");
    database.close();
    const made = await create();
    await expect(verifyBackup(made, null, clock)).rejects.toThrow('Row 1 of the audit log is broken.');
    const to = { store: place(), stories: join(newRoot(), 'stories') };
    await expect(restoreBackup(made, to, clock)).rejects.toThrow('Row 1 of the audit log is broken.');
    expect([existsSync(to.store.file), existsSync(to.stories)]).toEqual([false, false]);
  });

  it('that fails leaves no folder behind', async () => {
    const { bot, root, contents } = await newsroom(place());
    await expect(createBackup(root, { ...contents, store: place() })).rejects.toThrow('There is no store at');
    await expect(createBackup(root, { ...contents, stories: join(root, 'nowhere') })).rejects.toThrow('ENOENT');
    expect(readdirSync(root)).toEqual([]);
    await bot.close();
  });
});

describe('the daily backup', () => {
  it('is made once a day, and old ones are deleted, but never the newest', async () => {
    const { bot, clock, root, contents } = await newsroom({ file: join(newRoot(), 'desk.sqlite') });
    const reports: unknown[] = [];
    const daily = startDailyBackup({
      ...contents,
      folder: root,
      keepDays: 2,
      report: (report) => reports.push(report),
    });
    await daily.look();
    clock.pass('PT23H');
    await daily.look();
    expect(reports).toHaveLength(1);
    expect(await backupAgeSeconds(root, clock)).toBe(23 * 3600);
    for (let day = 1; day <= 3; day += 1) {
      clock.pass('PT24H');
      await daily.look();
    }
    // Made after 0, 47, 71 and 95 hours: the first is deleted at the third, when it is older than two days.
    expect(reports).toMatchObject([{ deleted: 0 }, { deleted: 0 }, { deleted: 1 }, { deleted: 0 }]);
    expect(readdirSync(root)).toHaveLength(3);
    clock.pass('PT240H');
    rmSync(contents.stories, { recursive: true });
    await daily.look();
    expect(reports.at(-1)).toHaveProperty('error');
    expect(readdirSync(root)).toHaveLength(3);
    await daily.stop();
    await bot.close();
  });
});
