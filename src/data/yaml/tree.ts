/**
 * A parsed YAML file: every scalar is text. `at` and `end` are offsets into the file's text. Plain data, so that it can be
 * sent between threads.
 */
export type Node = Text | Nothing | List | Fields;

interface Placed {
  readonly at: number;
  readonly end: number;
}

export interface Text extends Placed {
  readonly is: 'text';
  readonly value: string;
  /** `literal` is `|-`; `loose` is a block that folds the words or adds a line end (`>`, `|`, `|+`). */
  readonly style: 'plain' | 'quoted' | 'literal' | 'loose';
}

/** `key:` with nothing behind it, or an unquoted `null` or `~`. */
interface Nothing extends Placed {
  readonly is: 'nothing';
  /** The value was already reported, so it must not be reported as empty too. */
  readonly refused?: true;
}

interface List extends Placed {
  readonly is: 'list';
  readonly items: readonly Node[];
}

export interface Fields extends Placed {
  readonly is: 'fields';
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field {
  /** The offset of the field's name. */
  readonly at: number;
  readonly value: Node;
}

export type Path = readonly PropertyKey[];

/** The plain value: text, null, arrays and objects. */
export function plain(node: Node): unknown {
  switch (node.is) {
    case 'text':
      return node.value;
    case 'nothing':
      return null;
    case 'list':
      return node.items.map(plain);
    case 'fields':
      return Object.fromEntries([...node.fields].map(([key, field]) => [key, plain(field.value)]));
  }
}

function step(node: Node, key: PropertyKey): Node | undefined {
  if (node.is === 'list') return node.items[Number(key)];
  return node.is === 'fields' ? node.fields.get(String(key))?.value : undefined;
}

export function find(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) node = node && step(node, key);
  return node;
}

/** The node at the path, or the last one on the way to it. */
export function deepest(root: Node, path: Path): Node {
  let node = root;
  for (const key of path) {
    const next = step(node, key);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Whether the field is present and not empty; a value that was already reported counts as present. */
export function has(entry: Node, key: string): boolean {
  const value = step(entry, key);
  if (!value || value.is === 'nothing') return value?.refused === true;
  return value.is !== 'list' || value.items.length > 0;
}

export function textAt(root: Node, ...path: Path): Text | undefined {
  const found = find(root, path);
  return found?.is === 'text' ? found : undefined;
}

/** The texts of a list; other items are left out. */
export function textsAt(root: Node, ...path: Path): readonly Text[] {
  const found = find(root, path);
  return found?.is === 'list' ? found.items.filter((item) => item.is === 'text') : [];
}

/** The items of a list that have fields; others are left out. */
export function entriesAt(root: Node, ...path: Path): readonly Fields[] {
  const found = find(root, path);
  return found?.is === 'list' ? found.items.filter((item) => item.is === 'fields') : [];
}
