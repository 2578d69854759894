import { describe, expect, test } from 'vitest';
import { parseMarkdown, plainText } from '../../src/web-client/markdown.js';
import { show } from './notation.ts';

const read = (text: string): string => show(parseMarkdown(text));

/** What the client of Discord shows for a text, construct by construct. */
const READINGS: Record<string, readonly (readonly [string, string])[]> = {
  'emphasis and bold': [
    ['*foo*', 'em{foo}'],
    ['_foo_', 'em{foo}'],
    ['**foo**', 'strong{foo}'],
    ['__foo__', 'underline{foo}'],
    ['a ***foo* bar** baz', 'a strong{em{foo} bar} baz'],
    ['a ***foo** bar* baz', 'a em{strong{foo} bar} baz'],
    ['a ___foo_ bar__ baz', 'a underline{em{foo} bar} baz'],
    ['*foo **bar* baz**', 'em{foo **bar} baz**'],
    ['**foo *bar** baz*', 'strong{foo *bar} baz*'],
    ['**foo*', '*em{foo}'],
    ['**a** b **c**', 'strong{a} b strong{c}'],
    ['**two\nlines**', 'strong{two\nlines}'],
    ['** **', 'strong{ }'],
    ['a * b*', 'a * b*'],
    ['*foo\n*', '*foo\n*'],
    ['a *b  *', 'a em{b}'],
    ['a *b   *', 'a *b   *'],
    ['_ _', 'em{ }'],
    ['_a_b', '_a_b'],
    ['_a_$', 'em{a}$'],
    ['snake_case_name', 'snake_case_name'],
    ['~~foo~~', 'strike{foo}'],
    ['~~~~~', 'strike{~}'],
    ['~~a~~_', '~~a~~_'],
    ['||foo||', 'spoiler{foo}'],
    ['||a|| b ||c||', 'spoiler{a} b spoiler{c}'],
    ['~~||__***all***__||~~', 'strike{spoiler{underline{em{strong{all}}}}}'],
  ],
  'escapes by backslash': [
    ['\\*foo*', '*foo*'],
    ['*foo\\*', '*foo*'],
    ['*a\\*\\\\\\*\\\\*', 'em{a*\\*\\}'],
    ['**\\**', '*em{*}'],
    ['\\foo \\0', '\\foo \\0'],
    ['\\&', '&'],
    ['\\<@1> \\@everyone', '<@1> @everyone'],
    ['\\# a', '# a'],
    ['\\> a', '> a'],
    ['||\\||', 'spoiler{\\}'],
    ['\\🥺', '🥺'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['ends with \\', 'ends with \\'],
  ],
  code: [
    ['`foo`', 'code{foo}'],
    ['`*a* <@1> \\`', 'code{*a* <@1> \\}'],
    ['``a ` b``', 'code{a ` b}'],
    ['``  `a  ``', 'code{ `a  }'],
    ['``', '``'],
    ['```` `', 'code{```}'],
    ['`a` b `c`', 'code{a} b code{c}'],
    ['```foo```', 'fence{foo}'],
    ['```py\nfoo```', 'fence py{foo}'],
    ['```\n*a*\n<@1>\n```', 'fence{*a*\n<@1>}'],
    ['```py\n\n```', 'fence{py}'],
    ['```\n```', 'code{\n}'],
    ['a ```b``` c', 'a fence{b} c'],
  ],
  'headings and small print': [
    ['# foo', 'h1{foo}'],
    ['## foo', 'h2{foo}'],
    ['### *foo* ###', 'h3{em{foo}}'],
    ['#### foo', '#### foo'],
    ['# a\n# b\nc', 'h1{a}h1{b}c'],
    ['a # foo', 'a # foo'],
    [' # foo', ' # foo'],
    ['*# foo*', 'em{h1{foo}}'],
    ['a *# foo*', 'a em{# foo}'],
    ['# # a', '# # a'],
    ['#foo', '#foo'],
    ['- # a', 'list{# a}'],
    ['-# foo\nbar', 'subtext{foo}bar'],
    ['a -# foo', 'a -# foo'],
    ['-# -# a', '-# -# a'],
    ['-#foo', '-#foo'],
  ],
  quotes: [
    ['> foo', 'quote{foo}'],
    ['> foo\n> bar\nbaz', 'quote{foo\nbar}baz'],
    ['>>> foo\nbar', 'quote{foo\nbar}'],
    [' > foo', ' quote{foo}'],
    ['a > foo', 'a > foo'],
    ['>foo', '>foo'],
    ['> > foo', 'quote{> foo}'],
    ['> # a\n> - b', 'quote{h1{a}list{b}}'],
    ['> ```\n> a\n> ```', 'quote{fence{a}}'],
  ],
  lists: [
    ['- a\n- b', 'list{a;b}'],
    ['* a', 'list{a}'],
    ['1. a\n2. b', 'list 1{a;b}'],
    ['7. a\n7. b', 'list 7{a;b}'],
    ['0. a', 'list 1{a}'],
    ['- a\n  - b\n    - c\n- d', 'list{a\nlist{b\nlist{c}};d}'],
    ['1. a\n  - b\n2. c', 'list 1{a\nlist{b};c}'],
    ['- a\n  goes on\nends', 'list{a\ngoes on}ends'],
    ['-a', '-a'],
    ['1.a', '1.a'],
    ['a - b', 'a - b'],
    ['1998. was a year', 'list 1998{was a year}'],
    ['- > a', 'list{quote{a}}'],
  ],
  links: [
    ['https://example.com/a_b_c.', 'link<https://example.com/a_b_c>.'],
    ['(https://example.com/a)', '(link<https://example.com/a>)'],
    ['https://example.com/(a)', 'link<https://example.com/(a)>'],
    ['<https://example.com>', 'link<https://example.com>'],
    ['[a *b*](https://example.com)', 'link<https://example.com>{a em{b}}'],
    ['[a](<https://example.com>)', 'link<https://example.com>{a}'],
    ['[a](https://example.com "title")', 'link<https://example.com>{a}'],
    ['[[a]](https://example.com)', 'link<https://example.com>{[a]}'],
    ['[[a](https://example.com)', '[link<https://example.com>{a}'],
    ['[# a](https://example.com)', 'link<https://example.com>{# a}'],
    ['[a](javascript:alert)', '[a](javascript:alert)'],
    ['[a](data:text/html,b)', '[a](data:text/html,b)'],
    ['<javascript://alert>', '<javascript://alert>'],
    ['http://[', 'http://['],
    ['[https://good.example](https://bad.example)', '[https://good.example](https://bad.example)'],
    ['[ｈttps://good.example](https://bad.example)', '[ｈttps://good.example](https://bad.example)'],
    ['[ ** ](https://example.com)', '[ ** ](https://example.com)'],
    ['[🥺](https://example.com)', '[🥺](https://example.com)'],
    ['[**a**](mailto:a@example.com)', '[**a**](mailto:a@example.com)'],
  ],
  mentions: [
    ['<@1> <@!2> <@&3> <#4>', 'user<1> user<2> role<3> channel<4>'],
    ['@everyone and @here', 'ping<everyone> and ping<here>'],
    ['</who:5> </digest set:6>', 'command<who 5> command<digest set 6>'],
    ['<:name:7><a:name:8><:-:9>', 'emoji<name 7>emoji<a:name 8><:-:9>'],
    ['<id:customize>', 'guide<customize>'],
    ['<@a> <#> <@ 1>', '<@a> <#> <@ 1>'],
    ['[<@1>](https://example.com)', 'link<https://example.com>{<@1>}'],
  ],
  timestamps: [
    ['<t:0>', 'time<0 f>'],
    ['<t:-1:R> <t:1618953630:s>', 'time<-1 R> time<1618953630 s>'],
    ['<t:0:r>', '<t:0:r>'],
    ['<t:8640000000001>', '<t:8640000000001>'],
  ],
};

describe.each(Object.entries(READINGS))('%s', (_kind, readings) => {
  test.each(readings)('%j', (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe('a text as a whole', () => {
  test('spaces at the end of a line are dropped, line breaks stay', () => {
    expect(read('foo   \n\nbar')).toBe('foo\n\nbar');
  });

  test('eleven lists nest and the twelfth bullet is text', () => {
    expect(read('- '.repeat(12) + 'a')).toBe('list{'.repeat(11) + '- a' + '}'.repeat(11));
  });

  test('inline reading has marks and mentions but no blocks', () => {
    expect(show(parseMarkdown('# a\n# b\n> *c* <@1>\n- d', { inline: true }))).toBe('# a\n# b\n> em{c} user<1>\n- d');
  });

  test('the plain text is what is read aloud', () => {
    expect(plainText(parseMarkdown('# A **b**\n- ||c||\n- `d` <@1> </who:2> @here'))).toBe('A bc\nd  /who @here');
  });
});
