import { searchForms } from '../../search/analysis/folding.ts';
import { isOtherLanguage } from '../../search/analysis/glossary.ts';
import { isEnglishWord } from '../../search/analysis/thesaurus.ts';
import { MONTHS, WEEKDAYS } from '../../search/analysis/dates/vocabulary.ts';
import { compareDay, compareTimes } from '../matching/compare-dates.ts';
import { compareAddressee, compareCount, compareSpeaker, hasAllWords } from '../matching/compare-fields.ts';
import type { QuotationMatch } from '../matching/compare-quotation.ts';
import type { FactMatch } from '../matching/match-score.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import { entityNames } from '../model/entity-names.ts';
import type { DifferenceKind, Outcome } from '../model/note.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Part, PartKind } from '../model/part.ts';
import { datelineLength } from '../reading/dateline.ts';
import { certaintyPhrases } from '../reading/certainty.ts';
import { comparePlace, type PlaceMention } from '../reading/places.ts';
import { clauseAt, isLongQuotation, type ParsedSentence } from '../reading/read-sentence.ts';
import { timePhrase } from '../reading/times.ts';
import { clauseStage, isAskedFor, stageOf } from '../reading/stage.ts';
import { titleDifferences } from '../reading/titles.ts';
import { isNegation } from '../terms/concepts.ts';
import { areContraries, synonymsOf, TELLING } from '../terms/contraries.ts';
import { countsSameThing, sameAmount } from '../terms/counts.ts';
import { tellsNothing, type Term } from '../terms/terms.ts';

