import { afterEach, describe, expect, it } from 'vitest';
import { type Health, openHealth, type Vitals } from '../src/health.ts';

let health: Health | null = null;
afterEach(() => health?.close());

const WELL: Vitals = {
  gateway: () => true,
  store: () => Promise.resolve(),
  waiting: () => Promise.resolve(2),
  backupAge: () => Promise.resolve(3600),
  facts: () => new Map([['harbour-flood', '0123abcd']]),
};

async function get(vitals: Vitals, path: string, method = 'GET'): Promise<{ status: number; text: string }> {
  health = await openHealth(0, vitals);
  const response = await fetch(`http://127.0.0.1:${health.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
}

describe('/healthz', () => {
  it('says 200 while the gateway is open and the store answers', async () => {
    expect(await get(WELL, '/healthz')).toEqual({
      status: 200,
      text: 'gateway open\nstore answers\nstory harbour-flood 0123abcd\n',
    });
  });

  it('says 503 when either is away, and which', async () => {
    expect(await get({ ...WELL, gateway: () => false }, '/healthz')).toMatchObject({ status: 503 });
    const away = await get({ ...WELL, store: () => Promise.reject(new Error('gone')) }, '/healthz');
    expect(away.status).toBe(503);
    expect(away.text).toContain('store does not answer');
  });

  it('knows nothing else', async () => {
    expect((await get(WELL, '/')).status).toBe(404);
    expect((await get(WELL, '/healthz', 'POST')).status).toBe(405);
  });
});

describe('/metrics', () => {
  it('gives Prometheus the same, without a word of what was asked', async () => {
    const { status, text } = await get(WELL, '/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/^factdesk_gateway_open 1$/m);
    expect(text).toMatch(/^factdesk_briefs_waiting 2$/m);
    expect(text).toMatch(/^factdesk_backup_age_seconds 3600$/m);
    expect(text).toMatch(/^factdesk_story_info\{story="harbour-flood",version="0123abcd"\} 1$/m);
  });

  it('does not fail when the store does', async () => {
    const { status, text } = await get({ ...WELL, waiting: () => Promise.reject(new Error('gone')) }, '/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/^factdesk_briefs_waiting -1$/m);
  });
});
