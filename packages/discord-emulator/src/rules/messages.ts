import { refusal, type Fault } from '../api-error.ts';
import { COMPONENT, FLAG } from '../discord-codes.ts';
import { isObject, listOf, numberOf, objectOf, objectsOf, textOf, textsOf, type JsonObject } from '../json.ts';
import type { Upload } from '../world/state.ts';
import { safeName } from '../messages/uploads.ts';
import { componentRules, placed, type Placed } from './components.ts';
import { missing, required, tooLong } from './lengths.ts';

/** Ten MiB: the largest file without boosts. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** The message as it was before an edit. */
export interface Before {
  readonly flags: number;
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
}

/**
 * What the description misses about a message. `path` is where the message stands in the body; `before` is given for an
 * edit, which is judged by what it would leave. Throws 50006 for an empty message and 40005 for a file that is too big.
 */
export function messageRules(
  body: JsonObject,
  files: ReadonlyMap<string, Upload>,
  path: readonly (string | number)[],
  before: Before | null,
): Fault[] {
  for (const file of files.values()) if (file.bytes.length > LARGEST_FILE) throw refusal(40005);
  const flags = numberOf(body['flags']) | ((before?.flags ?? 0) & FLAG.v2);
  const v2 = (flags & FLAG.v2) !== 0;
  const after = (key: 'content' | 'embeds' | 'components'): unknown => (key in body ? body[key] : before?.[key]);
  const names = filesAfter(body, files, before);
  const components = placed(body['components'], [...path, 'components']);

  const faults = [
    ...tooLong([...path, 'content'], body['content'], 2_000),
    ...embedRules(body['embeds'], [...path, 'embeds']),
    ...mentionRules(body['allowed_mentions'], [...path, 'allowed_mentions']),
    ...componentRules(components, v2, [...path, 'components']),
    ...referenceRules(body, components, names, path),
  ];
  if (v2) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
      const value = key === 'content' || key === 'embeds' ? after(key) : body[key];
      if (textOf(value) === '' && listOf(value).length === 0 && !isObject(value)) continue;
      const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      faults.push({ path: [...path, key], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message });
    }
  }
  if (faults.length > 0) return faults;
  const shown =
    textOf(after('content')).trim() !== '' ||
    listOf(after('embeds')).length > 0 ||
    listOf(after('components')).length > 0 ||
    (!v2 && names.length > 0) ||
    isObject(body['poll']) ||
    listOf(body['sticker_ids']).length > 0;
  if (!shown) throw refusal(50006);
  return [];
}

/** The names of the files that the message would have, as Discord writes them. */
function filesAfter(body: JsonObject, files: ReadonlyMap<string, Upload>, before: Before | null): string[] {
  const listed = new Map(objectsOf(body['attachments']).map((one) => [textOf(one['id']), textOf(one['filename'])]));
  const kept = (before?.attachments ?? []).filter((one) => !Array.isArray(body['attachments']) || listed.has(one.id));
  const sent = [...files].map(([key, file]) => safeName(listed.get(key) || file.name));
  return [...kept.map((one) => one.filename), ...sent];
}

function embedRules(list: unknown, path: readonly (string | number)[]): Fault[] {
  const faults: Fault[] = [];
  let total = 0;
  for (const [index, embed] of objectsOf(list).entries()) {
    const at = [...path, index];
    const fields = objectsOf(embed['fields']);
    const texts = [
      embed['title'],
      embed['description'],
      objectOf(embed['footer'])['text'],
      objectOf(embed['author'])['name'],
      ...fields.flatMap((one) => [one['name'], one['value']]),
    ];
    total += texts.reduce<number>((sum, one) => sum + textOf(one).length, 0);
    const pictured = ['image', 'thumbnail', 'video'].some((key) => isObject(embed[key]));
    if (texts.every((one) => textOf(one).trim() === '') && !pictured) faults.push(required([...at, 'description']));
    for (const [number, field] of fields.entries()) {
      faults.push(...missing([...at, 'fields', number, 'name'], field['name']));
      faults.push(...missing([...at, 'fields', number, 'value'], field['value']));
    }
  }
  if (total > 6_000) {
    faults.push({ path, code: 'MAX_EMBED_SIZE_EXCEEDED', message: 'Embed size exceeds maximum size of 6000' });
  }
  return faults;
}

function mentionRules(value: unknown, path: readonly (string | number)[]): Fault[] {
  const allowed = objectOf(value);
  const parse = textsOf(allowed['parse']);
  return ['users', 'roles']
    .filter((key) => parse.includes(key) && listOf(allowed[key]).length > 0)
    .map((key) => ({
      path,
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
    }));
}

/** `attachment://name` must name a file of the message. */
function referenceRules(
  body: JsonObject,
  components: readonly Placed[],
  names: readonly string[],
  path: readonly (string | number)[],
): Fault[] {
  const faults: Fault[] = [];
  const look = (url: unknown, at: readonly (string | number)[]): void => {
    const name = /^attachment:\/\/(.*)$/.exec(textOf(url))?.[1];
    if (name === undefined || names.includes(name)) return;
    const message = `The referenced attachment '${name}' was not found`;
    faults.push({ path: at, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message });
  };
  for (const [index, embed] of objectsOf(body['embeds']).entries()) {
    for (const key of ['image', 'thumbnail']) look(objectOf(embed[key])['url'], [...path, 'embeds', index, key, 'url']);
  }
  for (const { path: at, component } of components) {
    if (component['type'] === COMPONENT.thumbnail) look(objectOf(component['media'])['url'], [...at, 'media', 'url']);
    if (component['type'] === COMPONENT.file) look(objectOf(component['file'])['url'], [...at, 'file', 'url']);
    for (const [number, item] of objectsOf(component['items']).entries()) {
      look(objectOf(item['media'])['url'], [...at, 'items', number, 'media', 'url']);
    }
  }
  return faults;
}
