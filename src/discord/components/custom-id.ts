import { hash } from 'node:crypto';
import { MAX_CUSTOM_ID } from '../limits.ts';
import { truncate } from '../format/text.ts';

/**
 * What a component does. The custom ids of a message together hold its state, so that buttons work after a restart:
 * `1.page.2.0.Ab3x.who|t0x2y3|en-GB||name=kurti.` is version, action, argument, the position of this part, a checksum of the
 * whole state, and the part. The checksum finds damage and ids of two messages; it does not authenticate anything.
 */
export interface ButtonId {
  readonly action: string;
  readonly argument: string;
}

const FORM = /^1\.([a-z]+)\.([\w-]*)\.(\d)\.([\w-]{4})\.(.*)\.$/su;

/** UTF-16 units of state that fit beside the longest action and argument in use. */
export const STATE_PER_ID = 80;

/** Components of a message: a position is one digit. */
const MOST = 10;

/** Unique ids for `presses`, with the state spread over them; null when it does not fit. */
export function encodeCustomIds(presses: readonly ButtonId[], state: string): string[] | null {
  const sum = checksum(state);
  let rest = state;
  const ids = presses.map(({ action, argument }, place) => {
    const head = `1.${action}.${argument}.${place}.${sum}.`;
    const part = truncate(rest, MAX_CUSTOM_ID - head.length - 1);
    rest = rest.slice(part.length);
    return `${head}${part}.`;
  });
  return rest === '' && ids.length <= MOST ? ids : null;
}

/**
 * Reads what `pressed` does, and the state from the ids of all components of the message, in any order.
 * Null when `pressed` is not among them, or when a part is missing or damaged.
 */
export function decodeCustomIds(
  pressed: string,
  all: readonly string[],
): (ButtonId & { readonly state: string }) | null {
  const [, action, argument] = FORM.exec(pressed) ?? [];
  if (action === undefined || argument === undefined || !all.includes(pressed)) return null;
  const state = decodeState(all);
  return state === null ? null : { action, argument, state };
}

/** The state of a message from all its custom ids; null when it has none, or a part is missing or damaged. */
export function decodeState(all: readonly string[]): string | null {
  const parts = all
    .map((id) => FORM.exec(id))
    .filter((found) => found !== null)
    .toSorted((one, other) => Number(one[3]) - Number(other[3]));
  const state = parts.map((found) => found[5] ?? '').join('');
  const sum = checksum(state);
  const whole = parts.every((found, place) => found[3] === String(place) && found[4] === sum);
  return whole && parts.length > 0 ? state : null;
}

/** Four characters: it finds accidents, not forgeries. */
export const checksum = (text: string): string => hash('sha256', text, 'base64url').slice(0, 4);
