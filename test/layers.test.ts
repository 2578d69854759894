import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import law of DESIGN.md: what the files of each place may import of ours. `room` is a referee: nothing of ours. */
const LAW: Readonly<Record<string, readonly string[]>> = {
  config: ['errors'],
  errors: [],
  clock: [],
  data: ['data', 'errors'],
  search: ['search', 'data', 'errors'],
  reply: ['reply', 'search', 'data'],
  store: ['store', 'errors', 'clock', 'data as types'],
  commands: ['commands', 'reply', 'search', 'data', 'errors', 'clock', 'store as types'],
  discord: ['discord', 'commands', 'reply', 'store', 'errors', 'clock', 'config as types'],
  room: ['room'],
};

/** Packages with one home. Whoever else wants them goes through that home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord/'],
  '@discordjs/builders': ['src/commands/', 'src/discord/'],
  'fuse.js': ['src/search/near.ts', 'src/search/find.ts'],
  diff: ['src/reply/'],
  dotenv: ['src/config.ts'],
  yaml: ['src/data/'],
  zod: ['src/data/', 'src/store/', 'src/room/'],
  'discord-api-spec': ['src/room/'],
  kysely: ['src/store/'],
  'node:sqlite': ['src/store/'],
  pg: ['src/store/'],
  'd3-geo': ['src/reply/map/'],
  'topojson-client': ['src/data/borders/', 'src/reply/map/'],
  '@resvg/resvg-js': ['src/reply/draw/'],
  ws: ['src/room/'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly types: boolean;
}

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

export function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const late = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...found].map(([, types, target = '']) => ({ file, target, types: types !== undefined })),
    ...[...late].map(([, target = '']) => ({ file, target, types: false })),
  ];
}

function placeOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/\.ts$/, '');
}

export function breaches({ file, target, types }: Import): string[] {
  const place = placeOf(file);
  if (!target.startsWith('.')) {
    const home =
      HOMES[
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/')
      ] ?? HOMES[target];
    return home === undefined || home.some((prefix) => file.startsWith(prefix)) ? [] : [`${file} imports ${target}`];
  }
  const allowed = LAW[place];
  if (allowed === undefined) return [];
  const to = relative(root, resolve(root, dirname(file), target));
  const other = placeOf(to);
  const fine = to.startsWith('src/') && (allowed.includes(other) || (types && allowed.includes(`${other} as types`)));
  return fine ? [] : [`${file} imports ${to}`];
}

/** Files that import each other in a ring, types included: neither can be read without the other. Empty where there is none. */
function ring(imports: readonly Import[]): string[] {
  const next = Map.groupBy(
    imports.filter(({ target }) => target.startsWith('.')),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { target } of next.get(file) ?? []) {
      const found = walk(relative(root, resolve(root, dirname(file), target)), [...path, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const found = walk(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

const all = files.flatMap((file) => importsOf(file, read(file)));

describe('the import law', () => {
  it('lets values pass one way, downwards only', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.flatMap(breaches)).toEqual([]);
  });

  it('goes round in no ring, not even of types', () => {
    expect(ring(all)).toEqual([]);
  });

  it('sees a ring of three, of which one import is of a type', () => {
    const three = [
      ...importsOf('src/room/a.ts', "import { b } from './rest/b.ts';"),
      ...importsOf('src/room/rest/b.ts', "import type { C } from '../c.ts';"),
      ...importsOf('src/room/c.ts', "import { a } from './a.ts';"),
    ];
    expect(ring(three)).toEqual(['src/room/a.ts', 'src/room/rest/b.ts', 'src/room/c.ts', 'src/room/a.ts']);
    expect(ring(three.slice(1))).toEqual([]);
  });

  it('knows every place under src, so that a new folder cannot escape it', () => {
    const places = new Set(files.map(placeOf));
    for (const wiring of ['main', 'open-desk', 'start', 'health', 'live']) places.delete(wiring);
    expect([...places].filter((place) => !(place in LAW))).toEqual([]);
  });

  it.each([
    ['src/data/load.ts', "import { find } from '../search/find.ts';"],
    ['src/reply/card.ts', "import { Client } from 'discord.js';"],
    ['src/room/world.ts', "import { LIMITS } from '../discord/limits.ts';"],
    ['src/room/world.ts', "import type { Card } from '../reply/card.ts';"],
    ['src/commands/who.ts', "import { openStore } from '../store/store.ts';"],
    ['src/commands/who.ts', "const late = await import('../discord/render.ts');"],
    ['src/search/rank.ts', "export { default } from 'fuse.js';"],
    ['src/search/rank.ts', "import { readConfig } from '../config.ts';"],
    ['src/data/load.ts', "import {\n  a,\n  b,\n} from '../reply/say.ts';"],
  ])('sees the breach in %s: %s', (file, text) => {
    expect(importsOf(file, text).flatMap(breaches)).toHaveLength(1);
  });
});

describe('the files', () => {
  const sources = [...files, ...globSync('{src/room/page,scripts,bench}/**/*.{ts,js}', { cwd: root })].filter(
    (file) => !file.includes('/vendor/'),
  );
  const lines = sources.map((file) => ({ file, lines: read(file).split('\n').length }));

  it('are at most 250 lines long, half of them under 90', () => {
    expect(lines.filter((each) => each.lines > 251)).toEqual([]);
    const middle = lines.map((each) => each.lines).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)];
    expect(middle).toBeLessThan(90);
  });

  it('stand in no drawer named for nothing', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|lib|common|helpers?|services?|misc)(\/|\.)/.test(file))).toEqual([]);
  });

  it('read the environment in config.ts alone, and the time in clock.ts alone', () => {
    const elsewhere = (pattern: RegExp, home: RegExp): string[] =>
      files.filter((file) => !home.test(file) && pattern.test(read(file)));
    expect(elsewhere(/process\.env/, /^src\/config\.ts$/)).toEqual([]);
    expect(
      elsewhere(/Temporal\.Now|Date\.now\(|new Date\(\)|Math\.random\(/, /^src\/(clock|room\/clock)\.ts$/),
    ).toEqual([]);
  });
});
