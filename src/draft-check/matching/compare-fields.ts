import { searchForms } from '../../search/analysis/folding.ts';
import { tokens } from '../../search/analysis/dates/tokens.ts';
import { readTerms } from '../terms/terms.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { CheckerIndex, FactEntry } from '../model/checker-index.ts';
import { compareAmounts, countsSameThing, type CountMention } from '../terms/counts.ts';
import type { Outcome } from '../model/note.ts';
import type { SentenceItem } from '../reading/read-sentence.ts';
import type { Attribution } from '../reading/attribution.ts';

/** Compares a number of a draft with those of a fact. Null: the fact has no such count, or a less exact one. */
export function compareCount(count: CountMention, { counts, fact, evidence }: FactEntry): Outcome {
  const alike = counts.filter((other) => countsSameThing(count, other));
  // "Turnout was 35": a number without a counted noun matches the fact's only figure.
  const single = new Set(counts.map(({ value }) => String(value))).size === 1;
  const isBare =
    single && count.head === null && count.headKey === '' && count.unit === undefined && fact.figure !== undefined;
  const figure = counts.slice(0, 1).filter(({ unit }) => unit === undefined || unit === 'percent');
  const compared = alike.length > 0 ? alike : isBare ? figure : [];
  const outcomes = compared.map((other) => compareAmounts(count, other));
  if (outcomes.includes('agrees')) return 'agrees';
  if (outcomes.length === 0 || outcomes.includes(null)) return null;
  // The fact has the same number for something else: "two have died" beside eight infected.
  const isShown = (other: CountMention) =>
    compareAmounts(count, other) === 'agrees' && (isBare || count.unit !== undefined || !isNamed(count, other));
  return counts.some(isShown) || evidence.wideCounts.some(isShown) ? null : 'differs';
}

/** Tells whether both name what they count, and it differs. */
const isNamed = (count: CountMention, other: CountMention): boolean =>
  count.head !== null && other.head !== null && !countsSameThing(count, other);

/** Tells whether one speaks for the other: a journalist of AFP for AFP, a vice-president for the party. */
export function speaksFor(ids: readonly string[], speaker: string, { story }: CheckerIndex): boolean {
  if (ids.includes(speaker)) return true;
  const of = (id: string) => story.who.get(id)?.role?.of;
  // "The Serbian List said" is right for its vice-president; "a councillor said" is wrong for the council.
  return ids.some((id) => of(speaker) === id || (of(id) === speaker && story.who.get(id)?.unnamed === true));
}

/** "the Courier reports": the outlet speaks in its own voice if nobody else is named. */
function isOutlet(
  speech: Pick<Attribution, 'ids' | 'said'>,
  { citations }: Fact,
  { story, names }: CheckerIndex,
): boolean {
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

/** Tells whether the text names an outlet that the fact is from. */
export const namesOutlet = (text: string, fact: Fact, base: CheckerIndex): boolean =>
  isOutlet({ ids: [], said: text }, fact, base);

/** Compares the speaker of the draft with the fact's. */
export function compareSpeaker(speech: Attribution, { fact, evidence }: FactEntry, base: CheckerIndex): Outcome {
  if (speech.pronoun) return null;
  if (fact.said_by === undefined) {
    if (isOutlet(speech, fact, base) || fact.who.some((id) => speech.ids.includes(id))) return 'agrees';
    // The source sentence has this speaker: the fact has other speakers too.
    const named = base.names.find(evidence.wide).some(({ ids }) => ids.some((id) => speech.ids.includes(id)));
    return named || isWritten(speech.said, evidence) ? 'agrees' : 'differs';
  }
  if (speaksFor(speech.ids, fact.said_by, base)) return 'agrees';
  if (speech.ids.length > 0) return 'differs';
  if (isCalled(speech.said, fact.said_by, base)) return 'agrees';
  // The source sentence names them too: it does not tell who spoke.
  return isWritten(speech.said, evidence) ? null : 'differs';
}

/** "Prosecutors say": the title of the speaker, or the generic words of the body's name. */
export function isCalled(said: string, speaker: string, { story, concepts }: CheckerIndex): boolean {
  const who = story.who.get(speaker);
  const of = who?.role?.of === undefined ? undefined : (story.who.get(who.role.of) ?? story.where.get(who.role.of));
  const called = new Set(
    readTerms([who?.name, who?.role?.title, of?.name].join(' '), concepts).map(({ concept }) => doer(concept)),
  );
  const words = readTerms(said, concepts).filter(({ content, sign }) => content && !sign);
  return words.length > 0 && words.every(({ concept }) => called.has(doer(concept)));
}

/** Tells whether the snippet or its sentence has these words. */
const isWritten = (words: string, { narrow, wide }: FactEntry['evidence']): boolean =>
  `${narrow}\n${wide}`.toLowerCase().includes(words.toLowerCase().replace(/^the\s/, ''));

/** "prosecutors" and "prosecuting" share this stem. */
const doer = (concept: string) => concept.replace(/(?:or|er|ion)$/, '');

/** Tells whether the evidence has every word of a name or title. */
export function hasAllWords(words: string, folds: ReadonlySet<string>): boolean {
  const list = tokens(words).filter(({ kind, raw }) => kind !== 'sign' && !/^(?:the|of|a|an|for)$/i.test(raw));
  return (
    list.length > 0 && list.every(({ raw }) => searchForms(raw.replace(/['’]s?$/u, '')).some((fold) => folds.has(fold)))
  );
}

export function compareAddressee({ told }: Attribution, { fact }: FactEntry, base: CheckerIndex): Outcome {
  if (!told || fact.told === undefined) return null;
  if (fact.who.some((id) => told.ids.includes(id))) return 'agrees';
  return speaksFor(told.ids, fact.told, base) ? 'agrees' : 'differs';
}

/** The first shared word that only one of draft and fact denies. */
export function onlyOneDenies(items: readonly SentenceItem[], { core }: FactEntry): SentenceItem | null {
  // An intention may fail: "could not cross" does not deny "intended to cross".
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
