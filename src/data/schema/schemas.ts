import { z } from 'zod';

import type { TableName } from '../files/unchecked-story.ts';
import { factSchema, questionSchema, sourceSchema, storySchema, whereSchema, whoSchema } from '../model/fact.ts';
import type { Path } from '../yaml/tree.ts';

export type Part = TableName | 'story';

/** The schema of each file: one story, or entries of one kind. */
export const SCHEMAS = {
  story: storySchema,
  sources: sourceSchema,
  who: whoSchema,
  where: whereSchema,
  facts: factSchema,
  questions: questionSchema,
} as const;

/** A parsed entry. */
export type Shaped<Name extends Part> = z.output<(typeof SCHEMAS)[Name]>;

interface Form {
  readonly properties?: Readonly<Record<string, Form>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: Form | boolean;
  readonly items?: Form;
}

/** The names of the fields at a place of an entry, read from the schema's JSON form, which is plain data. */
export function fieldsOf(part: Part, path: Path): readonly string[] {
  let form = z.toJSONSchema(SCHEMAS[part], { io: 'input' }) as Form | undefined;
  for (const key of path) {
    const other = typeof form?.additionalProperties === 'object' ? form.additionalProperties : undefined;
    form = typeof key === 'number' ? form?.items : (form?.properties?.[String(key)] ?? other);
  }
  return form?.propertyNames?.enum ?? Object.keys(form?.properties ?? {});
}
