import type { IncomingMessage } from 'node:http';
import { ApiError, refusal } from '../api-error.ts';
import { isObject, listOf, type JsonObject } from '../json.ts';
import type { Upload } from '../world/state.ts';

/** A request of more is refused with 40005 (message.mdx: "maximum request size … 25 MiB"). */
const LARGEST = 25 * 1024 * 1024;

export interface Body {
  readonly json: unknown;
  readonly files: ReadonlyMap<string, Upload>;
}

const NO_FILES: ReadonlyMap<string, Upload> = new Map();

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    // What comes after is read and dropped: an answer to a client that is still sending would be lost as ECONNRESET.
    if (size <= LARGEST) parts.push(part);
  }
  if (size > LARGEST) throw refusal(40005);
  return Buffer.concat(parts);
}

/** JSON, or a form with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const raw = await readAll(request);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { json: undefined, files: NO_FILES };
  if (type.startsWith('multipart/form-data')) return readForm(raw, type);
  if (!type.startsWith('application/json')) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      _errors: [{ code: 'CONTENT_TYPE_INVALID', message: 'Expected "Content-Type" header to be application/json.' }],
    });
  }
  return { json: parse(raw.toString('utf8')), files: NO_FILES };
}

async function readForm(raw: Buffer, type: string): Promise<Body> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  } catch {
    throw refusal(50109);
  }
  const files = new Map<string, Upload>();
  let json: unknown = {};
  for (const [name, value] of form.entries()) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (typeof value !== 'string') {
      const bytes = new Uint8Array(await value.arrayBuffer());
      files.set(number ?? String(files.size), {
        name: value.name,
        type: value.type || 'application/octet-stream',
        bytes,
      });
    } else if (name === 'payload_json') {
      json = parse(value);
    }
  }
  return { json, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}

export function asObject(json: unknown): JsonObject {
  return isObject(json) ? json : {};
}

export function asList(json: unknown): readonly JsonObject[] | null {
  return Array.isArray(json) ? listOf(json).filter(isObject) : null;
}
