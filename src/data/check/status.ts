import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import type { Problem } from '../model/problem.ts';
import { entriesAt, find, has, textAt } from '../yaml/tree.ts';

/** What each status demands of a fact. */
export function* status(draft: UncheckedStory): Iterable<Problem> {
  for (const fact of draft.tables.facts.entries) {
    const stated = textAt(fact.node, 'status');
    const is = stated?.value;
    if (!stated) continue;
    if (is === 'attributed' && !has(fact.node, 'said_by')) {
      yield problemIn(
        fact,
        stated,
        'The fact is attributed, but to nobody.',
        'Add "said_by: …" with the id of who said it.',
      );
    }
    if (is === 'disputed' && !has(fact.node, 'contradicts')) {
      yield problemIn(
        fact,
        stated,
        'The fact is disputed, but nothing contradicts it.',
        'Add "contradicts: [ … ]" here and in the other fact.',
      );
    }
    if (is === 'confirmed') yield* confirmed(draft, fact, stated);
    if (is === 'retracted' && !has(fact.node, 'because')) {
      yield problemIn(fact, stated, 'The fact is retracted without a reason.', 'Add "because: …" with the reason.');
    }
    const because = find(fact.node, ['because']);
    if (is !== 'retracted' && because && because.is !== 'nothing') {
      yield problemIn(
        fact,
        because,
        "'because' gives the reason of a retraction, and the fact is not retracted.",
        'Write "status: retracted", or delete the line.',
      );
    }
  }
}

function* confirmed(draft: UncheckedStory, fact: Entry, stated: { at: number }): Iterable<Problem> {
  if (!has(fact.node, 'checked')) {
    yield problemIn(
      fact,
      stated,
      'The fact is confirmed, but no editor has signed it.',
      'Add "checked: {by: …, on: …}".',
    );
  }
  const origins = new Set<string>();
  for (const cite of entriesAt(fact.node, 'cite')) {
    const id = textAt(cite, 'source')?.value ?? '';
    const source = draft.tables.sources.byId.get(id);
    if (!source) return;
    origins.add(originOf(source));
  }
  if (origins.size < 2) {
    yield problemIn(
      fact,
      stated,
      'The fact is confirmed by one origin alone.',
      'Cite a second source of another origin, or write "reported" or "attributed". A rewrite shares the origin of its agency.',
    );
  }
}

/** The agency, else the outlet. Sources with neither count as one, since they may be the same. */
function originOf({ node }: Entry): string {
  const name = textAt(node, 'origin') ?? textAt(node, 'outlet');
  return (name?.value ?? '').trim().toLowerCase();
}
