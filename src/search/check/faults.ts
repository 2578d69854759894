import type { Match } from './align.ts';
import { deniedAlone } from './compare.ts';
import { kin, type Compared, type Finding } from './compared.ts';
import { placeFaults } from './elsewhere.ts';
import { certaintyFaults, countFaults, dayFaults, overtakenFaults, speakerFaults } from './parts.ts';
import { personFaults, spellingFaults } from './people.ts';
import { roleFaults, strangerIn } from './roles.ts';
import { swapsIn } from './slots.ts';

/** Everything in which a sentence differs, and the facts that it is held against after all. */
export function faultsOf(all: Compared): { findings: Finding[]; kept: readonly Match[] } {
  const { reading, base } = all;
  const place = placeFaults(all);
  const kept = all.matches.filter((match) => !place.other.has(match));
  const rest: Compared = { ...all, matches: kept };
  const findings: Finding[] = all.wordings.flatMap(({ outcome, quotation, printed, fact }): Finding[] =>
    outcome === 'changed' && fact ? [{ kind: 'words', draft: quotation.words, base: printed, fact: fact.id }] : [],
  );
  findings.push(
    ...countFaults(rest),
    ...dayFaults(rest),
    ...place.findings,
    ...speakerFaults(rest),
    ...certaintyFaults(rest),
  );
  for (const { entry, items, home } of kept) {
    const own = [...items].filter(({ clause }) => home.has(clause));
    const denied = deniedAlone(own, entry);
    const meant =
      denied &&
      kin(rest).some(
        (other) =>
          other.entry.core.get(denied.term.concept)?.some((term) => term.denied === denied.term.denied) &&
          reading.dates.some((date) => date.from?.toString() === other.entry.when?.from),
      );
    if (denied && !meant)
      findings.push({ kind: 'negation', draft: reading.text, base: entry.fact.says, fact: entry.fact.id });
  }
  findings.push(...overtakenFaults(rest));
  const roleFact = (who: string) => base.facts.find((fact) => fact.kind === 'role' && fact.who.includes(who))?.id;
  for (const role of reading.roles) {
    for (const fault of roleFaults(role, base)) {
      const fact = roleFact(fault.who);
      findings.push({
        kind: fault.kind,
        draft: fault.draft,
        base: fault.base,
        ...(fact === undefined ? {} : { fact }),
      });
    }
  }
  for (const role of reading.roles) {
    const stranger = strangerIn(reading.text, role, base);
    const fact = stranger ? roleFact(stranger.who) : undefined;
    if (stranger)
      findings.push({
        kind: 'name',
        draft: stranger.draft,
        base: stranger.base,
        ...(fact === undefined ? {} : { fact }),
      });
  }
  const people = personFaults(reading.text, base);
  for (const fault of [
    ...people,
    ...spellingFaults(reading.text, base).filter(
      ({ start }) => !people.some((other) => start >= other.start && start < other.end),
    ),
  ]) {
    findings.push({ kind: 'name', draft: fault.draft, base: fault.base });
  }
  const named = [...reading.names, ...people, ...reading.dates, ...reading.speech];
  const hidden = (start: number) =>
    [...reading.quotes, ...people, ...reading.dates, ...reading.speech, ...all.places].some(
      (other) => start >= other.start && start < other.end,
    );
  if (findings.length === 0 || named.length > 0) {
    for (const match of kept.slice(0, 2)) {
      for (const swap of swapsIn(reading, match, base, hidden)) findings.push({ ...swap, fact: match.entry.fact.id });
    }
  }
  return { findings, kept };
}
