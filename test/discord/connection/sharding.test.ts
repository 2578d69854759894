import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '@factdesk/discord-emulator';
import { ids, textIn } from '../joined-bot.ts';
import { namedStories } from '../named-stories.ts';

const root = join(import.meta.dirname, '../../..');

it('shares the servers between two processes, each answering in its own, and ends them together', async () => {
  const room = await startEmulator({ settings: { ackMs: 3_600_000 } });
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-shards-'));
  const env = {
    PATH: process.env['PATH'] ?? '',
    STORIES_DIR: await namedStories(folder),
    DATABASE_FILE: join(folder, 'store.sqlite'),
    INDEX_DIR: join(folder, 'index'),
    DISCORD_TOKEN: room.token,
    DISCORD_API: room.api,
    PROCESSES: '2',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: 'inherit' });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
    await room.close();
    await rm(folder, { recursive: true });
  });
  const parts = (): string[] =>
    room.log.flatMap(({ summary }) => /^IDENTIFY (shard \d of \d)/.exec(summary)?.[1] ?? []);
  await expect.poll(parts, { timeout: 60_000 }).toEqual(['shard 0 of 2', 'shard 1 of 2']);
  for (const channel of [ids.desk, ids.valleyDesk]) {
    const { message } = await room.as(ids.editor).in(channel).slash('who', { name: 'edda-brandt' });
    expect(textIn(message)).toContain('Harbour master Edda Brandt');
  }
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 120_000);
