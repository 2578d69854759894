import { isDeepStrictEqual } from 'node:util';

import { hiddenIn } from '../text/characters.ts';
import { checkStory, type Checked } from '../check.ts';
import type { StoryFiles } from '../files/read-folder.ts';
import type { Parse } from '../files/read-tables.ts';
import { readBytes } from '../files/decode-file.ts';
import { inOrder, type Problem } from '../model/problem.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { YamlDocuments } from './yaml-documents.ts';
import { textAt } from '../yaml/tree.ts';
import type { Plain, Yaml } from '../yaml/write-yaml.ts';
import { localDay } from '../../local-day.ts';

export type { Yaml } from '../yaml/write-yaml.ts';

export const ACTS = ['add', 'correct', 'update', 'retract', 'verify', 'alias'] as const;
export type Act = (typeof ACTS)[number];

/** Field of an entry → its new value; null takes the field away. */
export type Fields = Readonly<Record<string, Yaml | null>>;

export type Change =
  /** A fact that is there, or a new one with all its fields. */
  | {
      readonly on: 'fact';
      readonly id: string;
      readonly fields: Fields;
      /** The values that the change replaces, as they were when it was written; rows of an older version have none. */
      readonly base?: Fields;
    }
  /** One more name of somebody or of a place. */
  | { readonly on: 'who' | 'where'; readonly id: string; readonly language: string; readonly name: string };

/** An approved change: applied whenever the files are read, until it is written into them. */
export interface Revision {
  /** The order in which they are applied. */
  readonly seq: number;
  /** Of the proposal that it was. */
  readonly id: string;
  readonly story: string;
  readonly act: Act;
  readonly change: Change;
  readonly reason: string | null;
  /** What was wrong, for a reader: "Mon 29 May 2023". null where no notice is due. */
  readonly was: string | null;
  /** ISO instant of the approval. */
  readonly at: string;
  /** Names of who approved it; empty once they are erased. */
  readonly by: string;
}

/** A change that is not yet approved. */
export type TentativeChange = Omit<Revision, 'seq' | 'id' | 'story'>;

/** Files with revisions written into them. */
export interface RevisedFiles {
  readonly files: StoryFiles;
  /** Where the files and the revisions disagree. What is in conflict is not written, and the story does not pass. */
  readonly conflicts: readonly Problem[];
  /** Changes to entries that were deleted by hand. They are not written. */
  readonly missing: readonly Revision[];
}

/** Changes the text of the changed entries only. Applying revisions twice gives the same files as applying them once. */
export function applyRevisions(files: StoryFiles, revisions: readonly Revision[]): RevisedFiles {
  if (revisions.length === 0) return { files, conflicts: [], missing: [] };
  const { documents, conflicts, missing } = revise(files, revisions);
  return { files: documents.files(), conflicts, missing };
}

/** The story of the files with the revisions, or everything that is wrong with it. */
export function checkRevised(files: StoryFiles, revisions: readonly Revision[], parse?: Parse): Checked {
  return checkRevisedFiles(applyRevisions(files, revisions), parse);
}

/** The story of revised files, or everything that is wrong with it. */
export function checkRevisedFiles({ files, conflicts }: Omit<RevisedFiles, 'missing'>, parse?: Parse): Checked {
  const checked = checkStory(files, parse);
  if (conflicts.length === 0) return checked;
  return { problems: inOrder([...conflicts, ...('problems' in checked ? checked.problems : [])]) };
}

/** The result of a tentative change, with the values that it replaces; none where its fact is new. */
export type DryRun = Checked & { readonly base?: Fields };

/** The story with the change, or the problems that the checker finds in it. */
export function dryRun(
  files: StoryFiles,
  revisions: readonly Revision[],
  tentative: TentativeChange,
  parse?: Parse,
): DryRun {
  const { documents, conflicts, zone } = revise(files, revisions);
  const { change, act } = tentative;
  const before = change.on === 'fact' ? documents.get('facts', change.id) : undefined;
  // The base is what there is now: whether a proposal is older than that is decided by its version.
  const fresh: Change = change.on === 'fact' ? { on: 'fact', id: change.id, fields: change.fields } : change;
  const last: Revision = { ...tentative, change: fresh, seq: Infinity, id: '', story: files.id };
  const outcome = applyRevision(documents, last, () => [last], zone);
  const found = Array.isArray(outcome) ? outcome : [];
  const checked = checkRevisedFiles({ files: documents.files(), conflicts: [...conflicts, ...found] }, parse);
  return before === undefined || act === 'add' || act === 'update'
    ? checked
    : { ...checked, base: baseOf(before, last) };
}

