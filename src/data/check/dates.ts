import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import { parseEdtf, type Edtf } from '../model/edtf.ts';
import type { Problem } from '../model/problem.ts';
import { entriesAt, has, textAt, type Node, type Text } from '../yaml/tree.ts';

/** Every date is one that exists, says how it is known, and does not end before it begins. */
export function* dates(draft: UncheckedStory): Iterable<Problem> {
  for (const source of draft.tables.sources.entries) yield* sourceDates(source);
  for (const who of draft.tables.who.entries) yield* roleDates(who);
  for (const fact of draft.tables.facts.entries) yield* factDates(fact);
  for (const question of draft.tables.questions.entries) yield* date(question, question.node, 'opened').problems;
}

function* sourceDates(source: Entry): Iterable<Problem> {
  const published = date(source, source.node, 'published');
  const retrieved = date(source, source.node, 'retrieved');
  yield* published.problems;
  yield* retrieved.problems;
  yield* knownHow(source, 'published', 'published_how');
  if (retrieved.text && published.edtf?.from && retrieved.edtf?.to && retrieved.edtf.to < published.edtf.from) {
    yield problemIn(
      source,
      retrieved.text,
      'The source was retrieved before it was published.',
      'Correct one of the two dates.',
    );
  }
  const embargo = textAt(source.node, 'embargo');
  if (embargo && !isInstant(embargo.value)) {
    yield problemIn(
      source,
      embargo,
      `'${embargo.value}' is not an instant.`,
      'Write date, time and offset: 2023-06-01T12:00:00+02:00.',
    );
  }
}

function* roleDates(who: Entry): Iterable<Problem> {
  const from = date(who, who.node, 'role', 'from');
  const to = date(who, who.node, 'role', 'to');
  yield* from.problems;
  yield* to.problems;
  if (to.text && from.edtf?.from && to.edtf?.to && from.edtf.from > to.edtf.to) {
    yield problemIn(who, to.text, 'The role ends before it begins.', 'Correct one of the two dates.');
  }
}

function* factDates(fact: Entry): Iterable<Problem> {
  const when = date(fact, fact.node, 'when');
  yield* when.problems;
  yield* knownHow(fact, 'when', 'when_how');
  yield* date(fact, fact.node, 'checked', 'on').problems;
  for (const corrected of entriesAt(fact.node, 'corrected')) yield* date(fact, corrected, 'on').problems;
  const time = textAt(fact.node, 'time');
  if (time && (!when.text || (when.edtf && (when.edtf.precision !== 'day' || when.edtf.interval)))) {
    yield problemIn(
      fact,
      time,
      'A time of day stands without its day.',
      'Write the day in "when", as 2023-05-31, or delete the time.',
    );
  }
  const whereHow = textAt(fact.node, 'where_how');
  if (whereHow && !has(fact.node, 'where')) {
    yield problemIn(
      fact,
      whereHow,
      "'where_how' says how a place is known, and there is no 'where'.",
      'Add the place, or delete the line.',
    );
  }
}

/** A date says whether the source states it or the desk inferred it; without a date there is nothing to say. */
function* knownHow(entry: Entry, field: string, how: string): Iterable<Problem> {
  const [when, known] = [textAt(entry.node, field), textAt(entry.node, how)];
  const cure = `Write "${how}: stated" if the source prints the date, "${how}: inferred" if the desk worked it out.`;
  if (when && !known) yield problemIn(entry, when, `'${how}' is missing: nobody can see how the date is known.`, cure);
  if (when && known?.value === 'unknown')
    yield problemIn(entry, known, `A date stands in '${field}', so it is not unknown.`, cure);
  if (!when && known && known.value !== 'unknown') {
    yield problemIn(
      entry,
      known,
      `'${how}' says how a date is known, and there is no '${field}'.`,
      `Add "${field}: …", or write "${how}: unknown".`,
    );
  }
}

interface Dated {
  readonly text?: Text;
  readonly edtf?: Edtf;
  readonly problems: readonly Problem[];
}

function date(entry: Entry, node: Node, ...path: readonly string[]): Dated {
  const text = textAt(node, ...path);
  if (!text || text.value === '') return { problems: [] };
  const edtf = parseEdtf(text.value);
  return 'message' in edtf
    ? { text, problems: [problemIn(entry, text, edtf.message, edtf.cure)] }
    : { text, edtf, problems: [] };
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
