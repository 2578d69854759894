import { SMALL_STORY } from '../data/small-story.ts';

/** The files of a story, as bytes. */
export type Bytes = Record<string, Uint8Array>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const WHOLE: Readonly<Bytes> = Object.fromEntries(
  Object.entries(SMALL_STORY).map(([name, text]) => [name, encode(text)]),
);
const YAML = Object.keys(SMALL_STORY).filter((name) => name.endsWith('.yml'));
const HIDDEN = ['\u200b', '\u202e', '\u00a0', '\u00ad', '\ufeff', '\r'];
const BOMBS = [
  '['.repeat(10_000),
  '{a: '.repeat(3000),
  `- &a [x]\n${'- &a [*a, *a, *a]\n'.repeat(100)}`,
  `- &a {}\n${'- <<: [*a, *a, *a]\n'.repeat(100)}`,
  `- id: ${'x'.repeat(300_000)}\n`,
  '- {id: f9, __proto__: {says: x}}\n',
  '---\n'.repeat(500),
];

/** One way in which a file goes wrong; `draw` gives numbers from 0 to 1. */
type Mutation = (files: Bytes, draw: () => number) => void;

const pick = <Item>(items: readonly Item[], draw: () => number): Item => {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};
const textOf = (files: Bytes, name: string): string => new TextDecoder().decode(files[name] ?? new Uint8Array());
const inText = (files: Bytes, name: string, change: (text: string) => string): void => {
  files[name] = encode(change(textOf(files, name)));
};
const place = (text: string, draw: () => number): number => Math.floor(draw() * (text.length + 1));
/** A line of a YAML file that is like the pattern, as something else. */
const line = (files: Bytes, draw: () => number, pattern: RegExp, change: (found: string) => string): void => {
  const name = pick(YAML, draw);
  inText(files, name, (text) => {
    const lines = text.split('\n');
    const fitting = [...lines.keys()].filter((at) => pattern.test(lines[at] ?? ''));
    if (fitting.length === 0) return text;
    const at = pick(fitting, draw);
    return lines.with(at, change(lines[at] ?? '')).join('\n');
  });
};

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit flipped': (files, draw) => {
    const name = pick(Object.keys(WHOLE), draw);
    const bytes = Uint8Array.from(files[name] ?? []);
    const at = Math.floor(draw() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
    files[name] = bytes;
  },
  'a file cut short': (files, draw) => {
    const name = pick(Object.keys(WHOLE), draw);
    files[name] = (files[name] ?? new Uint8Array()).slice(0, Math.floor(draw() * (files[name]?.length ?? 0)));
  },
  'a file gone': (files, draw) => void delete files[pick(Object.keys(WHOLE), draw)],
  'a file renamed': (files, draw) => {
    const name = pick(Object.keys(WHOLE), draw);
    files[pick([`${name}.bak`, name.replace('.yml', '.yaml'), `x-${name.replace('/', '-')}`], draw)] =
      files[name] ?? encode('');
    delete files[name];
  },
  'a field renamed': (files, draw) =>
    line(files, draw, /^\s*-?\s*\w+:/, (found) =>
      found.replace(/(\w)(\w*):/, (_, a: string, b: string) => `${b}${a}:`),
    ),
  'a value of another type': (files, draw) =>
    line(files, draw, /: \S/, (found) =>
      found.replace(/: .*/, () => pick([':', ': []', ': {a: b}', ': [a, b]', ': null', ': 017', ': "', ': |'], draw)),
    ),
  'one sign of a quote': (files, draw) => {
    const name = pick(['facts.yml', 'facts/later.yml'], draw);
    inText(files, name, (text) => {
      const quotes = [...text.matchAll(/quote: \|-\n\s+(.*)/g)];
      const { index, 0: whole } = pick(quotes, draw);
      const at = index + whole.length - 1 - Math.floor(draw() * ((whole.split('\n')[1] ?? '').trim().length - 1));
      return text.slice(0, at) + pick(['x', '', "'", '  ', 'É'], draw) + text.slice(at + 1);
    });
  },
  'another encoding': (files, draw) => {
    const name = pick(Object.keys(WHOLE), draw);
    const text = textOf(files, name);
    files[name] = pick(
      [
        () => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
        () => new Uint8Array(Buffer.from(text, 'latin1')),
        () => encode(`\ufeff${text}`),
        () => encode(text.replaceAll('\n', '\r\n')),
      ],
      draw,
    )();
  },
  'a bomb': (files, draw) => void (files[pick(YAML, draw)] = encode(pick(BOMBS, draw))),
  'a sign that nobody sees': (files, draw) => {
    const name = pick(Object.keys(WHOLE), draw);
    inText(files, name, (text) => {
      const at = place(text, draw);
      return text.slice(0, at) + pick(HIDDEN, draw) + text.slice(at);
    });
  },
  'an entry twice': (files, draw) =>
    inText(files, pick(YAML, draw), (text) => {
      const entries = text.split(/^(?=- )/m);
      return [...entries, pick(entries, draw)].join('');
    }),
  'a line moved in or out': (files, draw) =>
    line(files, draw, /^ +\S/, (found) => (draw() < 0.5 ? ` ${found}` : found.slice(1))),
  'a line gone': (files, draw) =>
    inText(files, pick(YAML, draw), (text) => {
      const lines = text.split('\n');
      return lines.toSpliced(Math.floor(draw() * lines.length), 1).join('\n');
    }),
  'a date that is none': (files, draw) =>
    line(files, draw, /20\d\d/, (found) =>
      found.replace(/20\d\d(-\d\d)*/, () => pick(['2031-02-30', '31.3.2031', '2031-13', 'today'], draw)),
    ),
  'another number': (files, draw) =>
    line(files, draw, /\d/, (found) => found.replace(/\d/, () => String(Math.floor(draw() * 10)))),
  'words in the sources': (files, draw) =>
    inText(files, pick(['sources/s1.txt', 'sources/s2.txt'], draw), (text) =>
      text.replace(/ferry|Aurelia|the/, 'boat'),
    ),
  'other words of the desk': (files, draw) =>
    line(
      files,
      draw,
      /says: |note: |name: |title: /,
      (found) => `${found} and ${pick(['more', 'a # mark', 'a: colon', '“x”', '🛟'], draw)}`,
    ),
  'a comment': (files, draw) => line(files, draw, /^\s*\w+: /, (found) => `${found} # as told`),
};