/** A sentence and everything it is compared with. */
export interface Accounted {
  readonly reading: ParsedSentence;
  readonly places: readonly PlaceMention[];
  /** The facts that it reports. */
  readonly kept: readonly FactMatch[];
  /** All compared facts, best first. */
  readonly measured: readonly FactMatch[];
  readonly wordings: readonly QuotationMatch[];
  readonly base: CheckerIndex;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const isIn = (at: number, list: readonly Stretch[]) => list.some(({ start, end }) => at >= start && at < end);
const meets = (a: Stretch, list: readonly Stretch[]) => list.some((b) => a.start < b.end && b.start < a.end);

/** From this share of matching parts, another value is an error and not another fact. */
const SURE = 0.6;
/** Least match of the rest of a sentence for an unknown name to be an error. */
const STRANGE = 0.75;
/** Least match of the rest of a sentence for a contrary verb to be an error. */
const CONTRARY = 0.4;

/** The speaker has the highest weight: one speaker's number is not another's. */
const weightOf = ({ kind }: Part) => (kind === 'word' ? 1 : kind === 'speaker' ? 2 : 1.5);
export const share = (parts: readonly Part[]) => {
  const whole = parts.reduce((sum, part) => sum + weightOf(part), 0);
  const met = parts.reduce((sum, part) => sum + (part.state === 'met' ? weightOf(part) : 0), 0);
  return whole === 0 ? 0 : met / whole;
};

/** Most facts that may replace the main fact of a clause. */
const NEAR = 6;

/** All words match, except one name, number, day or place. */
const isOnlyAnother = (parts: readonly Part[]): boolean => {
  const unmet = parts.filter(({ state }) => state !== 'met');
  return unmet.length === 1 && unmet[0]?.kind !== 'word' && parts.length - unmet.length >= 2 && share(parts) >= SURE;
};

/** Compares a sentence part by part; each clause with the fact that matches most of it. */
export function accountParts(all: Accounted): Part[] {
  const { reading, kept, measured, base } = all;
  if (kept.length === 0) return [];
  const clauses = [...new Set([...reading.clauses, 0])];
  const read = kept.map((match) => ({ match, parts: partsAgainst(match, all) }));
  const near = measured
    .slice(0, NEAR)
    .filter((match) => !kept.includes(match) && match.draftShare >= 0.5 && match.entry.fact.status !== 'retracted')
    .map((match) => ({ match, parts: partsAgainst(match, all) }));
  const clauseOf = statementOf(read[0]?.parts ?? [], reading);
  const inClause = (parts: readonly Part[], clause: number) => parts.filter((part) => clauseOf(part) === clause);
  return clauses
    .flatMap((clause) => {
      const charged = read.filter(({ match }) => match.saidIn.has(clause));
      const candidates = (charged.length > 0 ? charged : read).map(({ match, parts }) => ({
        match,
        parts: inClause(parts, clause),
      }));
      const unmet = (parts: readonly Part[]) =>
        parts.reduce(
          (sum, part) => sum + (part.state === 'met' ? 0 : part.state === 'differs' ? 1.5 : 1) * weightOf(part),
          0,
        );
      const [best] = candidates.toSorted((a, b) => unmet(a.parts) - unmet(b.parts));
      if (!best) return [];
      // If this fact lacks the verb and another has it about somebody else, the other is the one that differs.
      const lacking = best.parts.some(({ kind, state }) => kind === 'word' && state === 'absent');
      const other = lacking
        ? near.find(({ match, parts }) => {
            const own = inClause(parts, clause);
            return match.saidIn.has(clause) && isOnlyAnother(own);
          })
        : undefined;
      const charge = other ? { match: other.match, parts: inClause(other.parts, clause) } : best;
      const parts = substitutions(charge.match, charge.parts, all, base).map((part) => countedElsewhere(part, all));
      return [...parts, ...senseParts(charge.match, parts, clause, all)];
    })
    .toSorted((a, b) => a.start - b.start);
}

/** The clause of a part. A speaker alone (", the council said") belongs to the statement beside it. */
function statementOf(parts: readonly Part[], reading: ParsedSentence): (part: Part) => number {
  const told = parts.filter(({ kind }) => kind !== 'speaker');
  const full = new Set(told.map(({ start }) => clauseAt(reading, start)));
  return ({ kind, start }) => {
    const own = clauseAt(reading, start);
    if (kind !== 'speaker' || full.has(own)) return own;
    const beside = told.findLast((part) => part.start < start) ?? told[0];
    return beside ? clauseAt(reading, beside.start) : own;
  };
}

/** Compares all parts of a sentence with one fact. */
function partsAgainst({ entry }: FactMatch, { reading, places, wordings, base }: Accounted): Part[] {
  const { text, names, counts, dates, quotes, speech, roles, terms } = reading;
  const { evidence } = entry;
  const parts: Part[] = [];
  const fact = entry.fact.id;
  const add = (kind: PartKind, stretch: Stretch, outcome: Outcome, is = '') => {
    const draft = text.slice(stretch.start, stretch.end);
    const state = outcome === 'agrees' ? 'met' : outcome === 'differs' ? 'differs' : 'absent';
    parts.push({
      kind,
      draft,
      start: stretch.start,
      state,
      fact,
      ...(state === 'differs'
        ? { base: is, differs: kind === 'time' ? 'day' : kind === 'word' ? 'negation' : kind }
        : {}),
    });
  };
  const long = quotes.filter(isLongQuotation);
  // The sentence's certainty was already compared with the fact's status.
  const taken: Stretch[] = [{ start: 0, end: datelineLength(text) }, ...long, ...certaintyPhrases(text, entry.fact)];

  for (const { quotation, outcome, printed } of wordings)
    add('words', quotation, outcome === 'same' ? 'agrees' : outcome === 'changed' ? 'differs' : null, printed);

  for (const one of speech) {
    if (one.pronoun) continue;
    const is = entry.fact.said_by === undefined ? '' : entityNames([entry.fact.said_by], base);
    const withdrawn = entry.fact.status === 'retracted' && hasAllWords(one.said, evidence.folds);
    add('speaker', one, withdrawn ? 'agrees' : compareSpeaker(one, entry, base), is);
    taken.push(one);
    if (one.told === null) continue;
    const at = text.indexOf(one.told.said, one.end);
    const stretch = { start: at, end: at + one.told.said.length };
    const heard = compareAddressee(one, entry, base);
    const shown = heard ?? (hasAllWords(one.told.said, evidence.folds) ? 'agrees' : null);
    if (at >= 0) {
      add('speaker', stretch, shown, entry.fact.told === undefined ? '' : entityNames([entry.fact.told], base));
      taken.push(stretch);
    }
  }
  const clock = timePhrase(text);
  if (clock && !meets(clock, long)) {
    add('time', clock, compareTimes(text, entry), entry.fact.time ?? entry.fact.when_said ?? '');
    taken.push(clock);
  }
  for (const found of identifiersIn(text, evidence)) {
    if (meets(found, taken)) continue;
    add('name', found, found.outcome, found.base);
    taken.push(found);
  }
  for (const count of counts) {
    if (meets(count, taken)) continue;
    add('count', count, countOutcome(count, evidence, entry, reading), printedCount(entry));
    taken.push(count);
  }
  for (const date of dates) {
    if (meets(date, taken)) continue;
    add('day', date, compareDay(text, date, entry), entry.fact.when ?? '');
    taken.push(date);
  }
  for (const place of places) {
    if (meets(place, taken)) continue;
    const outcome = comparePlace(place, entry, base);
    // The source sentence may name other places for other events.
    const shown = outcome === null && hasAllWords(place.said, evidence.folds);
    add('place', place, shown ? 'agrees' : outcome, entityNames(entry.fact.where, base));
    taken.push(place);
  }
  for (const role of roles) {
    if (!role.person || meets(role, taken)) continue;
    // The source sentence uses this title: "the former finance director".
    const isWritten = role.said.includes(' ') && evidence.wide.toLowerCase().includes(role.said.toLowerCase());
    const faults = isWritten ? [] : titleDifferences(role, base);
    const isKnown = role.person.ids.some((id) => base.story.who.get(id)?.role !== undefined);
    add(
      'role',
      role,
      faults.length > 0
        ? 'differs'
        : isKnown || isWritten || hasAllWords(role.said, evidence.ownFolds)
          ? 'agrees'
          : null,
      faults[0]?.base,
    );
    taken.push(role);
    // "the mayor of Šabac": the body belongs to the title and was compared with it.
    if (role.of && faults.length === 0 && isKnown && !meets(role.of, taken)) taken.push(role.of);
  }
  for (const name of names) {
    if (name.weak || meets(name, taken)) continue;
    const isMet = name.ids.some((id) => evidence.ids.has(id)) || hasAllWords(name.form, evidence.ownFolds);
    add(name.kind === 'where' ? 'place' : 'name', name, isMet ? 'agrees' : null);
    taken.push(name);
  }
  terms.forEach((term, at) => {
    if (isIn(term.start, taken)) return;
    const strange = term.content && !TELLING.has(term.key) && !isEnglishWord(term.key);
    const capital = term.capital && (at > 0 || strange) && /^\p{L}/u.test(term.raw);
    const word = wordOutcome(
      term,
      terms[at + 1],
      capital
        ? { all: evidence.own, folds: evidence.ownFolds, synonyms: evidence.synonyms, terms: evidence.terms }
        : evidence,
    );
    if (word === undefined) return;
    // "There are 300 nurses on the island" implies that they live or exist there.
    if (word === null && EXISTENCE.has(term.concept) && /^there (?:is|are)\b/iu.test(entry.fact.says)) return;
    if (word === 'agrees' && term.content && isOtherStage(terms, at, evidence))
      add('certainty', term, 'differs', entry.fact.says);
    else add(capital ? 'name' : 'word', term, word);
  });
  return parts.toSorted((a, b) => a.start - b.start);
}

const EXISTENCE = new Set(['live', 'exist', 'resid']);

/** Undefined for a word without content. */
function wordOutcome(
  term: Term,
  next: Term | undefined,
  { all, folds, synonyms, terms }: Pick<Evidence, 'all' | 'folds' | 'synonyms' | 'terms'>,
): Outcome | undefined {
  if (term.sign) return undefined;
  const telling = TELLING.has(term.key);
  if (!term.content && !telling && !/^\d/.test(term.raw)) return undefined;
  if (searchForms(term.raw).some((fold) => folds.has(fold))) return 'agrees';
  if (!term.content) return null;
  if (all.has(term.concept) || synonyms().has(term.concept)) return 'agrees';
  // "turned out" is the turnout.
  if (next && all.has(`${term.concept}${next.key}`)) return 'agrees';
  // "rejected" for what was not accepted.
  if (terms.some((other) => other.denied !== term.denied && areContraries(other.concept, term.concept)))
    return 'agrees';
  return [...synonymsOf(term.key)].some((synonym) => all.has(synonym)) ? 'agrees' : null;
}

/** Tells whether only one of draft and base presents an action as done, the other as intended. */
function isOtherStage(terms: readonly Term[], at: number, { terms: own }: Evidence): boolean {
  const { concept, denied } = terms[at] ?? { concept: '', denied: false };
  // A denied action happened at no stage: its sense is compared separately.
  if (denied || isAskedFor(terms, at)) return false;
  const stages = own.flatMap((term, i) => (term.concept === concept ? [stageOf(own, i)] : []));
  return stages.length > 0 && !stages.includes(stageOf(terms, at));
}

const printedCount = ({ fact }: FactMatch['entry']): string =>
  fact.figure ? `${fact.figure.value} (${fact.figure.counts})` : fact.says;

type Count = ParsedSentence['counts'][number];

function countOutcome(
  count: Count,
  { wideCounts }: Evidence,
  entry: FactMatch['entry'],
  reading: ParsedSentence,
): Outcome {
  const outcome = compareCount(count, entry);
  if (outcome === 'agrees') return 'agrees';
  const same = wideCounts.some((other) => sameAmount(count, other) && countsSameThing(count, other));
  if (same) return 'agrees';
  // "one of the two": a selecting number counts nothing.
  const pronoun = count.value === 1 && reading.text.slice(count.end, count.end + 4) === ' of ';
  return pronoun ? 'agrees' : outcome;
}

interface Identifier extends Stretch {
  readonly outcome: Outcome;
  readonly base: string;
}

const MIXED = /(?<![\p{L}\p{N}])(?:\p{L}+-?\d|\d+-?\p{Lu})[\p{L}\d]*(?:[/-][\p{L}\d]+)*/gu;
const NUMBERED =
  /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}]+\.?)\s(\d+[a-z]?(?:[/-]\d+)*)(?![\p{L}]|[\d.,%/-]*\d|\s?%|\s?per)/gu;

