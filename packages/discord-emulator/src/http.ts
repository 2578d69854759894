import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { serveClient } from './web-server/client-api.ts';
import type { Core } from './context.ts';
import type { GatewayServer } from './gateway/gateway.ts';
import { refuse, servePage, serveUpload } from './web-server/client-files.ts';
import { serveRest, type ServeRest } from './rest/server.ts';

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only. Port 0 means any that is free. */
export async function listen(core: () => Core, gateway: GatewayServer, port: number): Promise<HttpServer> {
  let rest: ServeRest | null = null;
  const server = createServer((request, response) => {
    rest ??= serveRest(core());
    serve(core(), rest, request, response).catch((error: unknown) => {
      core().log.write(
        'rest',
        `the emulator itself failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
      if (!response.headersSent) refuse(response, 500, 'The emulator itself failed.');
      else response.destroy();
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refused = strange(core(), request);
    if (refused !== null || !/^\/gateway\/?(?:\?|$)/.test(request.url ?? '')) {
      socket.end(`HTTP/1.1 ${refused ?? 404} Refused\r\nconnection: close\r\n\r\n`);
      return;
    }
    gateway.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => end(server, gateway) };
}

function end(server: Server, gateway: GatewayServer): Promise<void> {
  gateway.end();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * The status to refuse with, where a request does not come from this machine's own page or from a bot: a foreign Host
 * is a name that was pointed at 127.0.0.1 from outside (421), a foreign Origin another website (403).
 */
function strange(core: Core, request: IncomingMessage): 421 | 403 | null {
  const { host: port } = new URL(core.origin());
  const local = port.replace('127.0.0.1', 'localhost');
  const host = request.headers.host ?? '';
  if (host !== port && host !== local) return 421;
  const { origin } = request.headers;
  return origin === undefined || origin === `http://${port}` || origin === `http://${local}` ? null : 403;
}

async function serve(core: Core, rest: ServeRest, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = strange(core, request);
  if (refused === 421) return refuse(response, 421, 'This server answers to 127.0.0.1 and localhost alone.');
  if (refused === 403) return refuse(response, 403, 'Another website may not speak to this server.');
  const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
  if (path.startsWith('/api/v10/')) return rest(request, response, path.slice('/api/v10'.length), query);
  if (path.startsWith('/api/')) return refuse(response, 400, 'This server speaks version 10 of the API alone.');
  if (path.startsWith('/attachments/')) return serveUpload(response, core.state.uploads.get(path));
  const home = `/${core.secret}/`;
  if (!path.startsWith(home))
    return refuse(response, 404, 'There is nothing here. The address of the page has a secret in it.');
  const inside = path.slice(home.length);
  if (request.method === 'POST') {
    if (request.headers.origin === undefined) return refuse(response, 403, 'A page says where it comes from (Origin).');
    if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
      return refuse(response, 403, 'The content type must be application/json.');
    }
  } else if (request.method !== 'GET') {
    return refuse(response, 405, 'GET and POST alone.');
  }
  if (inside.startsWith('client/')) {
    return serveClient(core, request, response, inside.slice('client/'.length), new URLSearchParams(query));
  }
  return request.method === 'GET' ? servePage(response, inside) : refuse(response, 405, 'A file can be read only.');
}
