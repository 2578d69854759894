import type { Fact } from '../data/model/fact.ts';
import { entityNames } from './model/entity-names.ts';
import type { CheckerIndex } from './model/checker-index.ts';
import { certaintyOf } from './reading/certainty.ts';
import type { ParsedSentence } from './reading/read-sentence.ts';
import type { Note } from './model/note.ts';

/** Notes for the editor on facts that the sentence agrees with. */
export function notesOn(facts: readonly Fact[], reading: ParsedSentence, base: CheckerIndex): Note[] {
  return facts.flatMap((fact): Note[] => {
    const notes: Note[] = [];
    const add = (kind: Note['kind'], is: string) => notes.push({ kind, draft: reading.text, base: is, fact: fact.id });
    if (fact.status === 'retracted') add('retracted', fact.because ?? '');
    if (fact.status === 'unverified') add('unverified', fact.says);
    if (fact.status === 'disputed')
      for (const id of fact.contradicts) add('disputed', base.story.facts.get(id)?.says ?? id);
    if (fact.corrected.length > 0) add('corrected', fact.says);
    for (const other of base.newer(fact.id)) add('overtaken', other.says);
    if (fact.damaged !== undefined) add('damaged', fact.damaged);
    return notes;
  });
}

/**
 * A speaker's statement in the draft's own voice.
 * Null if the sentence names the speaker anywhere, says "he said", or hedges.
 */
export function missingAttribution(
  facts: readonly Fact[],
  { names, speech, text }: ParsedSentence,
  base: CheckerIndex,
): Note | null {
  const [fact] = facts;
  if (!fact || fact.said_by === undefined || (fact.status !== 'attributed' && fact.status !== 'disputed')) return null;
  const speaker = fact.said_by;
  const of = base.story.who.get(speaker)?.role?.of;
  if (speech.length > 0 || names.some(({ ids }) => ids.includes(speaker) || (of !== undefined && ids.includes(of))))
    return null;
  if (certaintyOf(text) === 'doubted') return null;
  return { kind: 'attributed', draft: text, base: entityNames([speaker], base), fact: fact.id };
}