/** Flight numbers, models, laws, cases, strains: the base has the same one, or another of the same kind. */
function identifiersIn(text: string, { narrow, wide }: Evidence): Identifier[] {
  const shown = `${narrow}\n${wide}`;
  const mixed = [...text.matchAll(MIXED)].map((match): Identifier => {
    const [raw] = match;
    const shape = (word: string) => word.replace(/\d+/g, '0').toLowerCase();
    const others = [...shown.matchAll(MIXED)].map(([other]) => other);
    const same = others.some((other) => other.toLowerCase() === raw.toLowerCase());
    const base = others.find((other) => shape(other) === shape(raw)) ?? '';
    const outcome = same ? 'agrees' : base === '' ? null : 'differs';
    return { start: match.index, end: match.index + raw.length, outcome, base };
  });
  const numbered = [...text.matchAll(NUMBERED)].flatMap((match): Identifier[] => {
    const [raw, word = '', digits = ''] = match;
    if (MONTHS.has(word.toLowerCase()) || WEEKDAYS.has(word.toLowerCase()) || tellsNothing(word.toLowerCase()))
      return [];
    const others = [...shown.matchAll(NUMBERED)].filter(([, other = '']) => other.toLowerCase() === word.toLowerCase());
    const same = others.some(([, , other = '']) => other === digits);
    // A lower-case word before another number may be any word: "killed 30".
    if (others.length === 0 || (!same && !/^\p{Lu}|^no\.?$|^number$/u.test(word) && !/[a-z/]/.test(digits))) return [];
    return [
      {
        start: match.index,
        end: match.index + raw.length,
        outcome: same ? 'agrees' : 'differs',
        base: others[0]?.[0] ?? '',
      },
    ];
  });
  return [...mixed, ...numbered];
}

