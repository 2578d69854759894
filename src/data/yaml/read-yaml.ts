import { parseAllDocuments, type Document } from 'yaml';

import { problemAt, type Problem, type TextFile } from '../model/problem.ts';
import type { Node } from './tree.ts';
import { faultOf, isAftermath, isUnclosed, NO_DASH, TAB, type Fault } from './parse-errors.ts';
import { NodeReader } from './node-reader.ts';

export interface Read {
  readonly file: TextFile;
  /** null when the file holds only comments. */
  readonly root: Node | null;
  /** The file could not be parsed to its end, so a missing entry may still be in it. */
  readonly broken: boolean;
  readonly problems: readonly Problem[];
}

/** YAML's smallest part: fields, lists and text, every scalar as it was typed. */
export function readYaml(file: TextFile): Read {
  const parsed = parseAllDocuments(file.text, {
    // The only schema that converts no text to a number, a boolean or a date.
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    // The parser's own check for duplicate keys compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = 'empty' in parsed ? [] : parsed;
  const [document, second] = documents;
  if (!document) return { file, root: null, broken: false, problems: [] };
  const reader = new NodeReader(file);
  const root = document.contents === null ? null : reader.read(document.contents);
  const problems = [...faults(file, document, root), ...reader.problems, ...directives(file, document)];
  if (second) {
    const at = file.text.lastIndexOf('---', second.contents?.range[0] ?? second.range[0]);
    problems.push(
      problemAt(file, Math.max(0, at), 'A second document begins here.', 'Delete the line ---; a file is one list.'),
    );
  }
  return { file, root, broken: document.errors.length > 0 || second !== undefined, problems };
}

function directives(file: TextFile, document: Document.Parsed): readonly Problem[] {
  const found = /^%/mu.exec(file.text.slice(0, document.contents?.range[0] ?? 0));
  return found ? [problemAt(file, found.index, 'A line that begins with % gives YAML an order.', 'Delete it.')] : [];
}

/** One mistake makes the parser report more: errors of the same line, or of all that follows, are dropped. */
function faults(file: TextFile, document: Document.Parsed, root: Node | null): readonly Problem[] {
  const problems: Problem[] = [];
  let told = -1;
  for (const error of document.errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] <= told || (problems.length > 0 && isAftermath(error.message))) continue;
    const { at, message, cure } = placed(file.text, error, root);
    problems.push(problemAt(file, at, message, cure));
    told = file.lineSpan(error.pos[0]).end;
    if (isUnclosed(error.message)) break;
  }
  return problems;
}

function placed(
  text: string,
  error: Document.Parsed['errors'][number],
  root: Node | null,
): Fault & { readonly at: number } {
  const at = error.pos[0];
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const tab = /^ *\t/u.exec(text.slice(line, at + 1));
  if (tab) return { at: line + tab[0].length - 1, ...TAB };
  if (isUnclosed(error.message) && root) {
    const opened = lastOpened(root, at, text) ?? at;
    return { at: opened, ...faultOf(error.code, error.message, text.charAt(opened)) };
  }
  if (root?.is === 'list' && line === at && at > root.at) return { at, ...NO_DASH };
  return { at, ...faultOf(error.code, error.message, text.charAt(at)) };
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** The parser reports an unclosed quotation mark or bracket at the end of the file: this finds where it was opened. */
function lastOpened(node: Node, place: number, text: string): number | undefined {
  if (node.at >= place || node.is === 'nothing') return undefined;
  const inner =
    node.is === 'list' ? node.items : node.is === 'fields' ? [...node.fields.values()].map(({ value }) => value) : [];
  const within = inner.map((child) => lastOpened(child, place, text)).findLast((at) => at !== undefined);
  if (within !== undefined) return within;
  const closer = CLOSERS[text.charAt(node.at)];
  const closed = node.end - node.at > 1 && text.charAt(node.end - 1) === closer;
  return closer === undefined || closed ? undefined : node.at;
}
