import { editYaml } from '../yaml/edit-yaml.ts';
import type { StoryFiles } from '../files/read-folder.ts';
import { namesOf } from '../files/read-tables.ts';
import { readBytes } from '../files/decode-file.ts';
import { readYaml, type Read } from '../yaml/read-yaml.ts';
import { problemAt, problemOf, type Finding, type Problem } from '../model/problem.ts';
import { find, plain, textAt } from '../yaml/tree.ts';
import { writeEntry, type Plain } from '../yaml/write-yaml.ts';

type TableName = 'facts' | 'who' | 'where';

/** Most bytes of a file that gets a new fact. A file may have 256 KB; the rest is for later changes of its facts. */
const MOST_BYTES = 192 * 1024;

interface YamlDocument {
  readonly page: Read;
  readonly changed: Map<number, Plain>;
  readonly added: Plain[];
}

interface Place {
  readonly document: YamlDocument;
  /** Index among the entries of the file, followed by the added ones. */
  readonly at: number;
}

/** The YAML files of a story, opened where something is to be written. Those that cannot be read are left as they are. */
export class YamlDocuments {
  readonly #files: StoryFiles;
  /** Null for one that cannot be read. */
  readonly #documents = new Map<string, YamlDocument | null>();
  readonly #places = new Map<string, Place | null>();

  constructor(files: StoryFiles) {
    this.#files = files;
  }

  /** The entry as it is now, undefined where the story has none of this id. */
  get(table: TableName, id: string): Plain | undefined {
    const place = this.#find(table, id);
    if (!place) return undefined;
    const { page, changed, added } = place.document;
    const entries = page.root?.is === 'list' ? page.root.items : [];
    const entry = entries[place.at];
    return changed.get(place.at) ?? (entry ? (plain(entry) as Plain) : added[place.at - entries.length]);
  }

  /** A problem of a fact at one of its fields, or at its beginning where it has no such field. */
  problemAt(id: string, field: string, message: string, cure: string, finding: Finding): Problem {
    const place = this.#find('facts', id);
    const entry = place?.document.page.root?.is === 'list' ? place.document.page.root.items[place.at] : undefined;
    if (!place || !entry) return problemOf(this.#files.folder, message, cure, finding);
    return problemAt(place.document.page.file, find(entry, [field])?.at ?? entry.at, message, cure, finding);
  }

  set(table: TableName, id: string, entry: Plain): void {
    const place = this.#find(table, id);
    if (!place) return;
    const { page, changed, added } = place.document;
    const count = page.root?.is === 'list' ? page.root.items.length : 0;
    if (place.at < count) changed.set(place.at, entry);
    else added[place.at - count] = entry;
  }

  /** Puts a new fact into facts.yml, else into the last file of facts/ that it fits into, else into a new one. */
  add(id: string, fact: Plain): void {
    const size = Buffer.byteLength(writeEntry(fact));
    const opened = [...this.#documents.keys()].filter((name) => name.startsWith('facts/'));
    const names = [...new Set([...namesOf('facts', this.#files), ...opened])].toSorted();
    const fitting = names.filter((name) => this.#size(name) + size <= MOST_BYTES);
    const open = fitting.find((name) => name === 'facts.yml') ?? fitting.at(-1);
    const document = this.#open(open ?? fresh(names));
    if (!document) return;
    const count = document.page.root?.is === 'list' ? document.page.root.items.length : 0;
    document.added.push(fact);
    this.#places.set(`facts ${id}`, { document, at: count + document.added.length - 1 });
  }

  /** The files with all that was written. */
  files(): StoryFiles {
    const written = [...this.#documents].flatMap(([name, document]) => {
      if (!document || document.changed.size + document.added.length === 0) return [];
      const text = editYaml(document.page, document);
      return text === document.page.file.text ? [] : [[name, { bytes: new TextEncoder().encode(text) }] as const];
    });
    if (written.length === 0) return this.#files;
    const yaml = [...new Map([...this.#files.yaml, ...written])];
    const isPart = ([name]: (typeof yaml)[number]): boolean => name.startsWith('facts/');
    const parts = yaml.filter(isPart).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { ...this.#files, yaml: new Map([...yaml.filter((one) => !isPart(one)), ...parts]) };
  }

  #find(table: TableName, id: string): Place | null {
    const key = `${table} ${id}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#look(table, id);
    this.#places.set(key, place);
    return place;
  }

  #look(table: TableName, id: string): Place | null {
    for (const name of namesOf(table, this.#files)) {
      const stored = this.#files.yaml.get(name);
      // Parsing a file takes a hundred times as long as searching it for a word.
      if (!stored || !('bytes' in stored) || !Buffer.from(stored.bytes).includes(id)) continue;
      const document = this.#open(name);
      const entries = document?.page.root?.is === 'list' ? document.page.root.items : [];
      const at = entries.findIndex((entry) => textAt(entry, 'id')?.value === id);
      if (document && at !== -1) return { document, at };
    }
    return null;
  }

  #open(name: string): YamlDocument | null {
    const known = this.#documents.get(name);
    if (known !== undefined) return known;
    const stored = this.#files.yaml.get(name) ?? { bytes: new Uint8Array() };
    const decoded = 'bytes' in stored ? readBytes(`${this.#files.folder}/${name}`, stored.bytes, 'own') : null;
    const page = decoded && 'file' in decoded ? readYaml(decoded.file) : null;
    const isList = page && !page.broken && (!page.root || page.root.is === 'list');
    const document = isList ? { page, changed: new Map<number, Plain>(), added: [] } : null;
    this.#documents.set(name, document);
    return document;
  }

  #size(name: string): number {
    const stored = this.#files.yaml.get(name);
    const added = this.#documents.get(name)?.added ?? [];
    const written = added.reduce((sum, fact) => sum + Buffer.byteLength(writeEntry(fact)) + 2, 0);
    return (stored && 'bytes' in stored ? stored.bytes.length : 0) + written;
  }
}

function fresh(taken: readonly string[]): string {
  const name = (n: number): string => `facts/desk-${n}.yml`;
  let n = 1;
  while (taken.includes(name(n))) n += 1;
  return name(n);
}