/** Absent parts that the fact replaces by another value: these are differences. */
function substitutions(match: FactMatch, parts: readonly Part[], all: Accounted, base: CheckerIndex): Part[] {
  const { reading } = all;
  const { entry } = match;
  const met = parts.filter(({ state }) => state === 'met').length;
  const others = (part: Part) => share(parts.filter((other) => other !== part));
  const said = new Set(reading.terms.map(({ concept }) => concept));
  const named = new Set(reading.names.flatMap(({ ids }) => ids));
  const open = [...entry.fact.who, ...entry.names.flatMap(({ ids, kind }) => (kind === 'who' ? ids : []))].filter(
    (id) => !named.has(id) && id !== entry.fact.said_by,
  );
  const differing = (part: Part, kind: DifferenceKind, is: string): Part => ({
    ...part,
    state: 'differs',
    differs: kind,
    base: is,
  });
  return parts.map((part) => {
    if (part.state === 'differs') {
      // Barbed wire around two town halls: a third is another thing. Places are weighed by their other facts.
      const sure = part.kind !== 'place';
      return (others(part) >= SURE && sure) || part.kind === 'words' ? part : absent(part);
    }
    if (part.state !== 'absent' || met < 1) return part;
    const term = reading.terms.find(({ start }) => start === part.start);
    if (part.kind === 'word' && term && others(part) >= CONTRARY) {
      const contrary = entry.terms.find(
        (other) =>
          !said.has(other.concept) && other.denied === term.denied && areContraries(stemOf(term), stemOf(other)),
      );
      if (contrary) return differing(part, 'negation', contrary.raw);
    }
    const beside = besideName(part, reading, base);
    if (part.kind !== 'name' && (part.kind !== 'word' || !reading.text.startsWith('-', part.start - 1))) return part;
    if (beside !== null) return differing(part, 'name', beside);
    const other = open.filter((id) => isOfKind(id, part, reading, base));
    // A word in the source sentence names something else in it.
    const shown = hasAllWords(part.draft, entry.evidence.folds) || isOutletName(part.draft, base);
    const strange = reading.names.every(({ start }) => start !== part.start);
    const sure = others(part) >= (strange ? STRANGE : SURE) && met >= (strange ? 3 : 2) && other.length > 0 && !shown;
    return sure ? differing(part, 'name', entityNames([...new Set(other)], base)) : part;
  });
}

