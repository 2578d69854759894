import type { Call } from '../context.ts';
import type { Form } from '../rules/openapi.ts';
import { notFound, wrongMethod } from '../api-error.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is lost on its way, or half of it. */
  readonly spoilt?: 'cut' | 'half';
}

export interface Route {
  readonly method: Method;
  /** `/channels/:channel/messages`, without the version. */
  readonly path: string;
  /** True for routes whose address is their own proof: webhooks and interactions. */
  readonly open?: true;
  /** What its body must be; absent for routes without one. */
  readonly form?: Form;
  /** How many calls in how many milliseconds; channel, server and webhook each have buckets of their own. */
  readonly bucket?: readonly [number, number];
  /** False for the calls that Discord leaves out of its limit of 50 a second. */
  readonly global?: false;
  run(call: Call): Answer;
}

export interface Match {
  readonly route: Route;
  readonly params: Record<string, string>;
}

export type Find = (method: string, path: string) => Match;

/** Finds the route of a path; throws 404 or 405 in Discord's shape. */
export function routesOf(routes: readonly Route[]): Find {
  const compiled = routes.map((route) => ({ route, parts: route.path.split('/') }));
  return (method, path) => {
    const steps = path.split('/');
    let known = false;
    for (const { route, parts } of compiled) {
      const params = fit(parts, steps);
      if (!params) continue;
      if (route.method === method) return { route, params };
      known = true;
    }
    throw known ? wrongMethod() : notFound();
  };
}

function fit(parts: readonly string[], steps: readonly string[]): Record<string, string> | null {
  if (parts.length !== steps.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const step = steps[index] ?? '';
    if (part.startsWith(':') && step !== '') {
      const value = decoded(step);
      if (value === null) return null;
      params[part.slice(1)] = value;
    } else if (part !== step) {
      return null;
    }
  }
  return params;
}

function decoded(step: string): string | null {
  try {
    return decodeURIComponent(step);
  } catch {
    return null;
  }
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const DONE: Answer = { status: 204 };