function revise(files: StoryFiles, revisions: readonly Revision[]) {
  const documents = new YamlDocuments(files);
  const zone = zoneOf(files);
  const conflicts: Problem[] = [];
  const missing: Revision[] = [];
  const ordered = revisions.toSorted((a, b) => a.seq - b.seq);
  for (const [at, revision] of ordered.entries()) {
    const outcome = applyRevision(documents, revision, () => ordered.slice(at), zone);
    if (outcome === 'missing') missing.push(revision);
    else if (outcome !== 'written') conflicts.push(...outcome);
  }
  return { documents, conflicts, missing, zone };
}

/** @param since the revision and all that follow it: an export that was cut off may have written them before. */
function applyRevision(
  documents: YamlDocuments,
  revision: Revision,
  since: () => readonly Revision[],
  zone: string,
): 'written' | 'missing' | readonly Problem[] {
  const { change, act } = revision;
  if (change.on !== 'fact') {
    const entry = documents.get(change.on, change.id);
    if (entry) documents.set(change.on, change.id, withName(entry, change.language, cleaned(change.name)));
    return entry ? 'written' : 'missing';
  }
  const before = documents.get('facts', change.id);
  const isNew = act === 'add' || act === 'update';
  if (!before && !isNew) return 'missing';
  const conflicts = before ? conflictsOf(documents, before, revision, since) : [];
  if (conflicts.length > 0) return conflicts;
  const after = withFields(before ?? { id: change.id }, { ...change.fields, ...ofAct(before, revision, zone) });
  if (before) documents.set('facts', change.id, after);
  else documents.add(change.id, after);
  mirror(documents, change.id, texts(before?.['contradicts']), texts(after['contradicts']));
  return 'written';
}

/** Not compared: links are written from both sides, and signatures follow from the approval. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['contradicts', 'corrected', 'checked']);

/** The fields that a revision gives, as far as they are compared with what the files have. */
function comparedFields({ act, change, reason }: Revision): Fields {
  if (change.on !== 'fact') return {};
  const fields = act === 'retract' ? { ...change.fields, status: 'retracted', because: reason ?? '' } : change.fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !NOT_COMPARED.has(name)));
}

const baseOf = (before: Plain, revision: Revision): Fields =>
  Object.fromEntries(Object.keys(comparedFields(revision)).map((name) => [name, before[name] ?? null]));

/**
 * What a revision and the entry in the files disagree on. A value counts as the revision's own if any revision of the fact
 * since then gives it: it was written by an export that was cut off.
 */
function conflictsOf(
  documents: YamlDocuments,
  before: Plain,
  revision: Revision,
  since: () => readonly Revision[],
): readonly Problem[] {
  const { change, act } = revision;
  if (change.on !== 'fact') return [];
  const { id, base = {} } = change;
  const given = (): readonly Fields[] =>
    since()
      .filter((other) => other.change.on === 'fact' && other.change.id === id)
      .map((other) => comparedFields(other));
  const isOwn = (name: string): boolean =>
    given().some((fields) => Object.hasOwn(fields, name) && isSame(before[name], fields[name]));
  const own = comparedFields(revision);
  if (act === 'add' || act === 'update') {
    if (['says', 'cite', ...Object.keys(own)].every(isOwn)) return [];
    const message = `'${id}' is the id of this fact, and of another one that the desk approved: ${printed(own['says'])}.`;
    const cure = 'Give the fact in this file another id, and change what points to it.';
    return [documents.problemAt(id, 'id', message, cure, { code: 'id-taken', mentions: [id] })];
  }
  return Object.entries(base).flatMap(([name, value]) => {
    if (isSame(before[name], value) || isOwn(name)) return [];
    const message = `'${name}' of '${id}' is ${printed(before[name])} by hand; the desk approved ${printed(own[name])} in place of ${printed(value)}.`;
    const cure = `Write ${printed(own[name])} or ${printed(value)} here, and propose in Discord what else is to change.`;
    return [documents.problemAt(id, name, message, cure, { code: 'edited-by-hand', mentions: [id] })];
  });
}

