import type { Fact } from '../../data/model/fact.ts';
import type { CheckerIndex, FactEntry } from '../model/checker-index.ts';
import { compareAmounts, countsSameThing, type CountMention } from '../terms/counts.ts';
import type { Outcome } from '../model/note.ts';
import type { SentenceItem } from '../reading/read-sentence.ts';
import type { Attribution } from '../reading/attribution.ts';

/** A number of a draft against those of a fact. Null: the fact counts nothing of the kind, or tells it less exactly. */
export function compareCount(count: CountMention, { counts, fact }: FactEntry): Outcome {
  const alike = counts.filter((other) => countsSameThing(count, other));
  // "Turnout was 35": a number that counts nothing, as the figure that is the point of the fact.
  const bare = count.head === null && count.unit === undefined && fact.figure ? counts.slice(0, 1) : [];
  const outcomes = (alike.length > 0 ? alike : bare).map((other) => compareAmounts(count, other));
  if (outcomes.includes('agrees')) return 'agrees';
  return outcomes.length === 0 || outcomes.includes(null) ? null : 'differs';
}

/** Whether one speaks for the other: the journalist of AFP and AFP, a vice-president and the party. */
function speaksFor(ids: readonly string[], speaker: string, { story }: CheckerIndex): boolean {
  if (ids.includes(speaker)) return true;
  const of = (id: string) => story.who.get(id)?.role?.of;
  // "The Serbian List said" is right for its vice-president; "a councillor said" is not for the council.
  return ids.some((id) => of(speaker) === id || (of(id) === speaker && story.who.get(id)?.unnamed === true));
}

/** "the Courier reports": the outlet of the source says in its own voice what nobody else is named for. */
function isOutlet(speech: Attribution, { citations }: Fact, { story, names }: CheckerIndex): boolean {
  return citations.some(({ source }) => {
    const { outlet = null, origin = null } = story.sources.get(source) ?? {};
    const called = [outlet, origin].flatMap((name) => (name === null ? [] : name.toLowerCase().split(/\s+/)));
    const own = [...speech.ids].flatMap((id) => [...names.words(id)]);
    return (
      called.length > 0 &&
      (own.length > 0
        ? called.every((word) => own.includes(word))
        : called.every((word) => speech.said.toLowerCase().includes(word)))
    );
  });
}

/** Who is said to have said it, against the speaker of the fact. */
export function compareSpeaker(speech: Attribution, { fact }: FactEntry, base: CheckerIndex): Outcome {
  if (speech.pronoun) return null;
  if (fact.said_by === undefined) {
    return isOutlet(speech, fact, base) || fact.who.some((id) => speech.ids.includes(id)) ? 'agrees' : 'differs';
  }
  return speaksFor(speech.ids, fact.said_by, base) ? 'agrees' : 'differs';
}

export function compareAddressee({ told }: Attribution, { fact }: FactEntry, base: CheckerIndex): Outcome {
  if (!told || fact.told === undefined) return null;
  if (fact.who.some((id) => told.ids.includes(id))) return 'agrees';
  return speaksFor(told.ids, fact.told, base) ? 'agrees' : 'differs';
}

/** The words that the draft and the fact share, where one of the two denies what the other says. */
export function onlyOneDenies(items: readonly SentenceItem[], { core }: FactEntry): SentenceItem | null {
  // What was only meant to be need not have come about: "could not cross" is no denial of "intended to cross".
  const isMeant = core.has('intend') && !items.some(({ term }) => term.concept === 'intend');
  for (const item of isMeant ? [] : items) {
    if (item.name) continue;
    const same = core.get(item.term.concept);
    // "closed on Friday and opened on Sunday": the sentence says both.
    if (items.some(({ term }) => term.concept === item.term.concept && term.denied !== item.term.denied)) continue;
    if (!same || same.some(({ denied }) => denied === item.term.denied)) continue;
    if (item.term.struck || same.some(({ struck }) => struck)) return item;
  }
  return null;
}
