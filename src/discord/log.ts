import { pino } from 'pino';

/** A log. What people type is never written to it. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * An error as it may be logged: its kind, its codes and where it was thrown. Its message is left out, because it may quote
 * what was typed, and so is the address of a request, which holds the token of the interaction.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...((typeof code === 'number' || typeof code === 'string') && { code }),
    ...(typeof status === 'number' && { status }),
    at: frames.slice(0, 6).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Fields that discord.js adds to its errors: the URL of a request holds the interaction's token, the body what was typed. */
const SECRET = ['url', 'requestBody', 'rawError', 'token', 'headers'];

/** Logs to standard error, one JSON object a line. Standard output is for people. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    },
    pino.destination({ dest: 2, sync: true }),
  );
