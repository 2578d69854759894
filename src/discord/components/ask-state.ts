import type { Ask } from '../../commands/command.ts';
import { STATE_PER_ID } from './custom-id.ts';
import { cleanInput } from '../format/text.ts';

/** The question that a message answers. */
export interface ShownAsk extends Ask {
  /** The page whose snippets are shown in their paragraphs, in place of the answer; counts from 0. */
  readonly passages?: number;
}

/** The part that custom ids hold. Each press says by itself who pressed, and where. */
export type AskState = Omit<ShownAsk, 'from'>;

/**
 * A question as text for custom ids: `who|t0x2y3|en-GB|kosovo-mayors-2023|name=kurti`, backwards. The instant, to the second,
 * makes "yesterday" mean the same day on every page. It gives no rights: who can forge it could also have typed the
 * question. `who+2` are the passages of page 2.
 */
export const encodeAsk = (ask: AskState): string => backwards(forwards(ask));

function forwards({ command, now, locale, story, options, passages }: AskState): string {
  const seconds = Math.floor(now.epochMilliseconds / 1000).toString(36);
  const pairs = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  const about = passages === undefined ? command : `${command}+${passages}`;
  return [about, seconds, locale, story ?? '', ...pairs].map(packed).join('|');
}

/** Whether a question fits into the ids of three page buttons. */
export const fitsCustomIds = (ask: AskState): boolean => forwards(ask).length <= 3 * STATE_PER_ID;

/**
 * A link or a mention that somebody typed does nothing when it is written backwards, even in a client that looks for one in
 * a custom id.
 */
const backwards = (text: string): string => Array.from(text).toReversed().join('');

const packed = (field: string): string => field.replaceAll('~', '~0').replaceAll('|', '~1');
const unpacked = (field: string): string => field.replaceAll('~1', '|').replaceAll('~0', '~');

const NAME = /^[a-z][a-z_-]{0,31}$/;
const ABOUT = /^([a-z][a-z_-]{0,31})(?:\+(\d{1,4}))?$/;
const SECONDS = /^[0-9a-z]{1,7}$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const STORY = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** The question, or null for a text that `encodeAsk` never writes. */
export function decodeAsk(text: string): AskState | null {
  const [about = '', seconds = '', locale = '', story = '', ...pairs] = backwards(text).split('|').map(unpacked);
  const [, command, passages] = ABOUT.exec(about) ?? [];
  if (command === undefined || !SECONDS.test(seconds) || !LOCALE.test(locale) || !STORY.test(story)) return null;
  const options: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    if (!NAME.test(name) || Object.hasOwn(options, name) || value === '' || value !== cleanInput(value)) return null;
    options[name] = value;
  }
  const now = Temporal.Instant.fromEpochMilliseconds(Number.parseInt(seconds, 36) * 1000);
  const kept = { command, options, now, locale, story: story === '' ? null : story };
  return passages === undefined ? kept : { ...kept, passages: Number(passages) };
}

/** The values of all options in their order, for people. */
export const typedText = ({ options }: Pick<AskState, 'options'>): string => Object.values(options).join(' · ');
