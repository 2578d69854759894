import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EDITOR_SCHEMAS, editorSchema } from '../../../src/data/schema/editor-schema.ts';

const folder = join(import.meta.dirname, '../../../src/data/schema');

describe.each(EDITOR_SCHEMAS)('%s.json', (name) => {
  test('is what the model makes of it; if not, run: npm run facts -- schema', async () => {
    expect(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))).toEqual(editorSchema(name));
  });

  test('takes for every text what an editor may read in its place', () => {
    const types = JSON.stringify(editorSchema(name)).match(/"type":(?:"string"|\["string"[^\]]*\])/gu) ?? [];
    expect(types.length).toBeGreaterThan(0);
    expect(types.filter((type) => !type.startsWith('"type":["string","number","boolean"'))).toEqual([]);
  });
});

test('an unquoted true is as good as its text, and no other truth is let in', () => {
  expect(editorSchema('who')).toHaveProperty('items.properties.unnamed.enum', ['true', 'false', true, false]);
  expect(editorSchema('facts')).toHaveProperty('items.properties.status.enum', [
    'confirmed',
    'reported',
    'attributed',
    'disputed',
    'unverified',
    'retracted',
  ]);
});

test('what may be null stays so', () => {
  expect(editorSchema('sources')).toHaveProperty('items.properties.text.type', ['string', 'number', 'boolean', 'null']);
});

test('completion knows each field and what must be there', () => {
  expect(editorSchema('facts')).toMatchObject({
    type: 'array',
    items: { required: ['id', 'kind', 'says', 'status', 'cite'], additionalProperties: false },
  });
  expect(editorSchema('story')).toMatchObject({ type: 'object', additionalProperties: false });
});
