import { FLAG_COMPONENTS_V2, MAX_MESSAGE_COMPONENTS, MAX_MESSAGE_TEXT } from '../../limits.ts';
import { isRecord, recordsOf } from '../../../is-record.ts';
import { COMPONENT_TYPE, NO_MENTIONS } from '../../format/message.ts';

type Json = Readonly<Record<string, unknown>>;

/** Text for the top of a message, as markdown: in full, and in short where the message has little room. */
export interface Banner {
  /** Part of both texts, and of no other text. */
  readonly ref: string;
  readonly full: string;
  readonly short: string;
}

export interface BannerResult {
  /** The body of the edit; null where nothing changes. */
  readonly body: Json | null;
  /** Refs of banners for which the message has no room. */
  readonly omitted: readonly string[];
}

const PLAIN_TEXT = 2_000;

/**
 * A message as Discord returned it, with banners on top, the newest first. All else is kept, buttons and pictures too: a
 * banner that would break a limit is omitted and named, and one that is there already is not added again.
 */
export function withBanners(message: Json, corrections: readonly Banner[]): BannerResult {
  const there = JSON.stringify([message['content'], message['components']]);
  const missing = corrections.filter(({ ref }) => !there.includes(ref));
  const { flags } = message;
  return typeof flags === 'number' && (flags & FLAG_COMPONENTS_V2) !== 0
    ? componentsWith(message, missing)
    : contentWith(message, missing);
}

function componentsWith(message: Json, corrections: readonly Banner[]): BannerResult {
  const files = recordsOf(message['attachments']);
  const before = recordsOf(message['components']).map((component) => asSent(component, files));
  const all = [...everyOne(before)];
  let count = all.length;
  let length = all.reduce(
    (sum, { type, content }) => sum + (type === COMPONENT_TYPE.text ? textOf(content).length : 0),
    0,
  );
  const top: Json[] = [];
  const omitted: string[] = [];
  for (const { ref, full, short } of corrections) {
    const fitting = [full, short].find((text) => length + text.length <= MAX_MESSAGE_TEXT);
    if (fitting === undefined || count === MAX_MESSAGE_COMPONENTS) {
      omitted.push(ref);
      continue;
    }
    top.unshift({ type: COMPONENT_TYPE.text, content: fitting });
    count += 1;
    length += fitting.length;
  }
  if (top.length === 0) return { body: null, omitted: omitted };
  return { body: { components: [...top, ...before], allowed_mentions: NO_MENTIONS }, omitted: omitted };
}

function contentWith(message: Json, corrections: readonly Banner[]): BannerResult {
  let content = textOf(message['content']);
  const omitted: string[] = [];
  for (const { ref, full, short } of corrections) {
    const fitting = [full, short].find((text) => `${text}\n${content}`.length <= PLAIN_TEXT);
    if (fitting === undefined) omitted.push(ref);
    else content = `${fitting}\n${content}`;
  }
  const body = omitted.length === corrections.length ? null : { content, allowed_mentions: NO_MENTIONS };
  return { body, omitted: omitted };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function* everyOne(components: readonly Json[]): Generator<Json> {
  for (const component of components) {
    yield component;
    yield* everyOne(recordsOf(component['components']));
    if (isRecord(component['accessory'])) yield* everyOne([component['accessory']]);
  }
}

/**
 * A component that Discord returned, as a request may contain it: without its number, and without what Discord added about
 * files. A file is named as when it was posted, because its URL expires.
 */
function asSent(component: Json, files: readonly Json[]): Json {
  const { id: _id, ...rest } = component;
  const inner = (value: unknown): Json[] => recordsOf(value).map((each) => asSent(each, files));
  const media = (value: unknown): Json => ({ url: addressOf(value, files) });
  switch (rest['type']) {
    case COMPONENT_TYPE.gallery:
      return { ...rest, items: recordsOf(rest['items']).map((item) => ({ ...item, media: media(item['media']) })) };
    case COMPONENT_TYPE.file: {
      const { name: _name, size: _size, ...file } = rest;
      return { ...file, file: media(file['file']) };
    }
    default:
      return 'components' in rest ? { ...rest, components: inner(rest['components']) } : rest;
  }
}

function addressOf(media: unknown, files: readonly Json[]): string {
  const { url, attachment_id: id } = isRecord(media) ? media : {};
  const file = files.find((each) => each['id'] === id) ?? files.find((each) => bare(each['url']) === bare(url));
  return file === undefined ? textOf(url) : `attachment://${textOf(file['filename'])}`;
}

/** A URL without its signature, which differs each time. */
const bare = (url: unknown): string => textOf(url).split('?', 1)[0] ?? '';
