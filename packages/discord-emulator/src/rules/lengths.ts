import type { Fault } from '../api-error.ts';
import { textOf } from '../json.ts';

/**
 * Lengths are counted in UTF-16 units: Discord does not say what it counts, and no other count is ever larger. Who stays
 * inside here stays inside there.
 */
export function tooLong(path: Fault['path'], value: unknown, most: number): Fault[] {
  if (textOf(value).trim().length <= most) return [];
  return [{ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` }];
}

export function missing(path: Fault['path'], value: unknown): Fault[] {
  return textOf(value).trim() === '' ? [required(path)] : [];
}

export function required(path: Fault['path']): Fault {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

/** What must not come twice in a list, and where it stands. What has no value (null) is no repetition. */
interface Unique<One> {
  readonly value: (one: One) => string | null;
  readonly path: (one: One, at: number) => Fault['path'];
}

/** The second and every later one of several equal values, each at its own path. */
export function repeated<One>(
  list: readonly One[],
  { value, path }: Unique<One>,
  code: string,
  message: string,
): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const [at, one] of list.entries()) {
    const own = value(one);
    if (own === null) continue;
    if (seen.has(own)) faults.push({ path: path(one, at), code, message });
    seen.add(own);
  }
  return faults;
}
