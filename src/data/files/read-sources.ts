import { createHash } from 'node:crypto';

import { SourceText } from '../text/source-text.ts';
import { problemIn, type UncheckedStory, type Entry } from './unchecked-story.ts';
import type { StoryFiles } from './read-folder.ts';
import { nearest } from '../text/did-you-mean.ts';
import type { Problem } from '../model/problem.ts';
import { readBytes } from './decode-file.ts';
import { find, has, textAt, type Text } from '../yaml/tree.ts';

/** The archived texts by the id of their source; null where the text may not be archived. Those that cannot be read are absent. */
export type Archive = ReadonlyMap<string, SourceText | null>;

export function readArchive(draft: UncheckedStory): { archive: Archive; problems: readonly Problem[] } {
  const archive = new Map<string, SourceText | null>();
  const problems: Problem[] = [];
  for (const source of draft.tables.sources.byId.values()) {
    const name = textAt(source.node, 'text');
    if (source.id && find(source.node, ['text'])?.is === 'nothing') archive.set(source.id.value, null);
    if (!source.id || !name) continue;
    const read = readText(source, name, draft.files);
    if ('message' in read) {
      problems.push(read);
      continue;
    }
    archive.set(source.id.value, new SourceText(read.text));
    const wrong = hashProblem(source, name, read.hash);
    if (wrong) problems.push(wrong);
  }
  return { archive, problems };
}

/** Names are only ever compared with what was listed in `sources/`: none of them is opened. */
function readText(source: Entry, name: Text, files: StoryFiles): { text: string; hash: string } | Problem {
  const path = name.value;
  if (/^[/\\~]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(path)) {
    return problemIn(
      source,
      name,
      `'${path}' leads out of the story's folder.`,
      'Put the text into sources/ and write "text: sources/s1.txt".',
    );
  }
  if (!/^sources\/[^/\\]+$/u.test(path)) {
    return problemIn(
      source,
      name,
      `'${path}' is not in the folder sources/.`,
      'Put the text there and write "text: sources/s1.txt".',
    );
  }
  const stored = files.sources.get(path);
  if (!stored) {
    const meant = nearest(path, files.sources.keys());
    const cure =
      meant === undefined
        ? 'Put the file there, or write "text: null" if it may not be archived.'
        : `Did you mean '${meant}'?`;
    return problemIn(source, name, `There is no file ${path} in the story.`, cure);
  }
  if ('message' in stored) return problemIn(source, name, `${path}: ${stored.message}`, stored.cure);
  const decoded = readBytes(`${files.folder}/${path}`, stored.bytes, 'archived');
  if ('problem' in decoded) return decoded.problem;
  return { text: decoded.file.text, hash: createHash('sha256').update(stored.bytes).digest('hex') };
}

function hashProblem(source: Entry, name: Text, hash: string): Problem | null {
  const stated = textAt(source.node, 'sha256');
  // One that is no hash at all is told by the schema.
  if (stated?.value === hash || (stated && !/^[0-9a-f]{64}$/u.test(stated.value))) return null;
  if (stated) {
    return problemIn(
      source,
      stated,
      `${name.value} has changed: its SHA-256 is no longer the one that was archived.`,
      `Bring the archived text back. If this text is the right one, look at every quotation from it again and write ${hash}.`,
    );
  }
  if (has(source.node, 'sha256')) return null;
  return problemIn(source, name, 'The archived text has no sha256.', `Add "sha256: ${hash}".`);
}
