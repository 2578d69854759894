import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scripted } from '@factdesk/discord-emulator';
import { startEmulator } from '@factdesk/discord-emulator';
import { ids, textIn } from '../joined-bot.ts';
import { namedStories } from '../named-stories.ts';

const root = join(import.meta.dirname, '../../..');

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly errors: () => string;
  /** Resolves with the exit code; null for an end by a signal. */
  readonly end: Promise<number | null>;
  /** Resolves when `pattern` has been printed on either output; rejects when the process ends without it. */
  printed(pattern: RegExp): Promise<void>;
}

/** `node src/main.ts` as `npm start` runs it, with these settings and no others. */
function run(settings: Readonly<Record<string, string>>, script = 'src/main.ts', ...args: string[]): Run {
  const env = {
    PATH: process.env['PATH'] ?? '',
    STORIES_DIR: join(root, 'test/fixtures/stories'),
    DISCORD_TOKEN: '',
    DATABASE_FILE: ':memory:',
    INDEX_DIR: 'none',
    ...settings,
  };
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: join(root, 'test/fixtures'), env });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const end = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    out: () => out,
    errors: () => errors,
    end,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => (pattern.test(out + errors) ? resolve() : undefined);
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        void end.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
        look();
      }),
  };
}

const sentenceOf = ({ errors }: Run): string => errors().trim().split('\n').at(-1) ?? '';

describe('npm start', () => {
  it('without a token opens a room, prints its address on a line of its own, and ends with code 0 on SIGTERM', async () => {
    const started = run({});
    await started.printed(/^http:\/\/127\.0\.0\.1:\d+\/\S+\/$/m);
    const [address = ''] = /^http:\S+$/m.exec(started.out()) ?? [];
    const page = await fetch(address);
    expect(page.status).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.end).toBe(0);
    expect(started.errors()).not.toContain('"level":50');
    expect(started.out()).not.toContain('discord.com');
  });

  it('with a token joins, answers, and finishes on SIGTERM what was begun', async () => {
    const hang = { kind: 'delay', ms: 700 } as const;
    const room = await startEmulator({ plan: scripted({ 'POST /interactions/:interaction/:token/callback': [hang] }) });
    const folder = mkdtempSync(join(tmpdir(), 'factdesk-named-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const stories = await namedStories(folder);
    const started = run({ STORIES_DIR: stories, DISCORD_TOKEN: room.token, DISCORD_API: room.api });
    await started.printed(/^https:\/\/discord\.com\/oauth2\/authorize\?\S+permissions=117760$/m);
    const asked = room.as(ids.reporter).in(ids.desk).slash('who', { name: 'edda-brandt' });
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    const look = (): void => {
      if (room.log.some(({ kind }) => kind === 'fault')) resolve();
      else setImmediate(look);
    };
    look();
    await taken;
    started.child.kill('SIGTERM');
    expect(textIn((await asked).message)).toContain('## Edda Brandt');
    expect(await started.end).toBe(0);
    expect(started.out() + started.errors()).not.toContain(room.token);
    await room.close();
  });

  it('ends with a sentence and a code when Discord closes it out later', async () => {
    const room = await startEmulator();
    const started = run({ DISCORD_TOKEN: room.token, DISCORD_API: room.api });
    await started.printed(/"joined"/);
    room.gateway.closeAll(4014);
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('does not let this bot hear what it asked for');
    await room.close();
  });
});

describe('the index on disk', () => {
  it('is built at the first start, read at the second, and built again when a fact has changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'factdesk-started-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const stories = join(folder, 'stories');
    cpSync(join(root, 'test/fixtures/stories'), stories, { recursive: true });
    const sourceAtStart = async (): Promise<string | undefined> => {
      const started = run({ STORIES_DIR: stories, INDEX_DIR: join(folder, 'index') });
      await started.printed(/^http:\/\/127/m);
      started.child.kill('SIGTERM');
      expect(await started.end).toBe(0);
      return /"story":"harbour-flood","facts":\d+,"source":"(\w+)"/.exec(started.errors())?.[1];
    };
    expect(await sourceAtStart()).toBe('built');
    expect(await sourceAtStart()).toBe('disk');
    const facts = join(stories, 'harbour-flood/facts/flood.yml');
    const before = readFileSync(facts, 'utf8');
    const after = before.replace(/^( +says: .*)\.$/m, '$1 indeed.');
    expect(after).not.toBe(before);
    writeFileSync(facts, after);
    expect(await sourceAtStart()).toBe('built');
  });
});

describe('a start that cannot be', () => {
  it('with a token that Discord refuses', async () => {
    const room = await startEmulator();
    const started = run({ DISCORD_TOKEN: 'not-the-token', DISCORD_API: room.api });
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('Discord refused the token of the bot.');
    expect(started.errors()).not.toContain('not-the-token');
    await room.close();
  });

  it('with a token that cannot be one', async () => {
    const started = run({ DISCORD_TOKEN: 'my password' });
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('DISCORD_TOKEN is not a bot token');
    expect(started.errors()).not.toContain('my password');
  });

  it('with an address that is not Discord’s', async () => {
    const started = run({ DISCORD_TOKEN: 'x', DISCORD_API: 'https://discord.evil.example/api' });
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('DISCORD_API must be');
  });

  it('where nobody answers', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const started = run({ DISCORD_TOKEN: 'x', DISCORD_API: `http://127.0.0.1:${port}/api` });
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('Discord cannot be reached');
  });

  it('without a story', async () => {
    const started = run({ STORIES_DIR: join(root, 'packages/discord-emulator/src/web-client/fonts') });
    expect(await started.end).toBe(1);
    expect(sentenceOf(started)).toContain('Nothing can be answered from');
    expect(started.out()).toBe('');
  });
});

describe('npm run deploy', () => {
  const deploying = (room: { readonly token: string; readonly api: string }, ...args: string[]): Run =>
    run({ DISCORD_TOKEN: room.token, DISCORD_API: room.api }, 'scripts/deploy-commands.ts', ...args);

  it('prints the plan in words, and writes it unless it is a dry run', async () => {
    const room = await startEmulator();
    const dry = deploying(room, '--dry-run');
    expect(await dry.end).toBe(0);
    expect(dry.out()).toMatch(
      /^In every server:\n {2}to add: \/who, \/where, .*\nNothing was written: this was a dry run\.\n$/,
    );
    const written = deploying(room);
    expect(await written.end).toBe(0);
    expect(written.out()).toMatch(/Written\.\n$/);
    expect(room.log.filter(({ summary }) => summary.startsWith('PUT'))).toHaveLength(1);
    await room.close();
  });

  it('says how it is used', async () => {
    const wrong = deploying({ token: 'x', api: 'http://127.0.0.1:1/api' }, '--everything');
    expect(await wrong.end).toBe(1);
    expect(wrong.errors()).toContain('npm run deploy -- [--guild ID] [--delete] [--dry-run]');
  });

  it('says what is missing', async () => {
    const wrong = run({}, 'scripts/deploy-commands.ts');
    expect(await wrong.end).toBe(1);
    expect(sentenceOf(wrong)).toContain('DISCORD_TOKEN is not set');
  });
});
