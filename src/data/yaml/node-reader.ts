import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

import { problemAt, type Problem, type TextFile } from '../model/problem.ts';
import type { Field, Node, Text } from './tree.ts';

const DEEPEST = 20;
/** Names that JavaScript objects treat specially. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Converts the parser's nodes; reports every YAML feature beyond fields, lists and text. */
export class NodeReader {
  readonly problems: Problem[] = [];
  readonly #file: TextFile;

  constructor(file: TextFile) {
    this.#file = file;
  }

  /** `at` is the offset to use for a missing node. */
  read(node: ParsedNode | null, depth = 1, at = 0): Node {
    if (!node) return { is: 'nothing', at, end: at };
    const [start, end] = node.range;
    if (isAlias(node)) {
      const cure = 'Write the text out, or put quotation marks around a text that begins with *.';
      return this.#refuse(start, 'An alias (*) stands for something written elsewhere.', cure);
    }
    if (node.anchor !== undefined) {
      const cure = 'Delete it, or put quotation marks around a text that begins with &.';
      this.#refuse(this.#signBefore(start, '&'), 'An anchor (&) gives a name to a value.', cure);
    }
    if (node.tag !== undefined) {
      const cure = 'Delete it, or put quotation marks around a text that begins with !.';
      this.#refuse(this.#signBefore(start, '!'), 'A tag (!) tells YAML what a value is.', cure);
    }
    if (isScalar(node)) return this.#scalar(node.value, node.type, start, end);
    if (depth > DEEPEST) {
      const cure = 'Delete the brackets or dashes that are too many.';
      return this.#refuse(start, `The file is nested more than ${DEEPEST} levels deep.`, cure);
    }
    if (isSeq(node)) {
      return { is: 'list', at: start, end, items: node.items.map((item) => this.read(item, depth + 1, start)) };
    }
    const fields = new Map<string, Field>();
    if (isMap(node)) for (const pair of node.items) this.#field(fields, pair.key, pair.value, depth);
    return { is: 'fields', at: start, end, fields };
  }

  #field(fields: Map<string, Field>, key: ParsedNode, value: ParsedNode | null, depth: number): void {
    const at = key.range[0];
    if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
      this.#refuse(at, 'The name of a field must be a plain word.', 'Write one word, a colon and a space.');
      return;
    }
    const name = key.value;
    if (name === '<<') this.#refuse(at, 'A merge key (<<) copies fields from elsewhere.', 'Write the fields out.');
    else if (DANGEROUS.has(name)) this.#refuse(at, `A field cannot be called '${name}'.`, 'Delete it.');
    else if (fields.has(name)) this.#refuse(at, `The field '${name}' stands here twice.`, 'Keep one of the two.');
    else fields.set(name, { at, value: this.read(value, depth + 1, key.range[1]) });
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
    return /^\|(?:\d?-|-\d)/u.test(this.#file.text.slice(at, at + 3)) ? 'literal' : 'loose';
  }

  /** The parser gives the offset of a value, not of the anchor or tag before it. */
  #signBefore(start: number, sign: string): number {
    const { text } = this.#file;
    let at = text.lastIndexOf(sign, start);
    while (text.charAt(at - 1) === sign) at -= 1;
    return Math.max(0, at);
  }

  #refuse(at: number, message: string, cure: string): Node {
    this.problems.push(problemAt(this.#file, at, message, cure));
    return { is: 'nothing', at, end: at, refused: true };
  }
}
