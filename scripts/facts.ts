import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { processConfig } from '../src/config.ts';
import { citationProblems } from '../src/draft-check/citation-problems.ts';
import { coverage } from '../src/data/coverage.ts';
import { readFolder } from '../src/data/files/read-folder.ts';
import { readUncheckedStory } from '../src/data/files/unchecked-story.ts';
import { EDITOR_SCHEMAS, editorSchema } from '../src/data/schema/editor-schema.ts';
import { loadStories, type Loaded } from '../src/data/load.ts';
import { printProblem } from '../src/data/model/problem.ts';
import { ReaderError } from '../src/errors.ts';
import { exportChanges, printClaimCode, releaseClaim, verifyLog } from './written.ts';

/** `npm run -s facts`: the fact base from a terminal. */
const USAGE = `npm run -s facts -- check      every mistake in every story; exit 1 if there is one
npm run -s facts -- list       every fact with its citations (--json)
npm run -s facts -- coverage   the sentences of the sources that no fact cites
npm run -s facts -- schema     writes the JSON Schemas for editors to src/data/schema
npm run -s facts -- export     writes the approved changes into the files
npm run -s facts -- audit      compares all that is served with the log of curation; exit 1 if a row differs (--anchor NUMBER:HASH)
npm run -s facts -- claim-code STORY   prints the code for the first /settings curation:here of a story
npm run -s facts -- release STORY      takes the curation of a story from the server that has it
Other stories than those of STORIES_DIR: --stories FOLDER`;

const OF_ONE_STORY = ['claim-code', 'release'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, stories: { type: 'string' }, anchor: { type: 'string' } },
  });
  const [name = '', story, ...more] = positionals;
  if (OF_ONE_STORY.includes(name) && story !== undefined && more.length === 0) {
    return name === 'release' ? releaseClaim(processConfig(), story) : printClaimCode(processConfig(), story);
  }
  const action = positionals.join(' ');
  if (action === 'schema') return writeSchemas();
  if (action === 'audit') return verifyLog(processConfig(), values.anchor);
  // Short paths are easier to read, and an editor's terminal opens both kinds.
  const folder = relative('', resolve(values.stories ?? processConfig().STORIES_DIR)) || '.';
  if (action === 'export') return exportChanges(folder, processConfig());
  const loaded = await loadStories(folder);
  switch (action) {
    case 'check':
      return check(loaded, folder);
    case 'list':
      return list(loaded, values.json);
    case 'coverage':
      return cover(loaded);
    default:
      throw new ReaderError(USAGE);
  }
}

async function check({ stories, refusals }: Loaded, folder: string): Promise<number> {
  const problems = refusals.flatMap((refusal) => refusal.problems);
  const refused = new Set(refusals.map(({ id }) => id));
  for (const story of stories.values()) {
    const { draft } = readUncheckedStory(await readFolder(join(folder, story.id)));
    const { mistakes, warnings } = citationProblems(story, draft);
    for (const warning of warnings) console.log(`Warning: ${printProblem(warning)}\n`);
    problems.push(...mistakes);
    if (mistakes.length > 0) refused.add(story.id);
    else
      console.log(
        `${story.id}: ${story.facts.size} facts, ${story.who.size} people and bodies, ${story.where.size} places, ${story.sources.size} sources. No mistakes.`,
      );
  }
  for (const problem of problems) console.error(`${printProblem(problem)}\n`);
  if (problems.length > 0) console.error(`${problems.length} mistakes in ${[...refused].join(', ')}.`);
  if (stories.size === 0 && problems.length === 0) console.error('There is no story in the folder.');
  return problems.length > 0 || stories.size === 0 ? 1 : 0;
}

function list({ stories, refusals }: Loaded, json: boolean): number {
  const facts = [...stories.values()].flatMap((story) =>
    [...story.facts.values()].map(({ id, says, kind, status, citations }) => ({
      story: story.id,
      id,
      says,
      kind,
      status,
      citations,
    })),
  );
  if (json) {
    console.log(JSON.stringify(facts, null, 2));
  } else {
    for (const { story, id, status, says, citations } of facts) {
      console.log(`${story}  ${id}  ${status}  ${says}`);
      for (const { source, line, quote } of citations)
        console.log(`    ${source}, line ${line}: ${quote.replaceAll('\n', ' ')}`);
    }
  }
  return unread(refusals);
}

function cover({ stories, refusals }: Loaded): number {
  for (const story of stories.values()) {
    const sentences = coverage(story);
    const open = sentences.filter(({ cited }) => !cited);
    for (const { source, line, text } of open)
      console.log(`${story.id}  ${source}, line ${line}: ${text.replaceAll(/\s+/gu, ' ')}`);
    console.log(`${story.id}: ${sentences.length - open.length} of ${sentences.length} sentences are cited.`);
  }
  return unread(refusals);
}

/** Results of valid stories must not hide refused ones. */
function unread(refusals: Loaded['refusals']): number {
  if (refusals.length === 0) return 0;
  console.error(`Left out, because of mistakes: ${refusals.map(({ id }) => id).join(', ')}. See "facts -- check".`);
  return 1;
}

async function writeSchemas(): Promise<number> {
  const folder = join(import.meta.dirname, '..', 'src', 'data', 'schema');
  await mkdir(folder, { recursive: true });
  const paths = EDITOR_SCHEMAS.map((name) => join(folder, `${name}.json`));
  for (const [index, name] of EDITOR_SCHEMAS.entries()) {
    await writeFile(paths[index] ?? '', JSON.stringify(editorSchema(name), null, 2));
  }
  // oxfmt wraps short lists in its own way, and `npm run check` covers these files.
  execFileSync('oxfmt', paths, { stdio: 'ignore' });
  console.log(`Written: ${paths.map((path) => relative('', path)).join(', ')}.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ReaderError || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
