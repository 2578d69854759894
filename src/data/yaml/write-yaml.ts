import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';

/** A value as YAML has it: every scalar is text. */
export type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

/** What an entry of a table holds, by field. */
export type Plain = Readonly<Record<string, Yaml>>;

/** Copied words stand in a block of their own, where YAML changes no sign of them. */
const BLOCKS: ReadonlySet<string> = new Set(['quote', 'before', 'after', 'words']);
/** Written in one line, as the desk writes them: `checked: { by: …, on: … }`. */
const IN_A_LINE: ReadonlySet<string> = new Set(['figure', 'role', 'checked']);

/** The byte order mark, which the library writes as it is and reads as nothing. */
const MARK = '\ufeff';

/** The lines of one field, the first at the left edge and the others moved in against it. */
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
  return text.replace(/\n+$/u, '').replaceAll(MARK, String.raw`\uFEFF`);
}

/** The entry of a list, its dash at the left edge. */
export function writeEntry(entry: Plain): string {
  const lines = Object.entries(entry).map(([name, value]) => writeField(name, value));
  return `- ${indented(lines.join('\n'), 2)}`;
}

/** Every line but the first moved in; an empty one stays empty. */
export const indented = (text: string, columns: number): string =>
  text.replaceAll(/\n(?=[^\n])/gu, `\n${' '.repeat(columns)}`);

function styleOf(text: string, isCopied: boolean): Scalar.Type {
  // Unquoted they would be read as nothing.
  if (text === '' || text === '~' || text === 'null') return Scalar.QUOTE_SINGLE;
  if (text.includes(MARK)) return Scalar.QUOTE_DOUBLE;
  if (!isCopied && !text.includes('\n')) return Scalar.PLAIN;
  return fitsInBlock(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** A block cannot hold a carriage return, nor spaces or line ends around its words, and must show every sign that it holds. */
function fitsInBlock(text: string): boolean {
  return /^\S[^]*\S$|^\S$/u.test(text) && !/[^\P{Cc}\n]/u.test(text);
}
