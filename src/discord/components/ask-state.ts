import type { Ask } from '../../commands/command.ts';
import { STATE_PER_ID } from './custom-id.ts';
import { cleanInput } from '../format/text.ts';

/** What a message answers. */
export interface ShownAsk extends Ask {
  /** The page of the answer whose snippets are shown in their paragraphs, in place of the answer; counts from 0. */
  readonly passages?: number;
}

/** The part of it that stands in the ids of buttons; where it comes from is told anew by each press. */
export type AskState = Omit<ShownAsk, 'from'>;

/**
 * A question as text, to be kept in the ids of buttons: `who|t0x2y3|en-GB|kosovo-mayors-2023|name=kurti`, backwards. It says what was
 * asked and when, to the second, so that "yesterday" means the same day on every page. It carries no authority: whoever
 * could forge it could as well have typed the question. `who+2` are the passages of page 2.
 */
export const encodeAsk = (ask: AskState): string => backwards(forwards(ask));

function forwards({ command, now, locale, story, options, passages }: AskState): string {
  const seconds = Math.floor(now.epochMilliseconds / 1000).toString(36);
  const pairs = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  const about = passages === undefined ? command : `${command}+${passages}`;
  return [about, seconds, locale, story ?? '', ...pairs].map(packed).join('|');
}

/** Whether a question fits into the ids of the three page buttons, which every answer can have. */
export const fitsCustomIds = (ask: AskState): boolean => forwards(ask).length <= 3 * STATE_PER_ID;

/**
 * Letter by letter from the end, so that what somebody typed stands nowhere in a message as they typed it: a link or a
 * mention in an id is dead, also for a client that would look for one there.
 */
const backwards = (text: string): string => Array.from(text).toReversed().join('');

const packed = (field: string): string => field.replaceAll('~', '~0').replaceAll('|', '~1');
const unpacked = (field: string): string => field.replaceAll('~1', '|').replaceAll('~0', '~');

const NAME = /^[a-z][a-z_-]{0,31}$/;
const ABOUT = /^([a-z][a-z_-]{0,31})(?:\+(\d{1,4}))?$/;
const SECONDS = /^[0-9a-z]{1,7}$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const STORY = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** The question that was written, or null for a text that `encodeAsk` never writes. */
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

/** What was typed, for people: the values of all options in their order. */
export const typedText = ({ options }: Pick<AskState, 'options'>): string => Object.values(options).join(' · ');
