/** The parser's errors for readers who do not know YAML: what is wrong, and what to write. */
export interface Fault {
  readonly message: string;
  readonly cure: string;
}

const IN_A_BLOCK = 'Put the words on the next line, two spaces further in, and write |- after the colon.';

export const TAB: Fault = { message: 'A tab stands where the line is moved in.', cure: 'Use spaces.' };
export const NO_DASH: Fault = {
  message: 'This line stands at the left edge and belongs to no entry.',
  cure: 'Begin a new entry with "- ", or move the line two spaces in.',
};

/** Errors that follow from an earlier one: the parser repeats them for every line after it. */
export const isAftermath = (message: string) => message.includes('token in YAML stream');

/** An unclosed quotation mark or bracket: all that follows is read as part of it. */
export const isUnclosed = (message: string) =>
  message.startsWith('Missing closing') || message.includes('and end with a');

/** `sign` is the one at the place of the error. */
export function faultOf(code: string, message: string, sign: string): Fault {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.includes('sequence')
        ? {
            message: 'This line is not lined up with the list around it.',
            cure: 'Let every dash of one list stand in the same column.',
          }
        : {
            message: 'A colon followed by a space stands inside a text that is not in quotation marks.',
            cure: `${IN_A_BLOCK} If this is a field of its own, line it up with the fields around it.`,
          };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return missing(message);
    case 'BAD_INDENT':
      return message.includes('end with a')
        ? {
            message: `A list or set in ${message.endsWith('}') ? '{ }' : '[ ]'} is not closed.`,
            cure: `Write ${message.slice(-1)} where it ends.`,
          }
        : {
            message: 'This line does not stand in the column of the lines that it belongs to.',
            cure: 'Line it up with the fields around it; the lines of a block must be as far in as its first line.',
          };
    case 'TAB_AS_INDENT':
      return TAB;
    case 'BAD_SCALAR_START':
      return {
        message: `A text that is not in quotation marks cannot begin with ${sign} as it does here.`,
        cure: `${IN_A_BLOCK} A short text may be put in quotation marks.`,
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'A backslash has a meaning of its own inside double quotation marks.',
        cure: `Write two backslashes. For a quotation: ${IN_A_BLOCK.toLowerCase()}`,
      };
    case 'BLOCK_IN_FLOW':
      return {
        message: 'A list with dashes or a block stands inside [ ] or { }.',
        cure: 'Use one way of writing lists.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'The file is nested too deeply.', cure: 'Delete the brackets or dashes that are too many.' };
    default:
      return unexpected(message, sign);
  }
}

function missing(message: string): Fault {
  if (message.includes('closing')) {
    return {
      message: 'The quotation mark that is opened here is never closed.',
      cure: `Close it, or, better: ${IN_A_BLOCK.toLowerCase()}`,
    };
  }
  if (message.includes('Comments')) {
    return {
      message: 'A # stands right behind a text.',
      cure: 'Put a space before a comment, or the # inside the quotation marks.',
    };
  }
  return {
    message: 'This line is neither a field with its colon nor part of the text above it.',
    cure: 'Write "field: value" with a space after the colon, or move a text that goes on further in.',
  };
}

function unexpected(message: string, sign: string): Fault {
  if (message.includes('Block scalar header')) {
    return {
      message: 'Words stand on the line of the |- that begins the block.',
      cure: 'Let them begin on the next line, two spaces further in.',
    };
  }
  if (message.includes('same line with key')) {
    return {
      message: 'A dash follows a field on the same line.',
      cure: 'Begin the list on the next line, or write it as [one, two].',
    };
  }
  if (message.includes('at node end')) {
    return {
      message: 'More text stands behind a value that is already complete.',
      cure: `If a quotation mark in it ended the text too early: ${IN_A_BLOCK.toLowerCase()}`,
    };
  }
  return {
    message: `The file cannot be read from ${sign === '' ? 'its end' : `this ${sign}`} on.`,
    cure: 'Look at the brackets, dashes and quotation marks of this line and the one above.',
  };
}
