import { z } from 'zod';

import { NOUNS, type TableName } from './draft.ts';
import { factSchema, questionSchema, sourceSchema, storySchema, whereSchema, whoSchema } from './fact.ts';
import { didYouMean } from './near-word.ts';
import { problemAt, type Problem, type TextFile } from './problem.ts';
import { deepest, find, plain, type Fields, type Path } from './tree.ts';

export const SCHEMAS = {
  story: storySchema,
  sources: sourceSchema,
  who: whoSchema,
  where: whereSchema,
  facts: factSchema,
  questions: questionSchema,
} as const;

export type Shaped<Name extends TableName | 'story'> = z.output<(typeof SCHEMAS)[Name]>;

/** The entry as the schema makes it, or every way in which it departs from the schema, in words. */
export function shape<Name extends TableName | 'story'>(
  name: Name,
  file: TextFile,
  node: Fields,
): { value: Shaped<Name> } | { problems: readonly Problem[] } {
  const parsed = SCHEMAS[name].safeParse(plain(node));
  if (parsed.success) return { value: parsed.data as Shaped<Name> };
  return { problems: parsed.error.issues.flatMap((issue) => inWords(issue, name, file, node)) };
}

function inWords(issue: z.core.$ZodIssue, name: TableName | 'story', file: TextFile, node: Fields): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const parent = find(node, issue.path);
    const known = fieldsOf(name, issue.path);
    return issue.keys.map((key) =>
      problemAt(
        file,
        (parent?.is === 'fields' ? parent.fields.get(key)?.at : undefined) ?? node.at,
        `There is no field called '${key}' in ${inside(name, issue.path)}.`,
        didYouMean(key, known, `Its fields are ${known.join(', ')}.`),
      ),
    );
  }
  const place = deepest(node, issue.path);
  if (place.is === 'nothing' && place.refused) return [];
  const { message, cure } = sentences(issue, name, node);
  return [problemAt(file, keyAt(issue, node) ?? place.at, message, cure)];
}

/** The name of a field that is itself wrong, such as a language. */
function keyAt(issue: z.core.$ZodIssue, node: Fields): number | undefined {
  if (issue.code !== 'invalid_key') return undefined;
  const parent = find(node, issue.path.slice(0, -1));
  return parent?.is === 'fields' ? parent.fields.get(String(issue.path.at(-1)))?.at : undefined;
}

const inside = (name: TableName | 'story', path: Path) => {
  const field = path.findLast((step) => typeof step === 'string');
  return field === undefined ? NOUNS[name] : `'${field}'`;
};

function sentences(
  issue: z.core.$ZodIssue,
  name: TableName | 'story',
  node: Fields,
): { message: string; cure: string } {
  const found = find(node, issue.path);
  const field = issue.path.findLast((step) => typeof step === 'string') ?? '';
  if (issue.code === 'invalid_type' && !found) {
    const owner = inside(name, issue.path.slice(0, -1));
    return { message: `The field '${field}' is missing in ${owner}.`, cure: `Add "${field}: …".` };
  }
  if (found?.is === 'nothing') {
    return {
      message: `The field '${field}' is empty.`,
      cure: 'Fill it in or delete the line; the word null, if it is meant, goes into quotation marks.',
    };
  }
  const typed = found?.is === 'text' ? found.value : '';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'array')
        return { message: `'${field}' must be a list.`, cure: `Write "${field}: [${typed || '…'}]".` };
      if (issue.expected === 'string')
        return {
          message: `'${field}' must be one text.`,
          cure: 'Write it without dashes and brackets, or put it in quotation marks.',
        };
      return {
        message: `'${field}' must have fields of its own.`,
        cure: `They are ${fieldsOf(name, issue.path).join(', ')}.`,
      };
    case 'invalid_value': {
      const words = issue.values.map(String);
      return {
        message: `'${field}' cannot be '${typed}'.`,
        cure: didYouMean(typed, words, `Write one of ${words.join(', ')}.`),
      };
    }
    case 'too_small':
      return { message: `'${field}' is empty.`, cure: 'Fill it in or delete the line.' };
    case 'too_big':
      return {
        message: `'${field}' has ${typed.length} signs; at most ${String(issue.maximum)} have room.`,
        cure: 'Make it shorter.',
      };
    case 'invalid_key':
      return { message: `'${String(issue.path.at(-1))}' cannot be used here.`, cure: issue.issues[0]?.message ?? '' };
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { message: `'${field}' cannot be '${brief(typed)}'.`, cure: issue.message };
  }
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: Part | boolean;
  readonly items?: Part;
}

/** The names of the fields at a place of the schema, read from its JSON form, which is plain data. */
function fieldsOf(name: TableName | 'story', path: Path): readonly string[] {
  let part = z.toJSONSchema(SCHEMAS[name], { io: 'input', unrepresentable: 'any' }) as Part | undefined;
  for (const key of path) {
    const other = typeof part?.additionalProperties === 'object' ? part.additionalProperties : undefined;
    part = typeof key === 'number' ? part?.items : (part?.properties?.[String(key)] ?? other);
  }
  return Object.keys(part?.properties ?? {});
}
