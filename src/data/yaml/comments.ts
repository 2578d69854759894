import { Lexer } from 'yaml';

/** A comment and where it begins. */
export interface Comment {
  readonly at: number;
  readonly text: string;
}

/** Signs of the lexer's own that stand for no text of the file: a byte order mark, the begin of a document, an error in [ ]. */
const SIGNS: ReadonlySet<string> = new Set(['\u{feff}', '\u{2}', '\u{18}']);
/** It comes before a scalar, which may begin with # as well. */
const SCALAR = '\u{1f}';

/** Every comment of a YAML text. */
export function commentsOf(text: string): readonly Comment[] {
  const found: Comment[] = [];
  let at = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token !== SCALAR && !SIGNS.has(token)) {
      if (token.startsWith('#') && before !== SCALAR) found.push({ at, text: token });
      at += token.length;
    }
    before = token;
  }
  return found;
}
