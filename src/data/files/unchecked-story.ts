import type { StoryFiles } from './read-folder.ts';
import { namesOf, readPages, type Parse } from './read-tables.ts';
import { problemAt, type Finding, type Problem, type TextFile } from '../model/problem.ts';
import type { Read } from '../yaml/read-yaml.ts';
import { textAt, type Fields, type Text } from '../yaml/tree.ts';

export type TableName = 'sources' | 'who' | 'where' | 'facts' | 'questions';

/** What an entry of a table is called. */
export const NOUNS: Readonly<Record<TableName | 'story', string>> = {
  story: 'a story',
  sources: 'a source',
  who: 'an entry of who.yml',
  where: 'a place',
  facts: 'a fact',
  questions: 'a question',
};

export interface Entry {
  readonly table: TableName;
  readonly file: TextFile;
  readonly node: Fields;
  readonly id: Text | undefined;
}

interface Table {
  readonly entries: readonly Entry[];
  /** By id; of two entries with one id, the first. */
  readonly byId: ReadonlyMap<string, Entry>;
  /** False when one of its files could not be read, so a missing entry may still be in it. */
  readonly complete: boolean;
}

/** The input of the checks: a story whose entries may still be wrong. */
export interface UncheckedStory {
  readonly files: StoryFiles;
  readonly head: { readonly file: TextFile; readonly node: Fields } | null;
  readonly tables: Readonly<Record<TableName, Table>>;
  /** All YAML files that could be decoded, by their path in the story. */
  readonly pages: ReadonlyMap<string, Read>;
}

export function problemIn(
  entry: { file: TextFile },
  node: { at: number },
  message: string,
  cure: string,
  finding?: Finding,
): Problem {
  return problemAt(entry.file, node.at, message, cure, finding);
}

export function readUncheckedStory(
  files: StoryFiles,
  parse?: Parse,
): { draft: UncheckedStory; problems: readonly Problem[] } {
  const { pages, problems } = readPages(files, parse);
  const found = [...problems];
  const tableOf = (name: TableName) => readTable(name, files, pages, found);
  const tables = {
    sources: tableOf('sources'),
    who: tableOf('who'),
    where: tableOf('where'),
    facts: tableOf('facts'),
    questions: tableOf('questions'),
  };
  const story = pages.get('story.yml');
  const node = story && !story.broken && story.root?.is === 'fields' ? story.root : null;
  if (story && !story.broken && !node) {
    found.push(
      problemAt(
        story.file,
        story.root?.at ?? 0,
        'This file must have fields.',
        'Write title, line, timezone and language.',
      ),
    );
  }
  return { draft: { files, pages, tables, head: story && node ? { file: story.file, node } : null }, problems: found };
}

function readTable(name: TableName, files: StoryFiles, pages: ReadonlyMap<string, Read>, problems: Problem[]): Table {
  const entries: Entry[] = [];
  const byId = new Map<string, Entry>();
  const mine = namesOf(name, files).map((file) => pages.get(file));
  let complete = mine.length > 0;
  for (const page of mine) {
    if (!page || page.broken || (page.root && page.root.is !== 'list' && page.root.is !== 'nothing')) complete = false;
    if (!page?.root || page.broken) continue;
    for (const item of readEntries(name, page)) {
      if ('message' in item) {
        problems.push(item);
      } else {
        entries.push(item);
        if (item.id && !byId.has(item.id.value)) byId.set(item.id.value, item);
      }
    }
  }
  return { entries, byId, complete };
}

function* readEntries(table: TableName, { file, root }: Read): Iterable<Entry | Problem> {
  if (!root || root.is === 'nothing') return;
  if (root.is !== 'list') {
    yield problemAt(file, root.at, 'This file must be a list.', 'Begin every entry with a dash: "- id: …".');
    return;
  }
  for (const node of root.items) {
    if (node.is === 'fields') yield { table, file, node, id: textAt(node, 'id') };
    else if (node.is !== 'nothing' || !node.refused) {
      yield problemAt(
        file,
        node.at,
        `This is not ${NOUNS[table]}: it has no fields.`,
        'Write "- id: …", and the other fields below it.',
      );
    }
  }
}
