import type { StoryFiles } from './read-folder.ts';
import { nearest } from '../text/did-you-mean.ts';
import { problemOf, type Problem, type TextFile } from '../model/problem.ts';
import { readBytes } from './decode-file.ts';
import { readYaml, type Read } from '../yaml/read-yaml.ts';

const NAMES: readonly string[] = ['story.yml', 'sources.yml', 'who.yml', 'where.yml', 'facts.yml', 'questions.yml'];
const isPartOfFacts = (name: string) => /^facts\/[^/]+\.yml$/u.test(name);

/** The files of one table, by their path in the story. */
export function namesOf(table: string, files: StoryFiles): readonly string[] {
  return [...files.yaml.keys()].filter((name) => name === `${table}.yml` || (table === 'facts' && isPartOfFacts(name)));
}

/** Parses a decoded file. A caller that reads a story repeatedly can cache unchanged files. */
export type Parse = (file: TextFile) => Read;

/** Reads every YAML file of a story; reports unexpected and missing files. */
export function readPages(
  files: StoryFiles,
  parse: Parse = readYaml,
): { pages: ReadonlyMap<string, Read>; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const pages = new Map<string, Read>();
  for (const [name, stored] of files.yaml) {
    const path = `${files.folder}/${name}`;
    if ('message' in stored) {
      problems.push(problemOf(path, stored.message, stored.cure));
    } else if (!NAMES.includes(name) && !isPartOfFacts(name)) {
      problems.push(problemOf(path, `A story has no file called '${name}'.`, rename(name)));
    } else {
      const decoded = readBytes(path, stored.bytes, 'own');
      if ('problem' in decoded) {
        problems.push(decoded.problem);
      } else {
        const page = parse(decoded.file);
        problems.push(...page.problems);
        pages.set(name, page);
      }
    }
  }
  return { pages, problems: [...problems, ...missing(files)] };
}

function rename(name: string): string {
  const yml = name.replace(/\.yaml$/iu, '.yml');
  const meant = NAMES.includes(yml) || isPartOfFacts(yml) ? yml : nearest(yml, NAMES);
  return meant === undefined ? `Its files are ${NAMES.join(', ')} and facts/*.yml.` : `Did you mean '${meant}'?`;
}

function missing(files: StoryFiles): readonly Problem[] {
  const absent = NAMES.filter((name) => namesOf(name.replace('.yml', ''), files).length === 0);
  return absent.map((name) =>
    problemOf(
      `${files.folder}/${name}`,
      'The file is missing.',
      name === 'story.yml'
        ? 'Make it, with title, line, timezone and language.'
        : 'Make the file; if it has nothing to hold yet, with the one line [].',
    ),
  );
}
