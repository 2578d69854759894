import type { Archive } from '../files/read-sources.ts';
import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import type { Problem } from '../model/problem.ts';
import { entriesAt, find, has, textAt, type Text } from '../yaml/tree.ts';
import { insideText } from './file-position.ts';

/** Words that a fact gives as printed must be in its quotes. */
export function* words(draft: UncheckedStory, archive: Archive): Iterable<Problem> {
  for (const fact of draft.tables.facts.entries) {
    const kind = textAt(fact.node, 'kind');
    if (kind?.value === 'quote' && !has(fact.node, 'words')) {
      yield problemIn(
        fact,
        kind,
        'The fact is a quote, and its exact words are missing.',
        'Add "words: |-" and the words on the next line.',
      );
    }
    if (kind?.value === 'figure' && !has(fact.node, 'figure')) {
      yield problemIn(
        fact,
        kind,
        'The fact is a figure, and the figure is missing.',
        'Add "figure: {value: …, unit: …, counts: …}".',
      );
    }
    if (kind?.value === 'role' && !has(fact.node, 'who')) {
      yield problemIn(fact, kind, 'The fact is a role, and who has it is missing.', 'Add "who: [ … ]".');
    }
    // The check of statuses reports an attributed fact without a speaker.
    const attributed = textAt(fact.node, 'status')?.value === 'attributed';
    if (has(fact.node, 'told') && !has(fact.node, 'said_by') && !attributed) {
      const told = find(fact.node, ['told']) ?? fact.node;
      yield problemIn(
        fact,
        told,
        "'told' says who heard it, and nobody says who said it.",
        'Add "said_by: …", or delete the line.',
      );
    }
    yield* printed(fact, archive);
  }
}

function* printed(fact: Entry, archive: Archive): Iterable<Problem> {
  const cites = entriesAt(fact.node, 'cite');
  const quoted = cites.flatMap((cite) => textAt(cite, 'quote')?.value ?? []);
  const within = (text: Text) => quoted.length === 0 || quoted.some((quote) => quote.includes(text.value));
  const said = textAt(fact.node, 'words');
  if (said && !within(said)) {
    yield problemIn(
      fact,
      insideText(fact.file, said, 0),
      'These words are not in a quote of the fact, sign for sign.',
      'Copy them out of the quote.',
    );
  }
  const value = textAt(fact.node, 'figure', 'value');
  if (value && !within(value)) {
    yield problemIn(
      fact,
      value,
      `The figure '${value.value}' is not in a quote of the fact as it is written here.`,
      'Write the value as it is printed.',
    );
  }
  const when = textAt(fact.node, 'when_said');
  const bodies = cites.map((cite) => archive.get(textAt(cite, 'source')?.value ?? ''));
  // A time is often printed a sentence before what it dates: it need not be in the quote, but it must be in the source.
  if (when && bodies.length > 0 && bodies.every((body) => body && !body.text.includes(when.value))) {
    yield problemIn(
      fact,
      when,
      `'${when.value}' is not in a source of the fact.`,
      "Write the source's own words for the time, or delete the line.",
    );
  }
}
