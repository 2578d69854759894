import { z } from 'zod';

import { SCHEMAS } from './schemas.ts';

type Json = { readonly [key: string]: unknown };

/** The files that an editor can complete and check while they are typed, by the name of their schema. */
export const EDITOR_SCHEMAS = ['story', 'sources', 'who', 'where', 'facts', 'questions'] as const;

/**
 * The JSON Schema of one file for YAML editors. They read an unquoted 12 as a number and true as a truth value where the desk
 * reads text, so every text may be either; patterns are checked for text only.
 */
export function editorSchema(name: (typeof EDITOR_SCHEMAS)[number]): Json {
  const schema = name === 'story' ? SCHEMAS.story : z.array(SCHEMAS[name]);
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { ...(relaxed(json) as Json), title: `Factdesk: ${name}.yml` };
}

function relaxed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relaxed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, relaxed(part)] as const));
  const types: readonly unknown[] = [inner['type']].flat();
  if (!types.includes('string')) return inner;
  const words: readonly unknown[] = Array.isArray(inner['enum']) ? inner['enum'] : [];
  const truths = words.flatMap((word) => (word === 'true' ? [true] : word === 'false' ? [false] : []));
  return {
    ...inner,
    type: ['string', 'number', 'boolean', ...types.filter((type) => type !== 'string')],
    ...(words.length > 0 ? { enum: [...words, ...truths] } : {}),
  };
}
