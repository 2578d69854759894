import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { exampleEnvironment, SETTINGS } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const names = commands.map(({ definition: data }) => data.name).toSorted();
const unique = (found: Iterable<RegExpMatchArray>): string[] =>
  [...new Set([...found].map(([, name = '']) => name))].toSorted();

const placesIn = (law: string): string[] => {
  const [, list = ''] = /const PLACES[^=]*= \[([^\]]*)\]/.exec(law) ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, place = '']) => place);
};

const placesOfTable = (design: string): string[] => {
  const [, table = ''] = /\n\| place .*\n\| -.*\n((?:\|.*\n)*)/.exec(design) ?? [];
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, place = '']) => place);
};

describe('the README', () => {
  const readme = read('README.md');

  it('names exactly the commands that exist', () => {
    expect(unique(readme.matchAll(/`\/([a-z-]+)\b/g))).toEqual(names);
  });

  it('names exactly the settings that exist, each with its default', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)`\s*\|[^|]*\|\s*([^|]*?)\s*\|/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(SETTINGS));
    const defaults = Object.values(SETTINGS).map((setting) =>
      setting.default === '' ? 'empty' : `\`${setting.default}\``,
    );
    expect(rows.map(([, , value]) => value)).toEqual(defaults);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...unique(readme.matchAll(/npm run (?:-s )?([a-z]+)/g)),
      ...unique(readme.matchAll(/npm (start|test)\b/g)),
    ];
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});

describe('the documents', () => {
  it.each([
    'README.md',
    'DESIGN.md',
    'CONTRIBUTING.md',
    'docs/administrators.md',
    'docs/privacy.md',
    'CHANGELOG.md',
    'SECURITY.md',
  ])('%s links to files that are there', (file) => {
    const links = unique(read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g));
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });

  it('DESIGN.md names only files that are there', () => {
    const paths = unique(read('DESIGN.md').matchAll(/`((?:src|test|scripts|docs|bench)\/[\w./-]+)`/g));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('DESIGN.md lists the places of the import law, in its order', () => {
    const places = placesIn(read('test/layers.test.ts'));
    expect(places.length).toBeGreaterThan(50);
    expect(placesOfTable(read('DESIGN.md'))).toEqual(places);
    const swapped = read('DESIGN.md').replace(/(\| `errors\.ts`.*\n)(.*\n)/, '$2$1');
    expect(placesOfTable(swapped)).not.toEqual(places);
  });
});

describe('.env.example', () => {
  it('is what the table of settings prints', () => {
    expect(read('.env.example')).toBe(exampleEnvironment());
  });
});
