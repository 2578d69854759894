import type { FactMatch } from '../matching/match-score.ts';
import { differsInCertainty, hedges, certaintyOf } from '../reading/certainty.ts';
import { compareCount, compareAddressee, compareSpeaker, onlyOneDenies } from '../matching/compare-fields.ts';
import { factsForClause, relatedFacts, type Comparison, type Difference } from './comparison.ts';
import { sameAmount } from '../terms/counts.ts';
import { compareDay, compareTimes } from '../matching/compare-dates.ts';
import type { SentenceItem } from '../reading/read-sentence.ts';
import { entityNames } from '../model/entity-names.ts';

const when = ({ fact }: FactMatch['entry']) =>
  [fact.when ?? '', fact.time ?? '', fact.when_said === undefined ? '' : `“${fact.when_said}”`]
    .filter((part) => part !== '')
    .join(' ');

export function countDifferences(all: Comparison): Difference[] {
  return all.reading.counts.flatMap((count): Difference[] => {
    const outcomes = factsForClause(count.start, all).map((match) => ({
      match,
      outcome: compareCount(count, match.entry),
    }));
    if (outcomes.some(({ outcome }) => outcome === 'agrees')) return [];
    if (relatedFacts(all).some((match) => compareCount(count, match.entry) === 'agrees')) return [];
    // "two Kosovar Serbs": the number is right, the counted group is wrong; the name rule reports it.
    const swapped =
      outcomes.every(({ outcome }) => outcome === null) &&
      outcomes.some(({ match }) => match.entry.counts.some((other) => sameAmount(count, other)));
    if (swapped) return [];
    const wrong = outcomes.find(({ outcome }) => outcome === 'differs')?.match.entry;
    if (!wrong) return [];
    if (wrong.fact.corrected.length > 0 && certaintyOf(all.reading.text) === 'withdrawn') return [];
    const printed = wrong.fact.figure ? `${wrong.fact.figure.value} (${wrong.fact.figure.counts})` : wrong.fact.says;
    return [{ kind: 'count', draft: count.printed, base: printed, fact: wrong.fact.id }];
  });
}

