import { isDeepStrictEqual } from 'node:util';

import { hiddenIn } from '../text/characters.ts';
import { checkStory, type Checked } from '../check.ts';
import type { StoryFiles } from '../files/read-folder.ts';
import type { Parse } from '../files/read-tables.ts';
import { readBytes } from '../files/decode-file.ts';
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
  | { readonly on: 'fact'; readonly id: string; readonly fields: Fields }
  /** One more name of somebody or of a place. */
  | { readonly on: 'who' | 'where'; readonly id: string; readonly language: string; readonly name: string };

/** An approved change: it is laid over the story's files, until it is written into them. */
export interface Revision {
  /** The order in which they are laid. */
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

/**
 * The files with the revisions written into them: only the entries that change are other text. Laid twice it is the same as
 * laid once. A change to what the files no longer have is left out: it was deleted by hand.
 */
export function applyRevisions(files: StoryFiles, revisions: readonly Revision[]): StoryFiles {
  if (revisions.length === 0) return files;
  const sheets = new YamlDocuments(files);
  const zone = zoneOf(files);
  for (const revision of revisions.toSorted((a, b) => a.seq - b.seq)) lay(sheets, revision, zone);
  return sheets.files();
}

/** The story as it would be with the change, or what the checker would say of it. */
export function dryRun(
  files: StoryFiles,
  revisions: readonly Revision[],
  change: TentativeChange,
  parse?: Parse,
): Checked {
  const last: Revision = { ...change, seq: Infinity, id: '', story: files.id };
  return checkStory(applyRevisions(files, [...revisions, last]), parse);
}

function lay(sheets: YamlDocuments, revision: Revision, zone: string): void {
  const { change, act } = revision;
  if (change.on !== 'fact') {
    const entry = sheets.get(change.on, change.id);
    if (entry) sheets.set(change.on, change.id, withName(entry, change.language, cleaned(change.name)));
    return;
  }
  const before = sheets.get('facts', change.id);
  if (!before && act !== 'add' && act !== 'update') return;
  const after = withFields(before ?? { id: change.id }, { ...change.fields, ...ofAct(before, revision, zone) });
  if (before) sheets.set('facts', change.id, after);
  else sheets.add(change.id, after);
  mirror(sheets, change.id, texts(before?.['contradicts']), texts(after['contradicts']));
}

/** What follows from the act itself, beyond the fields that were proposed. */
function ofAct(before: Plain | undefined, { act, was, reason, at, by }: Revision, zone: string): Fields {
  const on = localDay(Temporal.Instant.from(at), zone);
  const signed = { by: signature(by), on };
  switch (act) {
    case 'correct': {
      const told = Array.isArray(before?.['corrected']) ? (before['corrected'] as readonly Yaml[]) : [];
      if (was === null) return {};
      const one = { on, was: was.toWellFormed(), because: (reason ?? '').toWellFormed() };
      // Whoever signed it may be called otherwise by now.
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

/** An empty list says no more than no list, and stands in no file. */
const isGone = (value: Yaml | null): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** A contradiction is known to both facts, whichever of them it was given for. */
function mirror(sheets: YamlDocuments, id: string, before: readonly string[], after: readonly string[]): void {
  for (const other of new Set([...before, ...after])) {
    const there = sheets.get('facts', other);
    const known = texts(there?.['contradicts']);
    if (!there || other === id || known.includes(id) === after.includes(other)) continue;
    const contradicts = after.includes(other) ? [...known, id] : known.filter((one) => one !== id);
    // In one order, so that it does not depend on what was laid before.
    sheets.set('facts', other, withFields(there, { contradicts: contradicts.toSorted() }));
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

/** The zone whose dates the story is told in; UTC where its files do not say. */
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
