import { pino } from 'pino';
import type { Log } from './log.ts';

/** What discord.js hangs on its errors: the address of a request holds the interaction's token, its body what was typed. */
const SECRET = ['url', 'requestBody', 'rawError', 'token', 'headers'];

/** A log on standard error, one JSON object a line: standard output is for people. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    },
    pino.destination({ dest: 2, sync: true }),
  );
