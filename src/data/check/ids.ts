import { NOUNS, problemIn, type UncheckedStory, type Entry, type TableName } from '../files/unchecked-story.ts';
import { didYouMean, nearest } from '../text/did-you-mean.ts';
import type { Problem } from '../model/problem.ts';
import { entriesAt, textAt, textsAt, type Text } from '../yaml/tree.ts';

/** An id names one thing in the whole story, whichever file has it. */
export function* ids(draft: UncheckedStory): Iterable<Problem> {
  const first = new Map<string, Entry>();
  for (const table of Object.values(draft.tables)) {
    for (const entry of table.entries) {
      const other = entry.id && first.get(entry.id.value);
      if (!entry.id) continue;
      if (!other) first.set(entry.id.value, entry);
      else {
        const name = other.file.path.slice(draft.files.folder.length + 1);
        const line = other.file.text.slice(0, other.id?.at).split('\n').length;
        yield problemIn(
          entry,
          entry.id,
          `The id '${entry.id.value}' is already taken by ${NOUNS[other.table]} in line ${line} of ${name}.`,
          'Give one of the two another id, and change what points to it.',
          { code: 'id-taken', mentions: [entry.id.value] },
        );
      }
    }
  }
}

/** Every reference names an entry of the right kind. */
export function* references(draft: UncheckedStory): Iterable<Problem> {
  const { who, where, facts, questions } = draft.tables;
  for (const entry of who.entries) yield* refer(draft, entry, one(entry, 'role', 'of'), ['who', 'where']);
  for (const entry of where.entries) yield* refer(draft, entry, one(entry, 'in'), ['where']);
  for (const entry of facts.entries) {
    yield* refer(draft, entry, textsAt(entry.node, 'who'), ['who']);
    yield* refer(draft, entry, textsAt(entry.node, 'where'), ['where']);
    yield* refer(draft, entry, [...one(entry, 'said_by'), ...one(entry, 'told')], ['who']);
    yield* refer(
      draft,
      entry,
      [...textsAt(entry.node, 'contradicts'), ...textsAt(entry.node, 'supersedes')],
      ['facts'],
    );
    yield* refer(draft, entry, one(entry, 'question'), ['questions']);
    const cited = entriesAt(entry.node, 'cite').flatMap((cite) => textAt(cite, 'source') ?? []);
    yield* refer(draft, entry, cited, ['sources']);
  }
  for (const entry of questions.entries) {
    yield* refer(draft, entry, [...textsAt(entry.node, 'facts'), ...one(entry, 'answer')], ['facts']);
  }
}

function one(entry: Entry, ...path: readonly string[]): readonly Text[] {
  const text = textAt(entry.node, ...path);
  return text ? [text] : [];
}

function* refer(
  draft: UncheckedStory,
  entry: Entry,
  texts: readonly Text[],
  tables: readonly TableName[],
): Iterable<Problem> {
  const targets = tables.map((name) => draft.tables[name]);
  for (const text of texts) {
    const id = text.value;
    if (targets.some((table) => table.byId.has(id)) || targets.some((table) => !table.complete)) continue;
    const elsewhere = Object.values(draft.tables)
      .find((table) => table.byId.has(id))
      ?.byId.get(id);
    const wanted = tables.map((name) => NOUNS[name]).join(' or ');
    if (elsewhere) {
      yield problemIn(
        entry,
        text,
        `'${id}' is ${NOUNS[elsewhere.table]}; here ${wanted} must stand.`,
        'Write the id of the right kind.',
        { code: 'unknown-id', mentions: [id] },
      );
    } else {
      const known = targets.flatMap((table) => [...table.byId.keys()]);
      const meant = nearest(id, known);
      yield problemIn(
        entry,
        text,
        `There is no '${id}': ${wanted} must stand here.`,
        didYouMean(id, known, `Correct the id, or add it to ${tables.map((name) => `${name}.yml`).join(' or ')}.`),
        { code: 'unknown-id', mentions: meant === undefined ? [] : [meant] },
      );
    }
  }
}
