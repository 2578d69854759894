import type { APIAttachment } from 'discord-api-types/v10';
import { attachmentOf } from './normalize-components.ts';
import { isObject, objectsOf, textOf, type JsonObject } from '../json.ts';

/** Embeds as Discord sends them back: typed `rich`, `attachment://` looked up, times in ISO 8601, UTC. */
export function settleEmbeds(sent: unknown, attachments: readonly APIAttachment[]): JsonObject[] {
  const picture = (value: unknown): JsonObject | null => {
    if (!isObject(value)) return null;
    const file = attachmentOf(textOf(value['url']), attachments);
    if (!file) return { ...value, proxy_url: value['url'] };
    const { url, proxy_url, width, height, content_type } = file;
    return { url, proxy_url, width: width ?? 0, height: height ?? 0, ...(content_type && { content_type }) };
  };
  return objectsOf(sent).map((embed) => {
    const settled: JsonObject = { type: 'rich' };
    for (const [key, value] of Object.entries(embed)) if (value !== null && key !== 'type') settled[key] = value;
    for (const key of ['image', 'thumbnail']) {
      const shown = picture(embed[key]);
      if (shown) settled[key] = shown;
    }
    if (isObject(embed['author'])) settled['author'] = icon(embed['author'], attachments);
    if (isObject(embed['footer'])) settled['footer'] = icon(embed['footer'], attachments);
    if (embed['fields'] !== undefined && embed['fields'] !== null) {
      settled['fields'] = objectsOf(embed['fields']).map((one) => ({ ...one, inline: one['inline'] === true }));
    }
    if (typeof embed['timestamp'] === 'string') settled['timestamp'] = new Date(embed['timestamp']).toISOString();
    return settled;
  });
}

function icon(part: JsonObject, attachments: readonly APIAttachment[]): JsonObject {
  const sent = textOf(part['icon_url']);
  if (sent === '') return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
  const url = attachmentOf(sent, attachments)?.url ?? sent;
  return { ...part, icon_url: url, proxy_icon_url: url };
}
