import type { Fact, Story } from '../../data/model/fact.ts';
import { enclosingPlaces, isSetIn, isWithin } from '../../data/queries/fact-relations.ts';
import { datedFacts, oldestFirst, undatedFacts } from '../../data/queries/chronology.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatFactDate } from '../i18n/dates.ts';
import type { Picture, Shown, TimelineDrawing, TimelineFact } from '../model/picture.ts';
import { toPlainText, translate, translateText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf, attributedStatement } from '../fact-statement.ts';

/** More facts than these are shown on several pictures. */
const MOST_FACTS = 60;
const MOST_PICTURES = 10;
const MOST_LANES = 5;
/** Discord's limit for the description of a picture. */
const ALT = 1024;
/** What happened, and what was counted, before what was said of it. */
const WEIGHT: readonly Fact['kind'][] = ['event', 'figure', 'state', 'quote', 'position', 'role'];

export interface TimelineOptions {
  readonly title: StyledText;
  readonly story: Story;
  readonly language: Language;
  /** One lane for each place, or each person, where the question was for one. */
  readonly lanes: 'where' | 'who' | null;
}

/** The pictures of a timeline, 60 facts each. None for fewer than two dated facts: one point in time makes no line. */
export function timelinePictures(facts: readonly Fact[], telling: TimelineOptions): Picture[] {
  const whole = withConflicts(facts, telling.story).filter(({ status }) => status !== 'retracted');
  const shown = [...oldestFirst(whole), ...undatedFacts(whole)];
  if (datedFacts(shown).length < 2) return [];
  const lanes = lanesOf(shown, telling);
  const pages = Math.min(MOST_PICTURES, Math.ceil(shown.length / MOST_FACTS));
  return Array.from({ length: pages }, (_, page): Picture => {
    const part = shown.slice(page * MOST_FACTS, (page + 1) * MOST_FACTS);
    const drawing = drawingOf(part, page * MOST_FACTS, shown.length, lanes, telling);
    const name = pages === 1 ? 'timeline.png' : `timeline-${page + 1}.png`;
    return { name, alt: altOf(part, drawing, telling), drawing };
  });
}

interface Lanes {
  readonly ids: readonly string[];
  readonly of: (fact: Fact) => string | undefined;
}

/** The lanes with most facts, in the order in which they begin; what is in none of them has one of its own. */
function lanesOf(facts: readonly Fact[], { lanes, story }: TimelineOptions): Lanes {
  if (lanes === null) return { ids: [], of: () => undefined };
  const outer = lanes === 'where' ? sharedPlace(facts, story) : undefined;
  const placeOf = ({ where }: Fact): string | undefined =>
    where.find((id) => outer === undefined || id === outer || isWithin(id, outer, story)) ?? where[0];
  const of = (fact: Fact): string | undefined => (lanes === 'where' ? placeOf(fact) : (fact.said_by ?? fact.who[0]));
  const counts = Map.groupBy(datedFacts(facts), (fact) => of(fact) ?? '');
  counts.delete('');
  const first = [...counts].toSorted((a, b) => b[1].length - a[1].length).slice(0, MOST_LANES);
  const kept = new Set(first.map(([id]) => id));
  const ids = [...counts.keys()].filter((id) => kept.has(id));
  return ids.length < 2 ? { ids: [], of: () => undefined } : { ids, of };
}

/** The narrowest place in which all of the facts are set: what a fact says of places outside it makes no lane. */
function sharedPlace([first, ...others]: readonly Fact[], story: Story): string | undefined {
  const depth = (id: string): number => {
    const place = story.where.get(id);
    return place === undefined ? 0 : enclosingPlaces(place, story).length;
  };
  const places = (first?.where ?? []).flatMap((id) => {
    const place = story.where.get(id);
    return place === undefined ? [] : [id, ...enclosingPlaces(place, story).map((outer) => outer.id)];
  });
  return places
    .filter((id) => others.every((fact) => isSetIn(fact, id, story)))
    .toSorted((a, b) => depth(b) - depth(a))[0];
}

function drawingOf(
  facts: readonly Fact[],
  before: number,
  all: number,
  lanes: Lanes,
  telling: TimelineOptions,
): TimelineDrawing {
  const { title, story, language } = telling;
  const laneOf = (fact: Fact): number | null => {
    if (lanes.ids.length === 0) return null;
    const at = lanes.ids.indexOf(lanes.of(fact) ?? '');
    return at === -1 ? lanes.ids.length : at;
  };
  const shown = facts.map((fact) => factOf(fact, laneOf(fact), facts, telling));
  const others = shown.some(({ lane, when }) => when !== null && lane === lanes.ids.length && lanes.ids.length > 0);
  const hours = shown.some(({ time }) => time !== null);
  const count =
    all === facts.length
      ? translateText(language, 'chart.facts', { n: all })
      : translateText(language, 'chart.part', { from: before + 1, to: before + facts.length, n: all });
  return {
    kind: 'timeline',
    title: toPlainText(title),
    subtitle: [count, ...(hours ? [translateText(language, 'chart.zone', { zone: story.timezone })] : [])].join(' · '),
    language,
    lanes: [
      ...lanes.ids.map((id) => nameOf(id, story)),
      ...(others ? [translateText(language, 'chart.otherLane')] : []),
    ],
    facts: shown,
  };
}

/** The rule of the desk: a disputed statement is never shown alone. */
function againstOf({ contradicts }: Fact, facts: readonly Fact[], story: Story): number[] | null {
  const others = contradicts.filter((id) => story.facts.get(id)?.status !== 'retracted');
  const found = others.map((id) => facts.findIndex((fact) => fact.id === id));
  return found.includes(-1) ? null : found;
}

function factOf(
  fact: Fact,
  lane: number | null,
  facts: readonly Fact[],
  { story, language }: TimelineOptions,
): TimelineFact {
  const isDated = fact.when !== undefined && fact.when_how !== 'unknown';
  return {
    says: toPlainText(attributedStatement(fact, story, language)),
    status: fact.status as Shown,
    when: isDated ? (fact.when ?? null) : null,
    time: isDated ? (fact.time ?? null) : null,
    inferred: fact.when_how !== 'stated',
    lane,
    weight: WEIGHT.indexOf(fact.kind),
    against: againstOf(fact, facts, story),
  };
}

/** As many facts as fit, each with its date and its status, and how many are left. */
function altOf(facts: readonly Fact[], { title }: TimelineDrawing, { story, language }: TimelineOptions): string {
  const head = translateText(language, 'chart.alt', {
    title,
    facts: translate(language, 'chart.facts', { n: facts.length }),
  });
  const said = (fact: Fact): string => {
    const status = translateText(language, `status.${fact.status}`);
    return `${toPlainText(formatFactDate(fact, language))}: ${toPlainText(attributedStatement(fact, story, language))} (${status})`;
  };
  for (let n = facts.length; n > 0; n -= 1) {
    const first = facts.slice(0, n);
    const whole = first.filter((fact) => againstOf(fact, first, story) !== null);
    const left = facts.length - whole.length;
    const more = left === 0 ? [] : [translateText(language, 'chart.altMore', { n: left })];
    const text = [head, ...whole.map(said), ...more].join(' ');
    if (text.length <= ALT) return text;
  }
  return head.slice(0, ALT);
}
