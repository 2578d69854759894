import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type ParsedNode } from 'yaml';

import { problemAt, type Problem, type TextFile } from './problem.ts';
import type { Field, Node, Text } from './tree.ts';
import { faultOf } from './yaml-faults.ts';

const DEEPEST = 20;
/** Names that mean something to JavaScript's objects. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface Read {
  readonly file: TextFile;
  /** null when nothing but comments stands in the file. */
  readonly root: Node | null;
  /** The file could not be read as YAML: what was read of it is not to be relied on. */
  readonly broken: boolean;
  readonly problems: readonly Problem[];
}

/** YAML's smallest part: fields, lists and text. Everything else that YAML can do is refused by name. */
export function readYaml(file: TextFile): Read {
  const parsed = parseAllDocuments(file.text, {
    // Of all the schemas, only this one leaves every scalar as it was typed.
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    // The parser's own look for double keys compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = 'empty' in parsed ? [] : parsed;
  const [document, second] = documents;
  if (!document) return { file, root: null, broken: false, problems: [] };
  const reader = new Reader(file);
  const root = document.contents === null ? null : reader.node(document.contents, 1);
  const problems = [...faults(file, document, root), ...reader.problems];
  const directive = /^%/mu.exec(file.text.slice(0, document.contents?.range[0] ?? 0));
  if (directive) {
    problems.push(
      problemAt(file, directive.index, 'A line that begins with % gives YAML an order.', 'Delete the line.'),
    );
  }
  if (second) {
    const at = second.contents?.range[0] ?? second.range[0];
    const line = Math.max(0, file.text.lastIndexOf('---', at));
    problems.push(problemAt(file, line, 'A second document begins here.', 'Delete the line ---; a file is one list.'));
  }
  return { file, root, broken: document.errors.length > 0, problems };
}

/** One error makes the parser stumble again at once: what follows on the same line is not a mistake of the writer's. */
function faults(file: TextFile, document: Document.Parsed, root: Node | null): Problem[] {
  const problems: Problem[] = [];
  for (const error of document.errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const unclosed = error.message.startsWith('Missing closing');
    const at = unclosed && root ? (quotedAround(root, error.pos[0]) ?? error.pos[0]) : error.pos[0];
    const { message, cure } = faultOf(error.code, error.message, file.text.slice(at, at + 20));
    const problem = problemAt(file, at, message, cure);
    if (problems.at(-1)?.line !== problem.line) problems.push(problem);
  }
  return problems;
}

/** The last quoted text that begins before the place: the one that was never closed. */
function quotedAround(node: Node, place: number): number | undefined {
  if (node.is === 'text') return node.style === 'quoted' && node.at < place ? node.at : undefined;
  const inner =
    node.is === 'list' ? node.items : node.is === 'fields' ? [...node.fields.values()].map((f) => f.value) : [];
  return inner.map((child) => quotedAround(child, place)).findLast((at) => at !== undefined);
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #file: TextFile;

  constructor(file: TextFile) {
    this.#file = file;
  }

  node(node: ParsedNode | null, depth: number, at = 0): Node {
    if (!node) return { is: 'nothing', at, end: at };
    const [start, end] = node.range;
    if (isAlias(node)) {
      return this.#refuse(
        start,
        'An alias (*) stands for a text written elsewhere.',
        'Write the text out, or put quotation marks around it.',
      );
    }
    if (node.anchor !== undefined)
      this.#refuse(
        start,
        'An anchor (&) gives a name to a value.',
        'Delete it, or put quotation marks around a text that begins with &.',
      );
    if (node.tag !== undefined)
      this.#refuse(
        start,
        'A tag (!) tells YAML what a value is.',
        'Delete it, or put quotation marks around a text that begins with !.',
      );
    if (isScalar(node)) return this.#scalar(node.value, node.type, start, end);
    if (depth > DEEPEST)
      return this.#refuse(
        start,
        `The file is nested more than ${DEEPEST} levels deep.`,
        'Delete the brackets or dashes that are too many.',
      );
    if (isSeq(node)) {
      return { is: 'list', at: start, end, items: node.items.map((item) => this.node(item, depth + 1, start)) };
    }
    const fields = new Map<string, Field>();
    if (isMap(node)) for (const pair of node.items) this.#field(fields, pair.key, pair.value, depth);
    return { is: 'fields', at: start, end, fields };
  }

  #field(fields: Map<string, Field>, key: ParsedNode, value: ParsedNode | null, depth: number): void {
    const at = key.range[0];
    if (!isScalar(key) || typeof key.value !== 'string') {
      this.#refuse(at, 'The name of a field must be a plain word.', 'Write one word, a colon and a space.');
      return;
    }
    const name = key.value;
    if (name === '<<') this.#refuse(at, 'A merge key (<<) copies fields from elsewhere.', 'Write the fields out.');
    else if (DANGEROUS.has(name)) this.#refuse(at, `A field cannot be called '${name}'.`, 'Delete it.');
    else if (fields.has(name)) this.#refuse(at, `The field '${name}' stands here twice.`, 'Keep one of the two.');
    else fields.set(name, { at, value: this.node(value, depth + 1, key.range[1]) });
  }

  #scalar(value: unknown, type: string | undefined, at: number, end: number): Node {
    const text = typeof value === 'string' ? value : '';
    if (type === undefined || type === 'PLAIN') {
      if (text === '' || text === 'null' || text === '~') return { is: 'nothing', at, end };
      return { is: 'text', at, end, value: text, style: 'plain' };
    }
    return { is: 'text', at, end, value: text, style: this.#style(type, at) };
  }

  #style(type: string, at: number): Text['style'] {
    if (!type.startsWith('BLOCK')) return 'quoted';
    const header = /^\|(?:\d?-|-\d)/u.test(this.#file.text.slice(at, at + 3));
    return header ? 'literal' : 'loose';
  }

  #refuse(at: number, message: string, cure: string): Node {
    this.problems.push(problemAt(this.#file, at, message, cure));
    return { is: 'nothing', at, end: at, refused: true };
  }
}