function nearestTo(
  date: { readonly start: number; readonly end: number },
  { items }: Comparison['reading'],
): SentenceItem | undefined {
  const distance = ({ term }: SentenceItem) =>
    Math.min(Math.abs(term.end - date.start), Math.abs(term.start - date.end));
  return items.filter(({ aside }) => !aside).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** "the elections of May are not accepted": the date is compared with the fact that dates the elections. */
function datedElsewhere(
  date: Comparison['reading']['dates'][number],
  { reading, measured, matches }: Comparison,
): FactMatch | undefined {
  const nearest = nearestTo(date, reading);
  if (!nearest || matches.length === 0) return undefined;
  const near = measured.filter(({ factShare, matchedItems: items }) => factShare >= 0.6 && items.has(nearest));
  const outcomes = near.map((match) => ({ match, outcome: compareDay(reading.text, date, match.entry) }));
  return outcomes.some(({ outcome }) => outcome === 'agrees')
    ? undefined
    : outcomes.find(({ outcome }) => outcome === 'differs')?.match;
}

/** A date belongs to the nearest word: skip it if that word is another fact's, of that day. */
function belongsElsewhere(
  date: Comparison['reading']['dates'][number],
  wrong: FactMatch | undefined,
  { reading, measured }: Comparison,
): boolean {
  const nearest = nearestTo(date, reading);
  if (!nearest || !wrong || wrong.matchedItems.has(nearest)) return false;
  return measured.some(
    ({ entry, matchedItems: items }) => items.has(nearest) && compareDay(reading.text, date, entry) === 'agrees',
  );
}

export function dateDifferences(all: Comparison): Difference[] {
  const { reading, matches } = all;
  const days = reading.dates.flatMap((date): Difference[] => {
    const draft = reading.text.slice(date.start, date.end);
    if (date.impossible !== null) return [{ kind: 'day', detail: 'noSuchDay', draft, base: '' }];
    const outcomes = factsForClause(date.start, all).map((match) => ({
      match,
      outcome: compareDay(reading.text, date, match.entry),
    }));
    if (
      outcomes.some(({ outcome }) => outcome === 'agrees') ||
      relatedFacts(all).some(({ entry }) => compareDay(reading.text, date, entry) === 'agrees')
    ) {
      return date.mismatch ? [{ kind: 'day', detail: 'otherWeekday', draft, base: '' }] : [];
    }
    const silent = outcomes.every(({ outcome }) => outcome === null);
    const wrong =
      outcomes.find(({ outcome }) => outcome === 'differs')?.match ?? (silent ? datedElsewhere(date, all) : undefined);
    // "closed since Friday, opened on Sunday": a second date may be the end.
    const begun =
      wrong?.entry.when?.interval === true &&
      reading.dates.some((other) => other !== date && compareDay(reading.text, other, wrong.entry) === 'agrees');
    if (begun || belongsElsewhere(date, wrong, all)) return [];
    return wrong ? [{ kind: 'day', draft, base: when(wrong.entry), fact: wrong.entry.fact.id }] : [];
  });
  const hours = matches.map((match) => ({ match, outcome: compareTimes(reading.text, match.entry) }));
  const late = hours.some(({ outcome }) => outcome === 'agrees')
    ? undefined
    : hours.find(({ outcome }) => outcome === 'differs')?.match;
  return late
    ? [...days, { kind: 'day', draft: reading.text, base: when(late.entry), fact: late.entry.fact.id }]
    : days;
}

/** The number that another party to a dispute gives. */
function factsOfOthers(
  speech: Comparison['reading']['speech'][number],
  { reading, matches, measured, base }: Comparison,
): Difference[] {
  if (speech.ids.length === 0 || reading.speech.length > 1) return [];
  const own = [...matches, ...measured].find(
    ({ entry }) => entry.fact.contradicts.length > 0 && compareSpeaker(speech, entry, base) === 'agrees',
  )?.entry;
  const count = own && reading.counts.find((one) => compareCount(one, own) === 'differs');
  if (!own || !count) return [];
  const other = measured.find(
    ({ entry }) => entry.fact.contradicts.includes(own.fact.id) && compareCount(count, entry) === 'agrees',
  )?.entry.fact;
  return other?.said_by === undefined
    ? []
    : [{ kind: 'speaker', draft: speech.said, base: entityNames([other.said_by], base), fact: other.id }];
}

export function speakerDifferences(all: Comparison): Difference[] {
  const { reading, matches, base } = all;
  const related = relatedFacts(all).map(({ entry }) => entry);
  const entries = matches.map(({ entry }) => entry);
  return reading.speech.flatMap((speech): Difference[] => {
    const outcomes = entries.map((entry) => ({ entry, outcome: compareSpeaker(speech, entry, base) }));
    const heard = entries.map((entry) => ({ entry, outcome: compareAddressee(speech, entry, base) }));
    const deaf = heard.some(({ outcome }) => outcome === 'agrees')
      ? undefined
      : heard.find(({ outcome }) => outcome === 'differs');
    const others = factsOfOthers(speech, all);
    const told: Difference[] = deaf
      ? [
          {
            kind: 'speaker',
            detail: 'hearer',
            draft: speech.told?.said ?? '',
            base: entityNames([deaf.entry.fact.told ?? ''], base),
            fact: deaf.entry.fact.id,
          },
        ]
      : [];
    if (others.length > 0 || outcomes.length === 0 || outcomes.some(({ outcome }) => outcome !== 'differs'))
      return [...others, ...told];
    // "the council spoke of 250, the fire brigade of 400": pair each speaker with the nearest number.
    const [count] = reading.counts.toSorted((a, b) => Math.abs(a.start - speech.end) - Math.abs(b.start - speech.end));
    const excused = (entry: FactMatch['entry']) =>
      compareSpeaker(speech, entry, base) === 'agrees' && (!count || compareCount(count, entry) !== 'differs');
    if (related.some(excused)) return told;
    // A long sentence may report more facts than matched: one of this speaker's is enough.
    const own = ({ entry, shared, draftShare }: FactMatch) =>
      shared > 0 &&
      draftShare >= 0.3 &&
      entry.fact.said_by !== undefined &&
      compareSpeaker(speech, entry, base) === 'agrees';
    if (entries.every(({ fact }) => fact.said_by === undefined) && all.measured.some(own)) return told;
    const wrong = outcomes[0]?.entry.fact;
    if (!wrong) return told;
    const fault = { kind: 'speaker', draft: speech.said, fact: wrong.id } as const;
    const speaker: Difference =
      wrong.said_by === undefined
        ? { ...fault, detail: 'ownVoice', base: '' }
        : { ...fault, base: entityNames([wrong.said_by], base) };
    return [speaker, ...told];
  });
}

/** Expressions of intention. */
const MEANT =
  /\b(?:will|would|should|must|shall|ought|ha(?:ve|s|d) to|want|wish|plan|intend|aim|tr(?:y|ied)|attempt|seek|sought|hope|demand|call|urge|ask|appeal|need|meant|supposed|stop|prevent|block|bar|could not|unable)/iu;

/** Tells whether a sentence reports as done what the fact only intends. */
const isDone = (text: string, { entry, draftShare }: FactMatch): boolean =>
  entry.fact.kind === 'position' && entry.core.has('intend') && draftShare >= 0.6 && !MEANT.test(text);

export function certaintyDifferences({ reading, matches }: Comparison): Difference[] {
  const wrong = matches.find(
    // "Nobody was missing": denying a retracted fact is no error.
    (match) =>
      isDone(reading.text, match) ||
      hedges(reading.text, match.entry.fact) ||
      (differsInCertainty(reading.text, match.entry.fact.status) &&
        // The base itself calls it confirmed, whatever the status.
        !(certaintyOf(reading.text) === 'confirmed' && certaintyOf(match.entry.fact.says) === 'confirmed') &&
        !(match.entry.fact.status === 'retracted' && onlyOneDenies([...match.matchedItems], match.entry))),
  );
  if (!wrong) return [];
  const { fact } = wrong.entry;
  const said = reading.speech.some(
    ({ confirms, ids }) => confirms && fact.said_by !== undefined && ids.includes(fact.said_by),
  );
  return said
    ? []
    : [
        {
          kind: 'certainty',
          draft: reading.text,
          base: isDone(reading.text, wrong) || hedges(reading.text, fact) ? fact.says : fact.status,
          fact: fact.id,
        },
      ];
}