function isSame(one: Yaml | null | undefined, other: Yaml | null | undefined): boolean {
  const [a = null, b = null] = [one, other];
  if (isGone(a) || isGone(b)) return isGone(a) && isGone(b);
  return isDeepStrictEqual(wellFormed(a as Yaml), wellFormed(b as Yaml));
}

function printed(value: Yaml | null | undefined): string {
  if (value === undefined || isGone(value)) return 'nothing';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

/** The fields that an approval sets itself, beyond the proposed ones. */
function ofAct(before: Plain | undefined, { act, was, reason, at, by }: Revision, zone: string): Fields {
  const on = localDay(Temporal.Instant.from(at), zone);
  const signed = { by: signature(by), on };
  switch (act) {
    case 'correct': {
      const told = Array.isArray(before?.['corrected']) ? (before['corrected'] as readonly Yaml[]) : [];
      if (was === null) return {};
      const one = { on, was: was.toWellFormed(), because: (reason ?? '').toWellFormed() };
      // The signer may have another name by now.
      const isTold = told.some((other) => isDeepStrictEqual({ ...(other as Plain), by: '' }, { ...one, by: '' }));
      return { corrected: isTold ? told : [...told, { ...one, by: signed.by }] };
    }
    case 'retract':
      return { status: 'retracted', because: reason ?? '' };
    case 'verify':
      return { checked: signed };
    case 'add':
    case 'update':
    case 'alias':
      return {};
  }
}

function withFields(entry: Plain, fields: Fields): Plain {
  const kept = Object.entries(entry).filter(([name]) => !Object.hasOwn(fields, name) || !isGone(fields[name] ?? null));
  const given = Object.entries(fields).filter(([, value]) => !isGone(value));
  const values = given.map(([name, value]) => [name, wellFormed(value as Yaml)] as const);
  return Object.fromEntries([...kept, ...values]);
}

/** An empty list means the same as no list, and is not written. */
const isGone = (value: Yaml | null): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** A contradiction is known to both facts, whichever of them it was given for. */
function mirror(documents: YamlDocuments, id: string, before: readonly string[], after: readonly string[]): void {
  for (const other of new Set([...before, ...after])) {
    const there = documents.get('facts', other);
    const known = texts(there?.['contradicts']);
    if (!there || other === id || known.includes(id) === after.includes(other)) continue;
    const contradicts = after.includes(other) ? [...known, id] : known.filter((one) => one !== id);
    // Sorted, so that the result does not depend on the order of revisions.
    documents.set('facts', other, withFields(there, { contradicts: contradicts.toSorted() }));
  }
}

function withName(entry: Plain, language: string, name: string): Plain {
  const names = (entry['names'] ?? {}) as Readonly<Record<string, Yaml>>;
  const known = texts(names[language]);
  if (known.includes(name)) return entry;
  return { ...entry, names: { ...names, [language]: [...known, name] } };
}

const texts = (value: Yaml | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Half of a surrogate pair cannot be written into a file. */
function wellFormed(value: Yaml): Yaml {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wellFormed(inner)]));
}

/** The longest name that the files take, in UTF-16 units. */
const LONGEST = 80;

/** The names of people come from Discord, where they may hold signs that nobody sees. */
function signature(by: string): string {
  const name = cleaned(by);
  return name === '' ? 'the desk' : name;
}

function cleaned(name: string): string {
  let text = name.toWellFormed();
  for (const { sign } of hiddenIn(text)) text = text.replaceAll(sign, '');
  return text.replaceAll(/\s+/gu, ' ').slice(0, LONGEST).toWellFormed().trim();
}

/** The time zone of the story's dates; UTC where its files name none. */
function zoneOf(files: StoryFiles): string {
  const stored = files.yaml.get('story.yml');
  const decoded = stored && 'bytes' in stored ? readBytes('story.yml', stored.bytes, 'own') : null;
  const root = decoded && 'file' in decoded ? readYaml(decoded.file).root : null;
  const zone = root ? textAt(root, 'timezone')?.value : undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
