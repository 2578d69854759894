import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Upload } from '../world/state.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Pictures that a browser draws without running anything. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Modules of other packages that the page imports: their own files, as they were installed. */
const VENDOR: Readonly<Record<string, string>> = {
  'vendor/preact/preact.mjs': createRequire(import.meta.url).resolve('preact'),
};

/** Scripts, styles, fonts and pictures of this address alone, nothing inline, nobody's frame, no address passed on. */
const GUARDS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Serves a file of the page by its path under the secret; 404 for everything that is not one. */
export async function servePage(response: ServerResponse, path: string): Promise<void> {
  const name = path === '' ? 'index.html' : path;
  const type = TYPES[extname(name)];
  // No dots but the one before the ending, so no way up and no hidden files; declarations are for editors only.
  const plain = /^(?:[\w-]+\/)*[\w-]+\.\w+$/.test(name) && type !== undefined;
  const file = VENDOR[name] ?? join(import.meta.dirname, '../web-client', name);
  const bytes = plain ? await readFile(file).catch(() => null) : null;
  if (!bytes) return refuse(response, 404, 'There is no such page.');
  response.writeHead(200, { ...GUARDS, 'content-type': type ?? 'application/octet-stream' });
  response.end(bytes);
}

/** Serves a file that somebody sent: pictures to look at, all else to be saved, never to be run. */
export function serveUpload(response: ServerResponse, upload: Upload | undefined): void {
  if (!upload) return refuse(response, 404, 'There is no such file.');
  const picture = PICTURES.has(upload.type);
  response.writeHead(200, {
    ...GUARDS,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': picture ? upload.type : 'application/octet-stream',
    'content-disposition': picture ? 'inline' : 'attachment',
    'content-length': upload.bytes.length,
  });
  response.end(upload.bytes);
}

export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...GUARDS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

export function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { ...GUARDS, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** Begins a stream of server-sent events. */
export function openStream(response: ServerResponse): (event: unknown) => void {
  response.writeHead(200, { ...GUARDS, 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(': the emulator is listening\n\n');
  return (event) => response.write(`data: ${JSON.stringify(event)}\n\n`);
}
