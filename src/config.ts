import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { ReaderError } from './errors.ts';

/**
 * The only reader of the environment. Each setting is one row: `.env.example` is printed from the rows, and a test holds
 * the README against them.
 */
interface Setting<Value> {
  /** What the value is measured in or looks like. */
  readonly unit: string;
  readonly default: string;
  readonly help: string;
  /** Throws a ReaderError's sentence, without the name of the setting, for a value that cannot be. */
  readonly read: (text: string) => Value;
}

const row = <Value>(setting: Setting<Value>): Setting<Value> => setting;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export const SETTINGS = {
  DISCORD_TOKEN: row({
    unit: 'bot token',
    default: '',
    help: 'Joins Discord as this bot. Empty: the local emulator starts instead.',
    read: (text) => text || null,
  }),
  DISCORD_API: row({
    unit: 'address',
    default: 'https://discord.com/api',
    help: "Discord's API, or a local emulator on a loopback address. Any other address is refused.",
    read: readApi,
  }),
  STORIES_DIR: row({
    unit: 'folder',
    default: 'src/data/stories',
    help: 'Where the stories are: one folder each. Name another for stories in a repository of their own.',
    read: (text) => resolve(text),
  }),
  DATABASE_URL: row({
    unit: 'postgres:// address',
    default: '',
    help: 'A PostgreSQL database for what is remembered, shared by several processes. Empty: a file of this process alone.',
    read: readDatabase,
  }),
  DATABASE_FILE: row({
    unit: 'file',
    default: 'data/factdesk.sqlite',
    help: 'The SQLite file of what is remembered, where no DATABASE_URL is set. :memory: forgets all at the end.',
    read: (text) => (text === ':memory:' ? text : resolve(text)),
  }),
  INDEX_DIR: row({
    unit: 'folder, or none',
    default: 'data/index',
    help: 'Where the search indexes are kept for the next start. none: each start builds them.',
    read: (text) => (text === 'none' ? null : resolve(text)),
  }),
  ROOM_PORT: row({
    unit: 'port, 0 to 65535',
    default: '0',
    help: 'Port of the local emulator on 127.0.0.1. 0 takes one that is free.',
    read: (text) => readWhole(text, 65_535),
  }),
  ROOM_FAULTS: row({
    unit: 'seed, or seed:per cent',
    default: '',
    help: 'Lets the local emulator fail like Discord on a bad day: "7:40" is plan 7, with 40 % of calls failing. Empty: it works.',
    read: readFaults,
  }),
  PROCESSES: row({
    unit: 'whole number, 1 to 64',
    default: '1',
    help: 'Processes that share the servers. More than one want a DATABASE_URL. One carries some 2,500 servers.',
    read: (text) => readWhole(text, 64),
  }),
  HEALTH_PORT: row({
    unit: 'port, 1 to 65535',
    default: '',
    help: 'Port on 127.0.0.1 for /healthz and /metrics (Prometheus); further processes take the next ones. Empty: none.',
    read: (text) => (text === '' ? null : readWhole(text, 65_535)),
  }),
  BACKUP_DIR: row({
    unit: 'folder',
    default: '',
    help: 'Where the bot writes a backup of store, stories and settings each day. Empty: it writes none.',
    read: (text) => (text === '' ? null : resolve(text)),
  }),
  BACKUP_DAYS: row({
    unit: 'whole number, 1 to 3650',
    default: '14',
    help: 'Days that backups in BACKUP_DIR are kept. The newest one is never deleted.',
    read: readDays,
  }),
  LOG_LEVEL: row({
    unit: LOG_LEVELS.join(', '),
    default: 'info',
    help: 'How much is logged. What people ask is never logged, at any level.',
    read: readLevel,
  }),
} as const;

type Settings = typeof SETTINGS;
export type Config = { readonly [Name in keyof Settings]: ReturnType<Settings[Name]['read']> };

function readApi(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const loopback = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const discord = url?.protocol === 'https:' && url.hostname === 'discord.com';
  if (!loopback && !discord) {
    throw new ReaderError(`must be https://discord.com/api or a loopback address, not "${text}"`);
  }
  return text.replace(/\/+$/, '');
}

function readDatabase(text: string): string | null {
  if (text === '' || /^postgres(?:ql)?:\/\/\S+$/.test(text)) return text || null;
  // The address holds a password, so it is not repeated.
  throw new ReaderError('must be an address like postgres://user:password@host:5432/name');
}

function readFaults(text: string): string | null {
  const [, percent = '0'] = /^[\w.-]+(?::(\d{1,3}))?$/.exec(text) ?? [];
  if (text !== '' && (!/^[\w.-]+(?::\d{1,3})?$/.test(text) || Number(percent) > 100)) {
    throw new ReaderError(`must be a seed such as 7, or a seed and per cent such as 7:40, not "${text}"`);
  }
  return text || null;
}

function readWhole(text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw new ReaderError(`must be a whole number from 0 to ${most}, not "${text}"`);
  return value;
}

function readDays(text: string): number {
  const days = readWhole(text, 3650);
  if (days === 0) throw new ReaderError('must be at least 1');
  return days;
}

function readLevel(text: string): (typeof LOG_LEVELS)[number] {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) throw new ReaderError(`must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}

/**
 * Reads every setting; an empty one takes its default.
 * @throws ReaderError that names every invalid setting, and the values that it takes.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const values = Object.entries(SETTINGS).map(([name, setting]) => {
    try {
      return [name, setting.read(environment[name]?.trim() || setting.default)] as const;
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      mistakes.push(`${name} ${error.message}.`);
      return [name, null] as const;
    }
  });
  if (mistakes.length > 0) throw new ReaderError(`${mistakes.join(' ')} Correct it in .env or in the environment.`);
  return Object.freeze(Object.fromEntries(values)) as Config;
}

/** The settings of this process: the environment, and `.env` in the working folder for what it does not set. */
export function processConfig(): Config {
  const environment = { ...process.env };
  readDotenv({ quiet: true, processEnv: environment });
  return readConfig(environment);
}

const SECRETS: readonly string[] = ['DISCORD_TOKEN', 'DATABASE_URL'];

/** The settings that are not empty, as the text of a `.env` file without secrets: what a backup keeps. */
export function settingsWithoutSecrets(): string {
  const environment = { ...process.env };
  readDotenv({ quiet: true, processEnv: environment });
  const lines = Object.keys(SETTINGS).flatMap((name) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' || SECRETS.includes(name) ? [] : [`${name}=${JSON.stringify(value)}`];
  });
  return ['# DISCORD_TOKEN and DATABASE_URL are secrets, so they are not in a backup.', ...lines, ''].join('\n');
}

/** Which part of the servers is this process's own, as the manager of several processes tells it; null for all. */
export function ownShard(environment: Readonly<Record<string, string | undefined>> = process.env): Shard | null {
  const { SHARDING_MANAGER: manager, SHARDS: id = '', SHARD_COUNT: count = '' } = environment;
  return manager === undefined ? null : { id: Number(id), count: Number(count) };
}

export interface Shard {
  /** From 0. */
  readonly id: number;
  readonly count: number;
}

/** The text of `.env.example`. */
export function exampleEnvironment(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { unit, default: value, help }]) => `# ${help}\n# (${unit}; default: ${value || 'empty'})\n${name}=\n`,
  );
  return ['# Settings of Factdesk. Copy this file to .env and fill in what differs from the default.\n', ...rows].join(
    '\n',
  );
}
