import { createHash } from 'node:crypto';
import type { EmulatorClock } from '../clock.ts';
import type { Answer, Match } from './router.ts';

/** Requests a second, everything but interactions together (rate-limits.mdx, "Global Rate Limit"). */
const GLOBAL = { most: 50, withinMs: 1_000 };
/** 401, 403 and 429 together; more, and Cloudflare shuts the address out (rate-limits.mdx, "Invalid Request Limit"). */
const INVALID = { most: 10_000, withinMs: 600_000 };

interface Window {
  used: number;
  endsAt: number;
}

export interface Limits {
  /** Counts a call. Answers with 429 where there were too many, else with the headers that the answer shall carry. */
  take(match: Match): { readonly refused: Answer | null; readonly headers: Readonly<Record<string, string>> };
  /** Counts an answer; true once there were so many invalid ones that Discord would bar the address. */
  barred(status: number, shared: boolean): boolean;
}

/** The buckets of one emulator: a window of fixed length each, as Discord's headers describe it. */
export function openLimits(clock: EmulatorClock): Limits {
  const buckets = new Map<string, Window>();
  const all: Window = { used: 0, endsAt: 0 };
  const invalid: Window = { used: 0, endsAt: 0 };

  const within = (window: Window, lengthMs: number): Window => {
    const now = clock.now();
    if (window.endsAt <= now) {
      window.used = 0;
      window.endsAt = now + lengthMs;
    }
    return window;
  };

  return {
    take({ route, params }) {
      if (route.global !== false) {
        const window = within(all, GLOBAL.withinMs);
        window.used += 1;
        if (window.used > GLOBAL.most) return { refused: tooMany(window.endsAt - clock.now(), 'global'), headers: {} };
      }
      if (!route.bucket) return { refused: null, headers: {} };
      const [most, lengthMs] = route.bucket;
      const name = createHash('sha1').update(`${route.method} ${route.path}`).digest('hex').slice(0, 20);
      const major = params['channel'] ?? params['guild'] ?? params['token'] ?? params['app'] ?? '';
      const key = `${name} ${major}`;
      const window = within(buckets.get(key) ?? { used: 0, endsAt: 0 }, lengthMs);
      buckets.set(key, window);
      if (buckets.size > 1_000) drop(buckets, clock.now());
      window.used += 1;
      const left = window.endsAt - clock.now();
      const headers = {
        'x-ratelimit-bucket': name,
        'x-ratelimit-limit': String(most),
        'x-ratelimit-remaining': String(Math.max(0, most - window.used)),
        'x-ratelimit-reset': (window.endsAt / 1_000).toFixed(3),
        'x-ratelimit-reset-after': (left / 1_000).toFixed(3),
      };
      return { refused: window.used > most ? tooMany(left, 'user', headers) : null, headers };
    },
    barred(status, shared) {
      if (status !== 401 && status !== 403 && (status !== 429 || shared)) return false;
      const window = within(invalid, INVALID.withinMs);
      window.used += 1;
      return window.used > INVALID.most;
    },
  };
}

const MESSAGES = {
  user: 'You are being rate limited.',
  shared: 'The resource is being rate limited.',
  global: 'You are being rate limited.',
} as const;

/** 429 in Discord's shape. */
export function tooMany(
  waitMs: number,
  scope: 'user' | 'shared' | 'global',
  more: Readonly<Record<string, string>> = {},
): Answer {
  const seconds = Math.max(0, waitMs) / 1_000;
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: MESSAGES[scope], retry_after: seconds, global },
    headers: {
      ...more,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
  };
}

function drop(buckets: Map<string, Window>, now: number): void {
  for (const [key, window] of buckets) if (window.endsAt <= now) buckets.delete(key);
}
