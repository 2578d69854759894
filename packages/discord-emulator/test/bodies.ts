import { isObject, type JsonObject } from '../src/json.ts';
import type { Answered } from './raw-request.ts';

/** Small right bodies, to be made wrong in one place. */
export const V2 = 32_768;
export const long = (length: number): string => 'x'.repeat(length);
export const many = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, n) => make(n));
export const text = (content = 'text'): JsonObject => ({ type: 10, content });
export const button = (n: number | string = 1): JsonObject => ({
  type: 2,
  style: 1,
  label: 'Press',
  custom_id: `b${n}`,
});
export const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
export const option = (value: string): JsonObject => ({ label: value, value });
export const select = (more: JsonObject = {}): JsonObject => ({
  type: 3,
  custom_id: 's',
  options: [option('a'), option('b')],
  ...more,
});
export const box = (...components: JsonObject[]): JsonObject => ({ type: 17, components });
export const v2 = (...components: JsonObject[]): JsonObject => ({ flags: V2, components });
export const picture = (url: string): JsonObject => ({ type: 12, items: [{ media: { url } }] });
export const input = (n: number): JsonObject => ({
  type: 18,
  label: 'Label',
  component: { type: 4, style: 1, custom_id: `i${n}` },
});
export const modal = (...components: JsonObject[]): JsonObject => ({
  type: 9,
  data: { custom_id: 'm', title: 'T', components },
});
export const chat = (more: JsonObject = {}): JsonObject => ({ name: 'who', description: 'Who', ...more });
export const opt = (more: JsonObject = {}): JsonObject => ({ type: 3, name: 'name', description: 'A name', ...more });

/** Where a refusal says that something is wrong: `data.embeds.0.title`. */
export function places({ json }: Answered): string[] {
  const found: string[] = [];
  const walk = (at: unknown, path: string): void => {
    if (!isObject(at)) return;
    for (const [key, inner] of Object.entries(at)) {
      if (key === '_errors') found.push(path);
      else walk(inner, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(json['errors'], '');
  return found;
}
