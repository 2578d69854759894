import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';

/** A YAML value: every scalar is text. */
export type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

/** The fields of an entry of a table. */
export type Plain = Readonly<Record<string, Yaml>>;

/** Copied words are written as a literal block, in which YAML changes no character. */
const BLOCKS: ReadonlySet<string> = new Set(['quote', 'before', 'after', 'words']);
/** Written in one line, as the desk writes them: `checked: { by: …, on: … }`. */
const IN_A_LINE: ReadonlySet<string> = new Set(['figure', 'role', 'checked']);

/** The byte order mark: the library writes it raw and drops it when reading. */
const BYTE_ORDER_MARK = '\ufeff';

/** The lines of one field: the first is not indented, the others are indented against it. */
export function writeField(name: string, value: Yaml): string {
  const document = new Document({ [name]: value }, { schema: 'failsafe', customTags: ['null'] });
  visit(document, {
    Pair(_, { key, value: inner }) {
      const field = isScalar(key) ? String(key.value) : '';
      if (isSeq(inner)) inner.flow = inner.items.every((item) => isScalar(item));
      if (isMap(inner)) inner.flow = IN_A_LINE.has(field);
      if (isScalar(inner)) inner.type = styleOf(String(inner.value), BLOCKS.has(field));
    },
    Seq(_, list) {
      for (const item of list.items) if (isScalar(item)) item.type = styleOf(String(item.value), false);
    },
  });
  const text = document.toString({ lineWidth: 0, singleQuote: true, blockQuote: 'literal', nullStr: '' });
  return text.replace(/\n+$/u, '').replaceAll(BYTE_ORDER_MARK, String.raw`\uFEFF`);
}

/** An entry of a list; its dash is not indented. */
export function writeEntry(entry: Plain): string {
  const lines = Object.entries(entry).map(([name, value]) => writeField(name, value));
  return `- ${indented(lines.join('\n'), 2)}`;
}

/** Indents every line but the first; empty lines stay empty. */
export const indented = (text: string, columns: number): string =>
  text.replaceAll(/\n(?=[^\n])/gu, `\n${' '.repeat(columns)}`);

function styleOf(text: string, isCopied: boolean): Scalar.Type {
  // Unquoted they would be read as null.
  if (text === '' || text === '~' || text === 'null') return Scalar.QUOTE_SINGLE;
  if (text.includes(BYTE_ORDER_MARK)) return Scalar.QUOTE_DOUBLE;
  if (!isCopied && !text.includes('\n')) return Scalar.PLAIN;
  return fitsInBlock(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** A literal block cannot hold control characters, nor spaces or line ends around its words. */
function fitsInBlock(text: string): boolean {
  return /^\S[^]*\S$|^\S$/u.test(text) && !/[^\P{Cc}\n]/u.test(text);
}
