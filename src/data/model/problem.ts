import { SourceText } from '../text/source-text.ts';

/** A text file of a story. `path` is for display: the folder as given, and the path in it. */
export class TextFile extends SourceText {
  readonly path: string;

  constructor(path: string, text: string) {
    super(text);
    this.path = path;
  }
}

/** Codes for programs. Sentences are for readers only: no program parses them. */
export type ProblemCode =
  | 'general'
  | 'id-taken'
  | 'quote-elsewhere'
  | 'quote-missing'
  | 'unknown-id'
  | 'edited-by-hand';

/** What a mistake is, beside its sentence. */
export interface Finding {
  readonly code: ProblemCode;
  /** Ids that the sentence or the cure names, beyond those typed in the entry. */
  readonly mentions: readonly string[];
}

/**
 * One mistake, in words for a journalist. `line` and `column` count from 1, columns in Unicode code points. `sourceLine` is
 * the line of the file as it is, empty where the mistake is the file itself.
 */
export interface Problem extends Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure: string;
  readonly sourceLine: string;
}

const GENERAL: Finding = { code: 'general', mentions: [] };

export function problemAt(
  file: TextFile,
  offset: number,
  message: string,
  cure: string,
  finding: Finding = GENERAL,
): Problem {
  const at = Math.min(offset, file.text.length);
  const { start, end } = file.lineSpan(at);
  return {
    file: file.path,
    line: file.line(at),
    column: file.codePoint(at) - file.codePoint(start) + 1,
    message,
    cure,
    sourceLine: file.text.slice(start, end),
    ...finding,
  };
}

/** A mistake of a whole file, or of a missing one. */
export function problemOf(path: string, message: string, cure: string, finding: Finding = GENERAL): Problem {
  return { file: path, line: 1, column: 1, message, cure, sourceLine: '', ...finding };
}

/** Most problems reported for one file; a hostile file could hold a hundred thousand. */
const MOST_IN_A_FILE = 1000;

/** Sorted by file, line and column, without duplicates. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
  const told: Problem[] = [];
  let inFile = 0;
  for (const problem of sorted) {
    const last = told.at(-1);
    inFile = last?.file === problem.file ? inFile : 0;
    if (last && samePlace(last, problem) && last.message === problem.message) continue;
    inFile += 1;
    if (inFile <= MOST_IN_A_FILE) told.push(problem);
    else if (inFile === MOST_IN_A_FILE + 1) told.push({ ...problem, ...GENERAL, ...MORE });
  }
  return told;
}

const MORE = { message: 'There are more mistakes from here on.', cure: 'Correct those above, and check again.' };

const samePlace = (a: Problem, b: Problem) => a.file === b.file && a.line === b.line && a.column === b.column;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Code points of a line that fit before and after the caret on a terminal of usual width. */
const BEFORE = 60;
const AFTER = 40;

/** `file:line:column  sentence`, the line with a caret under the place, and the cure. */
export function printProblem(problem: Problem): string {
  const { file, line, column, message, cure, sourceLine } = problem;
  const head = `${file}:${line}:${column}  ${message}`;
  const tail = `    ${cure}`;
  if (sourceLine.trim() === '') return `${head}\n${tail}`;
  const shown = [...visible(sourceLine)];
  const from = Math.max(0, column - 1 - BEFORE);
  const cut = shown.slice(from, column - 1 + AFTER).join('');
  const left = from > 0 ? '…' : '';
  const right = shown.length > column - 1 + AFTER ? '…' : '';
  const gutter = `    ${line} | `;
  const caret = ' '.repeat(gutter.length + left.length + column - 1 - from);
  return `${head}\n${gutter}${left}${cut}${right}\n${caret}^\n${tail}`;
}

/** Replaces characters that could move the cursor or change the text direction of a terminal. */
const visible = (text: string) => text.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\u00b7');
