import { createHash } from 'node:crypto';
import type { ConnectionFault, Fault, FaultPlan, GatewayFault, Occasion, RestFault } from './plan.ts';
import { nameOf } from './plan.ts';

/** A number from 0 to 1, 1 excluded, that depends on its arguments alone. */
function chance(...words: readonly (string | number)[]): number {
  return createHash('sha1').update(words.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One entry of a menu: how often it is taken, against the others, and what it is. `at` is a number from 0 to 1. */
interface Dish<Kind> {
  readonly weight: number;
  readonly make: (at: number) => Kind;
}

const range = (at: number, least: number, most: number): number => Math.round(least + at * (most - least));
const pick = <Value>(at: number, values: readonly [Value, ...Value[]]): Value =>
  values[Math.floor(at * values.length)] ?? values[0];

const REST: readonly Dish<RestFault>[] = [
  { weight: 20, make: (at) => ({ kind: 'delay', ms: range(at ** 3, 0, 2_500) }) },
  { weight: 14, make: (at) => failure(pick(at, [500, 502, 503, 504])) },
  { weight: 12, make: (at) => ({ kind: 'applied', status: pick(at, [500, 502, 503, 504]) }) },
  { weight: 10, make: () => ({ kind: 'cut' }) },
  { weight: 10, make: () => ({ kind: 'cut-applied' }) },
  { weight: 8, make: () => ({ kind: 'truncated' }) },
  {
    weight: 6,
    make: (at) => ({ kind: 'limit', scope: pick(at, ['user', 'shared', 'global']), afterMs: range(at, 50, 800) }),
  },
  { weight: 2, make: () => ({ kind: 'limit-html', afterMs: 1_000 }) },
];

/** Refusals that a bot cannot mend by trying again: only for plans that ask for them. */
const REFUSALS: Readonly<Record<string, RestFault>> = {
  401: { kind: 'answer', status: 401, code: 0, message: '401: Unauthorized' },
  50013: { kind: 'answer', status: 403, code: 50013, message: 'Missing Permissions' },
  50001: { kind: 'answer', status: 403, code: 50001, message: 'Missing Access' },
  10003: { kind: 'answer', status: 404, code: 10003, message: 'Unknown Channel' },
  10062: { kind: 'answer', status: 404, code: 10062, message: 'Unknown interaction' },
  10008: { kind: 'answer', status: 404, code: 10008, message: 'Unknown Message' },
  40005: { kind: 'answer', status: 413, code: 40005, message: 'Request entity too large' },
};

const GATEWAY: readonly Dish<GatewayFault>[] = [
  { weight: 60, make: (at) => ({ kind: 'again', sameSequence: at < 0.5 }) },
  { weight: 4, make: (at) => ({ kind: 'close', code: pick(at, [1006, 4000, 4008, 4009]) }) },
  { weight: 3, make: () => ({ kind: 'reconnect' }) },
  { weight: 1, make: () => ({ kind: 'invalidate', resumable: true }) },
  { weight: 1, make: (at) => ({ kind: 'outage', ms: range(at, 50, 500) }) },
];

const CONNECTION: readonly Dish<ConnectionFault>[] = [
  { weight: 6, make: (at) => ({ kind: 'late-hello', ms: range(at, 20, 500) }) },
  { weight: 1, make: () => ({ kind: 'refuse-resume' }) },
];

function failure(status: number): RestFault {
  return { kind: 'answer', status, code: 0, message: `${status}: fault` };
}

export interface Menu {
  /** The share of REST calls that meet a fault, 0 to 1. */
  readonly rest: number;
  /** The share of dispatches. */
  readonly gateway: number;
  /** The share of connections; the first one never fails. */
  readonly connection: number;
  /** How long a hanging call hangs: 16,000 ms, which is longer than discord.js waits. */
  readonly hangMs?: number;
  /** Which REST faults, by kind; all of them unless given. */
  readonly kinds?: readonly RestFault['kind'][];
  /** Codes of refusals that are drawn as well. */
  readonly refusals?: readonly string[];
  /** Only these routes; all of them unless given. */
  readonly routes?: readonly string[];
}

/** One plan for one seed: the same call has the same fault in every run. */
export function drawPlan(seed: number | string, menu: Menu): FaultPlan {
  const { kinds, hangMs = 16_000 } = menu;
  const hang: Dish<RestFault> = { weight: 1, make: () => ({ kind: 'hang', ms: hangMs }) };
  const refusals = (menu.refusals ?? []).flatMap((code): Dish<RestFault>[] => {
    const refusal = REFUSALS[code];
    if (!refusal) throw new Error(`No refusal ${code} is known: ${Object.keys(REFUSALS).join(', ')}.`);
    return [{ weight: 4, make: () => refusal }];
  });
  const rest = [...REST, hang].filter((dish) => !kinds || kinds.includes(dish.make(0).kind)).concat(refusals);
  const draw = <Kind extends Fault>(dishes: readonly Dish<Kind>[], share: number, occasion: Occasion): Kind | null => {
    const name = nameOf(occasion);
    if (chance(seed, name, 'whether') >= share) return null;
    let at = chance(seed, name, 'which') * dishes.reduce((sum, dish) => sum + dish.weight, 0);
    for (const dish of dishes) {
      at -= dish.weight;
      if (at < 0) return dish.make(chance(seed, name, 'how'));
    }
    return null;
  };
  return {
    rest: (one) => (menu.routes && !menu.routes.includes(one.route) ? null : draw(rest, menu.rest, one)),
    gateway: (one) => draw(GATEWAY, menu.gateway, one),
    connection: (one) => (one.nth === 1 ? null : draw(CONNECTION, menu.connection, one)),
  };
}

/** What the flag means: a seed, and after a colon the share of calls in per cent (20 unless given): `7`, `storm:40`. */
export function planFrom(text: string): FaultPlan {
  const match = /^([\w.-]+)(?::(\d{1,3}))?$/.exec(text.trim());
  const percent = Number(match?.[2] ?? 20);
  const seed = match?.[1];
  if (seed === undefined || percent > 100) {
    throw new Error(`A plan of faults is a seed, or a seed and per cent such as "7:40", not "${text}".`);
  }
  return drawPlan(seed, { rest: percent / 100, gateway: percent / 200, connection: percent / 100 });
}
