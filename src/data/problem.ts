/** A text file of a story, with what is needed to turn an offset into a line and a column. */
export interface TextFile {
  /** As it is shown to a reader: the folder as it was given, and the file's name in it. */
  readonly path: string;
  readonly text: string;
}

/**
 * One mistake, in words for a journalist. `line` and `column` count from 1, columns in Unicode code points. `sourceLine` is
 * the line of the file as it is, empty where the mistake is the file itself.
 */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure: string;
  readonly sourceLine: string;
}

export function problemAt(file: TextFile, offset: number, message: string, cure: string): Problem {
  const { text, path } = file;
  const at = Math.min(offset, text.length);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return {
    file: path,
    line,
    column: codePoints(text.slice(start, at)) + 1,
    message,
    cure,
    sourceLine: text.slice(start, end === -1 ? text.length : end),
  };
}

/** A mistake of a whole file, or of one that is not there. */
export function problemOf(path: string, message: string, cure: string): Problem {
  return { file: path, line: 1, column: 1, message, cure, sourceLine: '' };
}

/** In the order in which a reader meets them: by file, line and column; twice the same is said once. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
  return sorted.filter((problem, index) => {
    const last = sorted[index - 1];
    return !last || !samePlace(last, problem) || last.message !== problem.message;
  });
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

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

/** What could move the cursor or turn the direction of a terminal's line is shown as one plain sign. */
const visible = (text: string) => text.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\u00b7');
