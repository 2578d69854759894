import { describe, expect, it } from 'vitest';
import { ownShard, readConfig, SETTINGS } from '../src/config.ts';

describe('the settings', () => {
  it('hold their defaults where nothing is set, and cannot be changed', () => {
    const config = readConfig({});
    expect(config.DISCORD_TOKEN).toBeNull();
    expect(config.DISCORD_API).toBe('https://discord.com/api');
    expect(config.PROCESSES).toBe(1);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.keys(config)).toEqual(Object.keys(SETTINGS));
  });

  it('take an empty text for one that is not set', () => {
    expect(readConfig({ ROOM_PORT: ' ' }).ROOM_PORT).toBe(0);
  });

  it('tell all mistakes at once, each by the name of its setting', () => {
    const wrong = { ROOM_PORT: '70000', LOG_LEVEL: 'loud', DISCORD_API: 'https://example.org/api' };
    expect(() => readConfig(wrong)).toThrow(
      /DISCORD_API must be .*ROOM_PORT must be .*LOG_LEVEL must be .*Correct it in \.env/s,
    );
  });

  it.each([
    ['DISCORD_API', 'http://192.168.1.4/api'],
    ['DISCORD_API', 'http://localhost.example.org/api'],
    ['DISCORD_API', 'not an address'],
    ['DATABASE_URL', 'mysql://desk@db/facts'],
    ['HEALTH_PORT', '-1'],
    ['ROOM_FAULTS', '7:400'],
    ['ROOM_FAULTS', 'a b'],
    ['PROCESSES', 'many'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('never repeat an address that holds a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'pg:secret@db' })).toThrow(/^(?!.*secret)/);
  });

  it('know the part of the servers that a manager of processes gives', () => {
    expect(ownShard({})).toBeNull();
    expect(ownShard({ SHARDING_MANAGER: 'true', SHARDS: '1', SHARD_COUNT: '4' })).toEqual({ id: 1, count: 4 });
  });
});
