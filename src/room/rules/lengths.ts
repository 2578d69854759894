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

/** The second and every later one of several equal values, each at its own path. */
export function repeated(
  values: readonly { readonly path: Fault['path']; readonly value: string }[],
  code: string,
  message: string,
): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { path, value } of values) {
    if (seen.has(value)) faults.push({ path, code, message });
    seen.add(value);
  }
  return faults;
}
