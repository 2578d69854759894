import { rename, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { LARGEST_YAML, readFolder, type StoryFiles } from '../src/data/files/read-folder.ts';
import { storyFolders } from '../src/data/load.ts';
import { printProblem } from '../src/data/model/problem.ts';
import { applyRevisions, checkRevisedFiles, type Revision } from '../src/data/revisions/revision.ts';
import { storyVersion } from '../src/data/assemble-story.ts';
import { ReaderError } from '../src/errors.ts';
import { openStore, type Store } from '../src/store/store.ts';

type Where = Pick<Config, 'DATABASE_URL' | 'DATABASE_FILE'>;

async function withStore<Value>(
  { DATABASE_URL: url, DATABASE_FILE: file }: Where,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const store = await openStore(url === null ? { file } : { url }, { clock: systemClock });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * Writes approved changes to the story files and marks them as written.
 * A story that would become invalid stays unchanged. Returns the exit code.
 */
export const exportChanges = (folder: string, where: Where): Promise<number> =>
  withStore(where, async (store) => {
    let failed = 0;
    for (const { id, isLink } of await storyFolders(folder)) {
      const revisions = isLink ? [] : await store.revisions.list(id);
      if (revisions.length === 0) continue;
      const files = await readFolder(join(folder, id));
      const revised = applyRevisions(files, revisions);
      const { files: written, missing } = revised;
      const checked = checkRevisedFiles(revised);
      if ('problems' in checked) {
        for (const problem of checked.problems) console.error(`${printProblem(problem)}\n`);
        console.error(
          `${id}: nothing is written, because the story would not pass with its ${revisions.length} changes.`,
        );
        failed = 1;
        continue;
      }
      const names = await writeChanged(join(folder, id), files, written);
      if (storyVersion(await readFolder(join(folder, id))) !== storyVersion(written)) {
        throw new ReaderError(`${id}: somebody else changed its files at the same moment. Run the export again.`);
      }
      const held = revisions.filter((revision) => !missing.includes(revision));
      await store.revisions.fold(
        held.map(({ seq }) => seq),
        systemClock.now(),
      );
      if (held.length > 0) {
        console.log(`${id}: ${held.length} changes are in ${names.join(', ') || 'its files already'}.`);
      }
      for (const revision of missing) console.log(`${id}: ${notWritten(revision)}`);
    }
    return failed;
  });

const notWritten = ({ act, change, at }: Revision): string =>
  `The change "${act}" of ${change.id}, approved at ${at}, is not written, because no file has ${change.id} any more.`;

/** Writes to a temporary name first, so that each file is whole at every moment. */
async function writeChanged(folder: string, before: StoryFiles, after: StoryFiles): Promise<readonly string[]> {
  const changed = [...after.yaml].filter(([name, stored]) => before.yaml.get(name) !== stored);
  const large = changed.find(([, stored]) => 'bytes' in stored && stored.bytes.length > LARGEST_YAML);
  if (large) {
    throw new ReaderError(
      `${join(folder, large[0])} would have more than ${LARGEST_YAML / 1024} KB. Move some of its facts into a file of facts/ and run the export again.`,
    );
  }
  for (const [name, stored] of changed) {
    if (!('bytes' in stored)) continue;
    const path = join(folder, name);
    const draft = join(dirname(path), `.${basename(path)}.draft`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, stored.bytes);
    await rename(draft, path);
  }
  return changed.map(([name]) => name);
}

/** Verifies the curation log, and the tables that it decides, row by row. @param anchor `NUMBER:HASH` as printed before. */
export const verifyLog = (where: Where, anchor: string | undefined): Promise<number> =>
  withStore(where, async (store) => {
    const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/u.exec(anchor ?? '') ?? [];
    if (anchor !== undefined && hash === undefined) {
      throw new ReaderError('--anchor takes the number of a row and its hash, as they were printed: 12:0123…');
    }
    const anchored = hash === undefined ? undefined : { seq: Number(seq), hash };
    const { log: found, differences } = await store.audit.examine(anchored);
    if ('broken' in found) {
      console.error(`Row ${found.broken} of the log is broken. ${found.why}`);
      return 1;
    }
    for (const { says } of differences) console.error(says);
    if (differences.length > 0) {
      console.error(`${differences.length} rows are not as the log tells them. Restore the store from a backup.`);
      return 1;
    }
    console.log(
      found.rows === 0
        ? 'The log is empty.'
        : `The log is whole: ${found.rows} rows, the last one ${found.rows}:${found.head}`,
    );
    return 0;
  });

/** Prints a one-time code with which a server can claim a story. */
export const printClaimCode = async (where: Where & Pick<Config, 'STORIES_DIR'>, story: string): Promise<number> => {
  const folders = await storyFolders(where.STORIES_DIR);
  if (!folders.some(({ id }) => id === story)) {
    throw new ReaderError(`There is no story "${story}" in ${where.STORIES_DIR}. Its id is the name of its folder.`);
  }
  return withStore(where, async ({ curationClaims }) => {
    const code = await curationClaims.makeCode(story);
    console.log(`The code for ${story}, for one use: ${code}`);
    console.log('In the channel that is to receive the proposals: /settings curation:here code:…');
    return 0;
  });
};

/** Ends the claim of the server that curates a story. */
export const releaseClaim = (where: Where, story: string): Promise<number> =>
  withStore(where, async ({ curationClaims }) => {
    const claim = await curationClaims.of(story);
    if (claim === null || !(await curationClaims.release(story, claim.server))) {
      throw new ReaderError(`No server curates "${story}", so there is nothing to release.`);
    }
    console.log(`${story} was curated in the server ${claim.server}, and is curated nowhere now.`);
    return 0;
  });
