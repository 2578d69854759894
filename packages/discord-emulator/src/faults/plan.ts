import { objectOf, textOf } from '../json.ts';
import type { LogEntry } from '../traffic-log.ts';

/** Faults of a REST call. The last four do the work, and then lose, delay or damage the answer. */
export type RestFault =
  | { readonly kind: 'delay'; readonly ms: number }
  /** A refusal without the work: 5xx, 401, 403, 404. */
  | { readonly kind: 'answer'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: 'limit'; readonly scope: 'user' | 'shared' | 'global'; readonly afterMs: number }
  /** As Cloudflare refuses: a page instead of JSON. */
  | { readonly kind: 'limit-html'; readonly afterMs: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'cut-applied' }
  | { readonly kind: 'applied'; readonly status: number }
  | { readonly kind: 'hang'; readonly ms: number }
  | { readonly kind: 'truncated' };

/** Faults of a dispatch after it was sent. */
export type GatewayFault =
  | { readonly kind: 'again'; readonly sameSequence: boolean }
  /** 1006 is a connection that breaks without a close frame. */
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'invalidate'; readonly resumable: boolean }
  /** The session's servers become unavailable, and come back. */
  | { readonly kind: 'outage'; readonly ms: number };

/** Faults of a connection when it is made. */
export type ConnectionFault =
  | { readonly kind: 'late-hello'; readonly ms: number }
  /** Heartbeats are never acknowledged on it. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'refuse-resume' }
  /** Closed in place of READY or RESUMED: 4004 and 4014 are permanent. */
  | { readonly kind: 'close'; readonly code: number };

export type Fault = RestFault | GatewayFault | ConnectionFault;

/**
 * The name of one thing that may go wrong. It does not depend on the order in which things happen to arrive, so that one
 * seed means the same faults in every run: `route` is `POST /channels/:channel/messages`, `dispatch MESSAGE_CREATE` or
 * `connection`, `subject` the channel or the k-th interaction (`#k`), `nth` counts what has both in common, from 1 on.
 */
export interface Occasion {
  readonly route: string;
  readonly subject: string;
  readonly nth: number;
}

/** Called for each call, dispatch and connection; null means no fault. */
export interface FaultPlan {
  rest(occasion: Occasion): RestFault | null;
  gateway(occasion: Occasion): GatewayFault | null;
  connection(occasion: Occasion): ConnectionFault | null;
}

export function nameOf({ route, subject, nth }: Occasion): string {
  return `${route} ${subject} ${nth}`;
}

/** The plan that replays the faults of a log. */
export function replayed(log: readonly LogEntry[]): FaultPlan {
  const known = new Map<string, Fault>();
  for (const entry of log) {
    if (entry.kind !== 'fault') continue;
    const { occasion, fault } = objectOf(entry.request);
    const { route, subject, nth } = objectOf(occasion);
    known.set(nameOf({ route: textOf(route), subject: textOf(subject), nth: Number(nth) }), fault as Fault);
  }
  return planOf((one) => known.get(nameOf(one)) ?? null);
}

/** Scripted faults: the n-th entry of a list is for the n-th call of a route, whatever its subject. */
export function scripted(script: Readonly<Record<string, readonly (Fault | null)[]>>): FaultPlan {
  const used = new Map<string, number>();
  return planOf(({ route }) => {
    const at = used.get(route) ?? 0;
    used.set(route, at + 1);
    return script[route]?.[at] ?? null;
  });
}

/** The route decides which kinds of faults are possible. */
function planOf(find: (occasion: Occasion) => Fault | null): FaultPlan {
  return {
    rest: (one) => find(one) as RestFault | null,
    gateway: (one) => find(one) as GatewayFault | null,
    connection: (one) => find(one) as ConnectionFault | null,
  };
}
