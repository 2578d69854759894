import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Emulator } from '../src/emulator.ts';
import { looksReal } from '../src/real-token.ts';
import { ids } from './bot.ts';
import { call, connect, identify } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const REAL = `${Buffer.from('123456789012345678').toString('base64url')}.Gabcde.${'a'.repeat(38)}`;

/** A request with any headers: fetch would not send a Host of our choice. */
function ask(emulator: Emulator, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const { port } = new URL(emulator.api);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('who may speak to the emulator', () => {
  test('names that were pointed at this machine from outside are refused: 421', async () => {
    const emulator = await start();
    const { port, pathname } = new URL(emulator.address);
    for (const path of [pathname, '/api/v10/gateway', '/attachments/x']) {
      expect(await ask(emulator, path, { host: 'rebound.example' })).toBe(421);
      expect(await ask(emulator, path, { host: '127.0.0.1' })).toBe(421);
      expect(await ask(emulator, path, { host: `127.0.0.1:${port}.example` })).toBe(421);
    }
    expect(await ask(emulator, '/api/v10/gateway', { host: `localhost:${port}` })).toBe(200);
  });

  test('another website is refused: 403, for pages, calls and the gateway', async () => {
    const emulator = await start();
    const { host, pathname } = new URL(emulator.address);
    for (const origin of ['http://evil.example', 'null', `https://${host}`, 'http://127.0.0.1:1']) {
      expect(await ask(emulator, `${pathname}client/state`, { host, origin })).toBe(403);
      expect(await ask(emulator, '/api/v10/gateway', { host, origin })).toBe(403);
      const line = connect(emulator, 'v=10&encoding=json', { origin });
      expect(await line.closed).toBe(1006);
    }
    expect(await ask(emulator, `${pathname}client/state`, { host, origin: `http://${host}` })).toBe(200);
  });

  test('without the secret there is no page and no client', async () => {
    const emulator = await start();
    for (const path of ['/', '/client/state', '/index.html', '/wrong-secret/client/state']) {
      expect((await fetch(new URL(path, emulator.api))).status).toBe(404);
    }
    expect((await fetch(`${emulator.address}client/state`)).status).toBe(200);
  });

  test('an act needs JSON and the page as its origin', async () => {
    const emulator = await start();
    const url = `${emulator.address}client/messages`;
    const body = JSON.stringify({ user: ids.reporter, channel: ids.desk, content: 'x' });
    const origin = new URL(emulator.address).origin;
    const post = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(url, { method: 'POST', headers, body })).status;
    expect(await post({ 'content-type': 'application/json' })).toBe(403);
    expect(await post({ 'content-type': 'text/plain', origin })).toBe(403);
    expect(await post({ 'content-type': 'application/json', origin })).toBe(204);
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(1);
  });

  test('it listens on 127.0.0.1 and nowhere else', async () => {
    const emulator = await start();
    expect(new URL(emulator.address).hostname).toBe('127.0.0.1');
  });
});

describe('what the page may do', () => {
  test('nothing inline, nothing from elsewhere, no frame, no address told', async () => {
    const emulator = await start();
    const { headers } = await fetch(`${emulator.address}html.js`);
    expect(headers.get('content-type')).toContain('text/javascript');
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
    expect(csp).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('Preact comes from its package, under an address of the page', async () => {
    const emulator = await start();
    const response = await fetch(`${emulator.address}vendor/preact/preact.mjs`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  test.each([
    '../emulator.ts',
    '%2e%2e/emulator.ts',
    'protocol.d.ts',
    'vendor/preact/../../package.json',
    '.hidden',
    'h.js/',
    'h.js%00',
    '//etc/passwd',
    'vendor/other.mjs',
  ])('%s is no file of the page', async (path) => {
    const emulator = await start();
    const { pathname, host } = new URL(emulator.address);
    expect(await ask(emulator, `${pathname}${path}`, { host })).toBe(404);
  });

  test('a file that somebody sent is never run', async () => {
    const emulator = await start();
    const form = new FormData();
    form.set('files[0]', new Blob(['<script>1</script>'], { type: 'text/html' }), 'a.html');
    const { json } = await call(emulator, 'POST', `/channels/${ids.desk}/messages`, form);
    const [file] = json['attachments'] as { url: string }[];
    const { headers } = await fetch(file?.url ?? '');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    // Who was not shown the address cannot guess it.
    expect((await fetch((file?.url ?? '').replace(/[\w-]{22}(?=\/a\.html)/, 'x'.repeat(22)))).status).toBe(404);
  });
});

describe('a real token', () => {
  test('is known by its shape', () => {
    expect(looksReal(REAL)).toBe(true);
    expect(looksReal(`Bot ${REAL}`)).toBe(true);
    for (const other of ['', 'local-abc', 'a.b.c', `${REAL}.x`, 'x'.repeat(70)]) expect(looksReal(other)).toBe(false);
  });

  test('is refused by the gateway and by REST, and is written down nowhere', async () => {
    const emulator = await start();
    const line = connect(emulator);
    await line.next();
    line.send({ op: 2, d: identify(emulator, { token: REAL }) });
    expect(await line.closed).toBe(4004);
    expect((await call(emulator, 'GET', '/users/@me', undefined, REAL)).status).toBe(401);
    expect(JSON.stringify(emulator.log)).not.toContain(REAL);
  });
});
