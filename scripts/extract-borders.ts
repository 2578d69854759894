import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { processConfig } from '../src/config.ts';
import { loadStories } from '../src/data/load.ts';
import type { Borders } from '../src/data/borders/borders.ts';
import { areasOf } from './borders/areas.ts';
import { extract, landsOf, whole, type Source } from './borders/extract.ts';

/**
 * `npm run -s borders [FOLDER …]`: extracts borders for the stories in these folders to src/data/borders.
 * The source is world-atlas (Natural Earth 4.1, public domain). Run it when a story has places in a new region.
 * Without folders: those of STORIES_DIR, and the invented story of the tests.
 */
const { resolve } = createRequire(import.meta.url);
const atlas = (file: string): Source => JSON.parse(readFileSync(resolve(`world-atlas/${file}`), 'utf8')) as Source;

const folder = join(import.meta.dirname, '../src/data/borders');

function write(file: string, borders: Borders): void {
  const text = JSON.stringify(borders);
  writeFileSync(join(folder, file), `${text}\n`);
  console.log(
    `src/data/borders/${file}: ${borders.objects.countries.geometries.length} countries, ${text.length} bytes`,
  );
}

const given = process.argv.slice(2);
const folders = given.length > 0 ? given : [processConfig().STORIES_DIR, 'test/fixtures/stories'];
const loaded = await Promise.all(folders.map((folder) => loadStories(folder)));
const stories = loaded.flatMap(({ stories }) => [...stories.values()]);
const fine = landsOf(atlas('countries-10m.json'));
const areas = areasOf(stories, fine);
console.log(`${stories.map(({ id }) => id).join(', ')}: ${areas.map((area) => area.join(' ')).join(' · ')}`);
write('near.topo', extract(fine, areas));
write('world.topo', whole(landsOf(atlas('countries-110m.json'))));
const names = fine.map(({ properties }) => properties.name).toSorted();
writeFileSync(join(folder, 'countries.json'), `${JSON.stringify(names, null, 2)}\n`);
console.log(`src/data/borders/countries.json: ${names.length} names`);
