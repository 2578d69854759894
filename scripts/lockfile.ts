import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Rules for package-lock.json: a hash for every package, so that nothing else can be installed under its name.
 * Every package that runs with the bot needs a licence that allows this use.
 */
const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
]);

/** lefthook lists it for Android, but it was never published. `npm ci` needs the entry, and there is no file to hash. */
const UNPUBLISHED = 'node_modules/lefthook-android-arm64';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      license: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** A sentence for each package without a strong hash or a listed licence. */
export function lockfileProblems(text: string): readonly string[] {
  const { packages } = lockfile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { integrity = '', license, link, dev }]) => {
    // The project and its workspaces are not downloaded.
    if (link === true || !path.includes('node_modules/')) return [];
    if (path === UNPUBLISHED && dev === true) return [];
    const hash = /^sha512-[\w+/]{86}==$/.test(integrity) ? [] : [`${path} has no SHA-512 hash in package-lock.json.`];
    const allowed = dev === true || (license !== undefined && ALLOWED_LICENCES.has(license));
    return [
      ...hash,
      ...(allowed ? [] : [`${path} runs with the bot under "${license ?? 'no licence'}", which is not allowed.`]),
    ];
  });
}

if (import.meta.main) {
  const problems = lockfileProblems(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
  for (const problem of problems) console.error(problem);
  if (problems.length === 0)
    console.log('Every published package has a hash, and what runs has a licence that allows it.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
