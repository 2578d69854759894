import type { APIAttachment } from 'discord-api-types/v10';
import { COMPONENT } from '../discord-codes.ts';
import { isObject, numberOf, objectOf, objectsOf, textOf, type JsonObject } from '../json.ts';

/** Resolves an address as it was sent: `attachment://name` becomes the address under which the file is served. */
function mediaFrom(sent: unknown, attachments: readonly APIAttachment[], newId: () => string): JsonObject {
  const url = textOf(objectOf(sent)['url']);
  const file = attachmentOf(url, attachments);
  if (!file) return { id: newId(), url, proxy_url: url, width: null, height: null, content_type: null };
  return {
    id: newId(),
    url: file.url,
    proxy_url: file.proxy_url,
    width: file.width ?? null,
    height: file.height ?? null,
    content_type: file.content_type ?? null,
    attachment_id: file.id,
  };
}

/** The file that `attachment://name` names. */
export function attachmentOf(url: string, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return name === undefined ? undefined : attachments.find((one) => one.filename === name);
}

/**
 * Components as Discord sends them back: each with a number of its own, every address looked up, every default filled
 * in. Numbers that the sender chose are kept, the others are the lowest that are free, in reading order.
 */
export function settleComponents(
  sent: unknown,
  attachments: readonly APIAttachment[],
  newId: () => string,
): JsonObject[] {
  const taken = new Set<number>();
  for (const one of everyComponent(sent)) if (numberOf(one['id']) > 0) taken.add(numberOf(one['id']));
  let next = 1;
  const number = (one: JsonObject): number => {
    if (numberOf(one['id']) > 0) return numberOf(one['id']);
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const media = (value: unknown): JsonObject => mediaFrom(value, attachments, newId);
  const one = (component: JsonObject): JsonObject => ({
    ...withoutNulls(component),
    id: number(component),
    ...settled(component),
  });
  const all = (list: unknown): JsonObject[] => objectsOf(list).map(one);
  const settled = (component: JsonObject): JsonObject | undefined => {
    switch (component['type']) {
      case COMPONENT.row:
        return { components: all(component['components']) };
      case COMPONENT.section:
        return { components: all(component['components']), accessory: one(objectOf(component['accessory'])) };
      case COMPONENT.container:
        return {
          accent_color: component['accent_color'] ?? null,
          spoiler: component['spoiler'] === true,
          components: all(component['components']),
        };
      case COMPONENT.thumbnail:
        return { ...described(component), media: media(component['media']) };
      case COMPONENT.gallery:
        return {
          items: objectsOf(component['items']).map((item) => ({ media: media(item['media']), ...described(item) })),
        };
      case COMPONENT.file: {
        const file = attachmentOf(textOf(objectOf(component['file'])['url']), attachments);
        const shown = { name: file?.filename ?? null, size: file?.size ?? null };
        return { ...shown, spoiler: component['spoiler'] === true, file: media(component['file']) };
      }
      case COMPONENT.separator:
        return { divider: component['divider'] !== false, spacing: component['spacing'] ?? 1 };
      case COMPONENT.stringSelect:
        return { ...picks(component), options: objectsOf(component['options']).map(withoutNulls) };
      case COMPONENT.userSelect:
      case COMPONENT.roleSelect:
      case COMPONENT.mentionableSelect:
      case COMPONENT.channelSelect:
        return picks(component);
      default:
        return undefined;
    }
  };
  return all(sent);
}

function described(component: JsonObject): JsonObject {
  return { description: component['description'] ?? null, spoiler: component['spoiler'] === true };
}

function picks(component: JsonObject): JsonObject {
  return {
    min_values: component['min_values'] ?? 1,
    max_values: component['max_values'] ?? 1,
    disabled: component['disabled'] === true,
  };
}

function withoutNulls(component: JsonObject): JsonObject {
  if (!Object.values(component).includes(null)) return component;
  return Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null));
}

/** Every component at every depth: rows, sections with their accessory, containers, labels. */
export function everyComponent(list: unknown): JsonObject[] {
  const all: JsonObject[] = [];
  const add = (component: JsonObject): void => {
    all.push(component);
    if (Array.isArray(component['components'])) objectsOf(component['components']).forEach(add);
    for (const inner of [component['accessory'], component['component']]) if (isObject(inner)) add(inner);
  };
  objectsOf(list).forEach(add);
  return all;
}

/** All text that a message shows in text displays. */
export function textsIn(list: unknown): string[] {
  return everyComponent(list)
    .filter((one) => one['type'] === COMPONENT.text)
    .map((one) => textOf(one['content']));
}