const isPerson = (id: string, { story }: CheckerIndex) => story.who.get(id)?.type === 'person';

/** A person replaces a person, a body a body, an unknown name either. */
function isOfKind(id: string, part: Part, { names }: ParsedSentence, base: CheckerIndex): boolean {
  const name = names.find(({ start }) => start === part.start);
  return name === undefined || name.ids.some((other) => isPerson(other, base) === isPerson(id, base));
}

/** An unknown word inside a name: "Delacroix-Boyle" for Delacroix-Byrne. Returns the base's name, or null. */
function besideName({ start, draft }: Part, { text, names, roles }: ParsedSentence, base: CheckerIndex): string | null {
  const end = start + draft.length;
  if (!/^\p{Lu}?[\p{L}\p{M}’'-]+$/u.test(draft) || names.some((name) => start < name.end && name.start < end))
    return null;
  const key = draft.toLowerCase();
  if (WEEKDAYS.has(key) || MONTHS.has(key) || roles.some((role) => start < role.end && role.start < end)) return null;
  const joined = (gap: string) => gap === ' ' || gap === '-';
  const person = names.find(({ ids, kind, start: from, end: to, weak }) => {
    if (kind !== 'who' || weak || !ids.every((id) => isPerson(id, base))) return false;
    const behind = to <= start && joined(text.slice(to, start));
    const ahead = from >= end && joined(text.slice(end, from)) && (!isEnglishWord(key) || text[end] === '-');
    return behind || ahead;
  });
  return person ? entityNames(person.ids.slice(0, 1), base) : null;
}

const isOutletName = (draft: string, { story }: CheckerIndex): boolean =>
  [...story.sources.values()].some(
    ({ outlet }) => outlet?.toLowerCase().includes(draft.toLowerCase().replace(/^the\s/, '')) === true,
  );

const stemOf = ({ concept, content, key }: Term) => (content ? concept : key);

/** From this match of a clause, its negation and stage must match too. */
const WHOLE = 0.8;

function senseParts(
  { entry }: FactMatch,
  parts: readonly Part[],
  clause: number,
  { reading, wordings }: Accounted,
): Part[] {
  const { fact, evidence } = entry;
  const own = reading.terms.filter((_, at) => reading.clauses[at] === clause);
  const single = new Set(reading.clauses).size === 1;
  if (share(parts) < WHOLE || wordings.length > 0 || isOtherLanguage(reading.text)) return [];
  const part = (kind: 'certainty' | 'word', term: Term | undefined, sure: boolean): Part[] =>
    term === undefined
      ? []
      : [
          {
            kind,
            draft: term.raw,
            start: term.start,
            state: sure ? 'differs' : 'absent',
            fact: fact.id,
            ...(sure ? { base: fact.says, differs: kind === 'word' ? 'negation' : 'certainty' } : {}),
          },
        ];
  const denials = (terms: readonly Term[]) =>
    terms.filter(({ key }, at) => isNegation(key) && terms[at + 1]?.key !== 'only' && terms[at + 1]?.raw !== '.');
  const [denial] = denials(own);
  const flipped = own.some((term) =>
    evidence.terms.some((other) => other.denied !== term.denied && areContraries(other.concept, term.concept)),
  );
  const written =
    denials(evidence.terms).length > 0 ||
    own.some(({ denied }) => !denied && evidence.terms.some((term) => term.denied));
  const said = denials(entry.terms).length > 0;
  const turned = denial !== undefined && !written && !flipped;
  const lost = denial === undefined && single && said && !flipped && !own.some(({ denied }) => denied);
  const first = own.find(({ content }) => content);
  // If another part does not match, the negation may belong to it.
  const whole = parts.every(({ state }) => state === 'met');
  const [draft, base, shown] = [clauseStage(own), clauseStage(entry.terms), clauseStage(evidence.terms)];
  // "could not cross" for an intention to cross.
  if (turned) return part('word', denial, whole && base !== 'coming');
  if (lost) return part('word', first, false);
  const later = (stage: string) => stage === 'coming' || stage === 'possible';
  const ahead = draft === 'coming' && !later(base) && !later(shown);
  const behind = draft === 'past' && base === 'coming' && single && reading.speech.length === 0;
  return ahead || behind ? part('certainty', first, whole) : [];
}

/** An incidental number ("the 50,000 Serbs of the north reject …") is compared with the figure that counts it. */
function countedElsewhere(part: Part, { reading, measured }: Accounted): Part {
  const count = reading.counts.find(({ start }) => start === part.start);
  if (part.kind !== 'count' || part.state !== 'absent' || part.base !== undefined || !count || count.head === null)
    return part;
  const named = new Set(reading.names.flatMap(({ ids, weak }) => (weak ? [] : ids)));
  const near = measured.filter(({ entry: { fact }, shared, factShare, matchedItems }) =>
    fact.figure === undefined
      ? factShare >= 0.35 && shared > 1
      : shared > 1 || (matchedItems.size > 0 && fact.who.some((id) => named.has(id))),
  );
  const outcomes = near.map(({ entry }) => ({ entry, outcome: compareCount(count, entry) }));
  const same = outcomes.find(({ outcome }) => outcome === 'agrees');
  if (same) return { ...part, state: 'met', fact: same.entry.fact.id };
  const other = outcomes.find(({ outcome }) => outcome === 'differs');
  return other
    ? { ...part, state: 'differs', differs: 'count', base: printedCount(other.entry), fact: other.entry.fact.id }
    : part;
}

/** A difference from a fact that is hardly meant counts as absent. */
const absent = ({ kind, draft, start, fact, base }: Part): Part => ({
  kind,
  draft,
  start,
  state: 'absent',
  ...(fact === undefined ? {} : { fact }),
  ...(base === undefined ? {} : { base }),
});
