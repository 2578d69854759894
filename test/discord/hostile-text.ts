import * as fc from 'fast-check';

/** Everything that acts in Discord, and everything that has ever confused a reader of text. */
const PIECES = [
  ['<@123456789012345678>', '<@!123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>'],
  ['@everyone', '@here', '</who:123456789012345678>', '<id:customize>', '<id:guide>', '<t:1700000000:R>', '<t:1>'],
  ['<:smile:123456789012345678>', '<a:wave:123456789012345678>', ':smile:', ':+1::skin-tone-2:'],
  [
    '[click](https://evil.example)',
    '](https://evil.example)',
    '[a](<https://evil.example> "t")',
    '(https://x.example)',
  ],
  ['https://evil.example/a?b=c', 'HTTP://evil.example', '<https://evil.example>', 'discord.gg/abc', 'mailto:a@b.c'],
  ['# ', '## ', '### ', '-# ', '> ', '>>> ', '- ', '* ', '+ ', '1. ', '12. ', '1) ', '   - ', '\n', '\r\n', '\t'],
  ['||', '~~', '**', '*', '***', '__', '_', '___', '`', '``', '```', '```js\n', '\\', '\\\\', '\\*', '|', '~'],
  ['[', ']', '(', ')', '<', '>', '@', '#', ':', '/', '!', '.', '-', '"', "'", '&', '$', '=', '{', '}', '^'],
  ['\u202E', '\u202D', '\u2066', '\u2069', '\u200E', '\u061C', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'],
  ['\u00AD', '\0', '\u0007', '\u001B[31m', '\u007F', '\u0085', '\u2028', '\u2029', '\uFFFE', '\uFFFF', '\u3164'],
  ['\uD800', '\uDC00', '\uDBFF', '\uFE0F', '\u0301', '\u{E0067}', '👩‍👩‍👧', '🇽🇰', '☎️', '¯\\_(ツ)_/¯', '<3', ':)'],
  ["'; DROP TABLE facts; --", '(a+)+$', '.*', '${7*7}', '<script>alert(1)</script>', '&lt;', '%00', '../../etc'],
  ['Kurti', 'Albin Kurti', 'Курти', 'Κούρτι', 'Zvečan', 'a', 'b', '1', '42', ' ', '  ', 'the mayors', '“', '”', '…'],
].flat();

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** A string made to act. */
const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** Half the strings are made of such pieces, the rest of anything that UTF-16 can hold, lone surrogates included. */
export const anything = fc.oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** How many strings a property is tried on. */
export const RUNS = 50_000;
