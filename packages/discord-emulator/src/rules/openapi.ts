import { $ZodArray, safeParse, type $ZodIssue, type $ZodType } from 'zod/v4/core';
import * as published from 'discord-api-spec/zod';
import type { Fault } from '../api-error.ts';
import { CALLBACK } from '../discord-codes.ts';
import { isObject, objectOf, type JsonObject } from '../json.ts';

/** The kinds of bodies that the emulator takes. */
export type Form =
  | 'message'
  | 'message edit'
  | 'follow-up'
  | 'follow-up edit'
  | 'callback'
  | 'command'
  | 'command edit'
  | 'commands'
  | 'direct channel';

const CALLBACKS: Readonly<Record<number, $ZodType>> = {
  [CALLBACK.pong]: published.PongInteractionCallbackRequestSchema,
  [CALLBACK.message]: published.CreateMessageInteractionCallbackRequestSchema,
  [CALLBACK.deferredMessage]: published.CreateMessageInteractionCallbackRequestSchema,
  [CALLBACK.deferredUpdate]: published.UpdateMessageInteractionCallbackRequestSchema,
  [CALLBACK.update]: published.UpdateMessageInteractionCallbackRequestSchema,
  [CALLBACK.choices]: published.ApplicationCommandAutocompleteCallbackRequestSchema,
  [CALLBACK.modal]: published.ModalInteractionCallbackRequestSchema,
};

const commands: $ZodType = new $ZodArray({
  type: 'array',
  element: published.ApplicationCommandUpdateRequestSchema,
});

const FORMS: Readonly<Record<Exclude<Form, 'callback'>, $ZodType>> = {
  message: published.MessageCreateRequestSchema,
  'message edit': published.MessageEditRequestPartialSchema,
  'follow-up': published.IncomingWebhookRequestPartialSchema,
  'follow-up edit': published.IncomingWebhookUpdateRequestPartialSchema,
  command: published.ApplicationCommandCreateRequestSchema,
  'command edit': published.ApplicationCommandPatchRequestPartialSchema,
  commands,
  'direct channel': published.CreatePrivateChannelRequestSchema,
};

/**
 * Holds a body against Discord's published description. `strangers` are the fields that it does not know: Discord
 * ignores them, so they are no fault, but they are worth a line in the log.
 */
export function againstSpec(form: Form, json: unknown): { faults: Fault[]; strangers: string[] } {
  if (form !== 'commands' && !isObject(json)) {
    return {
      faults: [{ path: [], code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used.' }],
      strangers: [],
    };
  }
  const schema = form === 'callback' ? CALLBACKS[Number(objectOf(json)['type'])] : FORMS[form];
  if (!schema) {
    const message = `Value must be one of (${Object.keys(CALLBACKS).join(', ')}).`;
    return { faults: [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }], strangers: [] };
  }
  return heldAgainst(schema, asWritten(json));
}

/** One body against one description. */
export function heldAgainst(schema: $ZodType, input: unknown): ReturnType<typeof againstSpec> {
  const result = safeParse(schema, input, { reportInput: true });
  if (result.success) return { faults: [], strangers: strangersIn(input, result.data).map(written) };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])), strangers: [] };
}

/**
 * Two forms that Discord takes and the description does not know: permissions as a string, which the documentation
 * asks for, and the numbers of attachments as numbers.
 */
function asWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asWritten);
  if (!isObject(value)) return value;
  const copy: JsonObject = { ...value };
  const bits = value['default_member_permissions'];
  if (typeof bits === 'string' && /^\d+$/.test(bits)) copy['default_member_permissions'] = Number(bits);
  if (isObject(value['data'])) copy['data'] = asWritten(value['data']);
  if (Array.isArray(value['attachments'])) {
    copy['attachments'] = value['attachments'].map((one: unknown) =>
      isObject(one) && typeof one['id'] === 'number' ? { ...one, id: String(one['id']) } : one,
    );
  }
  return copy;
}

function faultsOf(issue: $ZodIssue, above: Path): Fault[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = branchMeant(issue.errors);
    if (!meant) {
      const message = 'Value of field "type" must be one of those known here.';
      return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message }];
    }
    return meant.flatMap((one) => faultsOf(one, path));
  }
  return [{ path, ...wording(issue) }];
}

/** Of several descriptions the one that was meant: its `type` fits, it is no other kind of value, and it finds least. */
function branchMeant(branches: readonly $ZodIssue[][]): readonly $ZodIssue[] | undefined {
  const fits = branches.filter((one) => !one.some(({ path }) => path.length === 1 && path[0] === 'type'));
  const inside = fits.filter((one) => one.every(({ path }) => path.length > 0));
  return (inside.length > 0 ? inside : fits).toSorted((a, b) => a.length - b.length)[0];
}

/** Discord's code and sentence for what Zod found. */
function wording(issue: $ZodIssue): { code: string; message: string } {
  const { input } = issue;
  if (input === undefined || input === null || (issue.code === 'too_small' && input === '')) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  const number = typeof input === 'number';
  if (issue.code === 'too_big') {
    return number
      ? { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` }
      : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  }
  if (issue.code === 'too_small') {
    return number
      ? { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` }
      : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  }
  if (issue.code === 'invalid_value') {
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.map(String).join(', ')}).` };
  }
  if (issue.code === 'invalid_format') {
    return issue.format === 'url'
      ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
      : { code: 'BASE_TYPE_FORMAT', message: `Value has not the form of a ${issue.format}.` };
  }
  if (issue.code === 'invalid_type') {
    return { code: `${issue.expected.toUpperCase()}_TYPE_CONVERT`, message: `Could not be read as ${issue.expected}.` };
  }
  return { code: 'BASE_TYPE_INVALID', message: 'Value is not valid here.' };
}

type Path = Fault['path'];

const NONE: readonly Path[] = [];

/** What the description has left out. Nearly always that is nothing: a path is made on the way back, from what was found. */
function strangersIn(input: unknown, known: unknown): readonly Path[] {
  if (Array.isArray(input) && Array.isArray(known)) {
    return input.reduce<readonly Path[]>((found, one, at) => under(at, strangersIn(one, known[at]), found), NONE);
  }
  if (!isObject(input) || !isObject(known)) return NONE;
  let found = NONE;
  for (const key of Object.keys(input)) {
    if (key in known) found = under(key, strangersIn(input[key], known[key]), found);
    else if (input[key] !== undefined) found = [...found, [key]];
  }
  return found;
}

const under = (step: string | number, inside: readonly Path[], found: readonly Path[]): readonly Path[] =>
  inside.length === 0 ? found : [...found, ...inside.map((path) => [step, ...path])];

/** `data.components[2].colour`. */
const written = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
