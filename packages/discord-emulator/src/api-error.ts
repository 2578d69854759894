/** A refusal in Discord's shape: an HTTP status, a code of its own, a sentence, and for a form where it is wrong. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Readonly<Record<string, unknown>> | null;

  constructor(status: number, code: number, message: string, errors: Readonly<Record<string, unknown>> | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

/** Statuses and sentences by code: topics/opcodes-and-status-codes.mdx, "JSON error codes". */
const KNOWN = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30034: [429, 'Max number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has reached the maximum number of follow up messages.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50109: [400, 'The request body contains invalid JSON.'],
} as const satisfies Record<number, readonly [number, string]>;

export function refusal(code: keyof typeof KNOWN): ApiError {
  const [status, message] = KNOWN[code];
  return new ApiError(status, code, message);
}

export const unauthorised = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const wrongMethod = (): ApiError => new ApiError(405, 0, '405: Method Not Allowed');

/** One thing that is wrong with a form. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Everything that is wrong with a form at once, nested by path as Discord nests it. */
export function invalidForm(faults: readonly Fault[]): ApiError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let at = errors;
    for (const step of path) {
      const inner = at[String(step)];
      const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
      at[String(step)] = next;
      at = next;
    }
    const known: unknown = at['_errors'];
    at['_errors'] = [...(Array.isArray(known) ? known : []), { code, message }];
  }
  return new ApiError(400, 50035, 'Invalid Form Body', errors);
}

/** A refusal as one sentence for a developer: the code, what it says, and where a form is wrong. */
export function sentenceOf(error: ApiError): string {
  const places: string[] = [];
  const walk = (at: unknown, path: string): void => {
    if (typeof at !== 'object' || at === null) return;
    for (const [key, inner] of Object.entries(at)) {
      if (key !== '_errors') walk(inner, path === '' ? key : `${path}.${key}`);
      else if (Array.isArray(inner)) places.push(...inner.map((one: Fault) => `${path}: ${one.message}`));
    }
  };
  walk(error.errors, '');
  return `${error.code} ${error.message}${places.length > 0 ? ` (${places.join('; ')})` : ''}`;
}
