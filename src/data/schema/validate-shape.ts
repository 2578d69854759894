import type { z } from 'zod';

import { NOUNS } from '../files/unchecked-story.ts';
import { didYouMean, nearest } from '../text/did-you-mean.ts';
import { problemAt, type Problem, type TextFile } from '../model/problem.ts';
import { fieldsOf, SCHEMAS, type Part, type Shaped } from './schemas.ts';
import { deepest, find, plain, type Fields, type Path } from '../yaml/tree.ts';

type Issue = z.core.$ZodIssue;

interface Said {
  readonly message: string;
  readonly cure: string;
}

/** The parsed entry, or a sentence for every violation of its schema. */
export function shape<Name extends Part>(
  part: Name,
  file: TextFile,
  node: Fields,
): { value: Shaped<Name> } | { problems: readonly Problem[] } {
  const parsed = SCHEMAS[part].safeParse(plain(node));
  if (parsed.success) return { value: parsed.data as Shaped<Name> };
  const { issues } = parsed.error;
  // A misspelt field is also a missing one: reported once, at the misspelt name.
  const meant = issues.flatMap((issue) => misspelt(issue, part));
  const told = issues.filter((issue) => !isMissing(issue, node) || !meant.includes(issue.path.join('.')));
  return { problems: told.flatMap((issue) => inWords(issue, part, file, node)) };
}

const isMissing = (issue: Issue, node: Fields) =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value') && !find(node, issue.path);

/** The correct paths of the misspelt fields of an issue. */
function misspelt(issue: Issue, part: Part): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = fieldsOf(part, issue.path);
  return issue.keys.flatMap((key) => {
    const field = nearest(key, known);
    return field === undefined ? [] : [[...issue.path, field].join('.')];
  });
}

function inWords(issue: Issue, part: Part, file: TextFile, node: Fields): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsOf(part, issue.path);
    return issue.keys.map((key) => {
      const { message, cure } = unknownField(key, known, owner(part, issue.path));
      return problemAt(file, placeOfName(node, [...issue.path, key]) ?? node.at, message, cure);
    });
  }
  const place = deepest(node, issue.path);
  if (place.is === 'nothing' && place.refused) return [];
  const { message, cure } = sentences(issue, part, node);
  const named = issue.code === 'invalid_key' ? placeOfName(node, issue.path) : undefined;
  return [problemAt(file, named ?? place.at, message, cure)];
}

const unknownField = (key: string, known: readonly string[], owner: string): Said => ({
  message: `There is no field called '${key}' in ${owner}.`,
  cure: didYouMean(key, known, `Its fields are ${known.join(', ')}.`),
});

/** The offset of a field's name; undefined if the field is missing. */
function placeOfName(node: Fields, path: Path): number | undefined {
  const parent = find(node, path.slice(0, -1));
  return parent?.is === 'fields' ? parent.fields.get(String(path.at(-1)))?.at : undefined;
}

const owner = (part: Part, path: Path) => {
  const field = fieldName(path);
  return field === '' ? NOUNS[part] : `'${field}'`;
};

const fieldName = (path: Path) => path.findLast((step) => typeof step === 'string') ?? '';

function sentences(issue: Issue, part: Part, node: Fields): Said {
  const field = fieldName(issue.path);
  if (isMissing(issue, node)) {
    const message = `The field '${field}' is missing in ${owner(part, issue.path.slice(0, -1))}.`;
    return { message, cure: `Add "${field}: …".` };
  }
  const found = find(node, issue.path);
  if (found?.is === 'nothing' && issue.code !== 'invalid_key') {
    const what = typeof issue.path.at(-1) === 'number' ? `An entry of '${field}'` : `The field '${field}'`;
    const cure = 'Fill it in or delete the line; the word null, if it is meant, goes into quotation marks.';
    return { message: `${what} is empty.`, cure };
  }
  const typed = found?.is === 'text' ? found.value : '';
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected, field, typed, fieldsOf(part, issue.path));
    case 'invalid_value': {
      const words = issue.values.map(String);
      const cure = didYouMean(typed, words, `Write one of ${words.join(', ')}.`);
      return { message: `'${field}' cannot be '${typed}'.`, cure };
    }
    case 'too_small':
      return { message: `The field '${field}' is empty.`, cure: 'Fill it in or delete the line.' };
    case 'too_big': {
      const message = `'${field}' has ${typed.length} signs; there is room for ${String(issue.maximum)}.`;
      return { message, cure: 'Make it shorter.' };
    }
    case 'invalid_key': {
      const [key, parent] = [String(issue.path.at(-1)), issue.path.slice(0, -1)];
      const known = fieldsOf(part, parent);
      if (known.length > 0) return unknownField(key, known, owner(part, parent));
      return { message: `'${key}' cannot be the name of a field here.`, cure: issue.issues[0]?.message ?? '' };
    }
    // All other issues have a sentence in the schema.
    case 'custom':
    case 'invalid_format':
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { message: `'${field}' cannot be '${brief(typed)}'.`, cure: issue.message };
  }
}

function wrongKind(expected: string, field: string, typed: string, fields: readonly string[]): Said {
  switch (expected) {
    case 'array':
      return { message: `'${field}' must be a list.`, cure: `Write "${field}: [${typed || '…'}]".` };
    case 'string':
      return {
        message: `'${field}' must be one text.`,
        cure: 'Write it without dashes and brackets, or put it in quotation marks.',
      };
    default:
      return {
        message: `'${field}' must have fields of its own.`,
        cure: fields.length > 0 ? `They are ${fields.join(', ')}.` : 'Write each as "name: …" on a line below it.',
      };
  }
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
