import { parseArgs } from 'node:util';
import { relative, resolve } from 'node:path';
import { processConfig } from '../src/config.ts';
import { loadStories, type Loaded } from '../src/data/load.ts';
import { printProblem } from '../src/data/problem.ts';
import { ReaderError } from '../src/errors.ts';

/** `npm run -s facts`: the fact base from a terminal. */
const USAGE = `npm run -s facts -- check      every mistake in every story; exit 1 if there is one
npm run -s facts -- list       every fact with its citations (--json)
Other stories than those of STORIES_DIR: --stories FOLDER`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, stories: { type: 'string' } },
  });
  const folder = resolve(values.stories ?? processConfig().STORIES_DIR);
  // Short paths are read more easily, and an editor's terminal opens both.
  const loaded = await loadStories(relative('', folder) || '.');
  switch (positionals.join(' ')) {
    case 'check':
      return check(loaded);
    case 'list':
      return list(loaded, values.json);
    default:
      throw new ReaderError(USAGE);
  }
}

function check({ stories, refusals }: Loaded): number {
  const problems = refusals.flatMap((refusal) => refusal.problems);
  for (const problem of problems) console.error(`${printProblem(problem)}\n`);
  for (const story of stories.values()) {
    console.log(
      `${story.id}: ${story.facts.size} facts, ${story.who.size} people and bodies, ${story.where.size} places, ${story.sources.size} sources. No mistakes.`,
    );
  }
  if (problems.length > 0) console.error(`${problems.length} mistakes in ${refusals.map(({ id }) => id).join(', ')}.`);
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
  if (refusals.length === 0) return 0;
  console.error(
    `Not listed, because they have mistakes: ${refusals.map(({ id }) => id).join(', ')}. See "facts -- check".`,
  );
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ReaderError || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
