import type { Match } from './align.ts';
import { certaintyDiffers } from './certainty.ts';
import { compareCount, compareHearer, compareSpeaker, deniedAlone } from './compare.ts';
import { inCharge, kin, type Compared, type Finding } from './compared.ts';
import { compareDay, compareHours } from './days.ts';
import { clauseAt } from './reading.ts';
import { sayIds } from './said.ts';

const when = ({ fact }: Match['entry']) =>
  [fact.when ?? '', fact.time ?? '', fact.when_said === undefined ? '' : `“${fact.when_said}”`]
    .filter((part) => part !== '')
    .join(' ');

/** A number by the way: "the 50,000 Serbs of northern Kosovo reject …" is held against the fact that counts them. */
function countedElsewhere(
  count: Compared['reading']['counts'][number],
  { measured, matches }: Compared,
): Match['entry'] | undefined {
  const near = measured.filter((match) => match.ofFact >= 0.35 && !matches.includes(match));
  const outcomes = near.map(({ entry }) => ({ entry, outcome: compareCount(count, entry) }));
  return outcomes.some(({ outcome }) => outcome === 'agrees')
    ? undefined
    : outcomes.find(({ outcome }) => outcome === 'differs')?.entry;
}

export function countFaults(all: Compared): Finding[] {
  return all.reading.counts.flatMap((count): Finding[] => {
    const outcomes = inCharge(count.start, all).map((match) => ({ match, outcome: compareCount(count, match.entry) }));
    if (outcomes.some(({ outcome }) => outcome === 'agrees')) return [];
    if (kin(all).some((match) => compareCount(count, match.entry) === 'agrees')) return [];
    const wrong = outcomes.find(({ outcome }) => outcome === 'differs')?.match.entry ?? countedElsewhere(count, all);
    if (!wrong) return [];
    const printed = wrong.fact.figure ? `${wrong.fact.figure.value} (${wrong.fact.figure.counts})` : wrong.fact.says;
    return [{ kind: 'count', draft: count.printed, base: printed, fact: wrong.fact.id }];
  });
}

export function dayFaults(all: Compared): Finding[] {
  const { reading, matches } = all;
  const days = reading.dates.flatMap((date): Finding[] => {
    const draft = reading.text.slice(date.start, date.end);
    if (date.impossible !== null) return [{ kind: 'day', draft, base: 'the calendar has no such day' }];
    const outcomes = inCharge(date.start, all).map((match) => ({
      match,
      outcome: compareDay(reading.text, date, match.entry),
    }));
    if (
      outcomes.some(({ outcome }) => outcome === 'agrees') ||
      kin(all).some(({ entry }) => compareDay(reading.text, date, entry) === 'agrees')
    ) {
      return date.mismatch ? [{ kind: 'day', draft, base: 'the weekday is not that of the date' }] : [];
    }
    const wrong = outcomes.find(({ outcome }) => outcome === 'differs')?.match;
    return wrong ? [{ kind: 'day', draft, base: when(wrong.entry), fact: wrong.entry.fact.id }] : [];
  });
  const hours = matches.map((match) => ({ match, outcome: compareHours(reading.text, match.entry) }));
  const late = hours.some(({ outcome }) => outcome === 'agrees')
    ? undefined
    : hours.find(({ outcome }) => outcome === 'differs')?.match;
  return late
    ? [...days, { kind: 'day', draft: reading.text, base: when(late.entry), fact: late.entry.fact.id }]
    : days;
}

export function speakerFaults(all: Compared): Finding[] {
  const { reading, matches, base } = all;
  const related = kin(all).map(({ entry }) => entry);
  const entries = matches.map(({ entry }) => entry);
  return reading.speech.flatMap((speech): Finding[] => {
    const outcomes = entries.map((entry) => ({ entry, outcome: compareSpeaker(speech, entry, base) }));
    const heard = entries.map((entry) => ({ entry, outcome: compareHearer(speech, entry, base) }));
    const deaf = heard.some(({ outcome }) => outcome === 'agrees')
      ? undefined
      : heard.find(({ outcome }) => outcome === 'differs');
    const told: Finding[] = deaf
      ? [
          {
            kind: 'speaker',
            draft: `told ${speech.told?.said ?? ''}`,
            base: `told ${sayIds([deaf.entry.fact.told ?? ''], base)}`,
            fact: deaf.entry.fact.id,
          },
        ]
      : [];
    if (outcomes.length === 0 || outcomes.some(({ outcome }) => outcome !== 'differs')) return told;
    const clause = clauseAt(reading, speech.start);
    const counted = reading.counts.filter(
      ({ start }) => reading.speech.length === 1 || clauseAt(reading, start) === clause,
    );
    const excused = (entry: Match['entry']) =>
      compareSpeaker(speech, entry, base) === 'agrees' &&
      counted.every((count) => compareCount(count, entry) !== 'differs');
    if (related.some(excused)) return told;
    const wrong = outcomes[0]?.entry.fact;
    if (!wrong) return told;
    const speaker = wrong.said_by === undefined ? 'the source itself, in its own voice' : sayIds([wrong.said_by], base);
    return [{ kind: 'speaker', draft: speech.said, base: speaker, fact: wrong.id }, ...told];
  });
}

/** What was so and is no longer: said without its day, and on nobody's word, it is the contrary of what holds now. */
export function overtakenFaults({ reading, matches, measured }: Compared): Finding[] {
  if (reading.speech.length > 0 || /\b(?:had|until|previously|formerly|before)\b/iu.test(reading.text)) return [];
  return matches.flatMap(({ entry, items }): Finding[] => {
    const newer = measured.find((other) => other.entry.fact.supersedes.includes(entry.fact.id));
    const old = reading.dates.some((date) => date.from?.toString() === entry.when?.from);
    if (!newer || old || !deniedAlone([...items], newer.entry)) return [];
    return [{ kind: 'negation', draft: reading.text, base: newer.entry.fact.says, fact: newer.entry.fact.id }];
  });
}

export function certaintyFaults({ reading, matches }: Compared): Finding[] {
  const wrong = matches.find(({ entry }) => certaintyDiffers(reading.text, entry.fact.status));
  if (!wrong) return [];
  const { fact } = wrong.entry;
  const said = reading.speech.some(
    ({ confirms, ids }) => confirms && fact.said_by !== undefined && ids.includes(fact.said_by),
  );
  return said ? [] : [{ kind: 'certainty', draft: reading.text, base: fact.status, fact: fact.id }];
}
