import type { Citation, Fact, Source, Story } from '../data/model/fact.ts';
import { memoize, memoizeByObject } from '../memoize.ts';
import { isWithin, supersededBy } from '../data/queries/fact-relations.ts';
import type { Block, Line } from './model/card.ts';
import type { StyledText } from './model/styled-text.ts';
import { formatDate, formatFactDate } from './i18n/dates.ts';
import { joinText, toPlainText, translate } from './i18n/translate.ts';
import { LANGUAGES, type Language } from './model/language.ts';

type Show = (fact: Fact, story: Story, language: Language) => Block;

/** Blocks kept for one story, one language and one way of showing: some 2 kB each. */
const MOST_KEPT = 500;

/**
 * A block is made of the fact, its story and the language alone, and a day in a newsroom asks for the same facts again and
 * again: each is made once, and goes with its story.
 */
function made(show: Show): Show {
  const blocks = memoizeByObject((story: Story) =>
    memoize(LANGUAGES.length, (language: Language) => memoize(MOST_KEPT, (fact: Fact) => show(fact, story, language))),
  );
  return (fact, story, language) => blocks(story)(language)(fact);
}

/** How one fact is shown, everywhere alike: status, speaker, statement; date and place; snippet; source line and id. */
export const factStatement = made((fact, story, language) => ({
  fact: fact.id,
  lines: [
    { as: 'text', words: [...status(fact, language), ' · ', ...attributedStatement(fact, story, language)] },
    ...present({ as: 'text', words: joinText([dated(fact, language), placed(fact, story, language)]) }),
    ...proof(fact, story, language),
  ],
}));

/** One event of a timeline: the date first, then the statement with its proof under it. */
export const timelineEntry = made((fact, story, language) => ({
  fact: fact.id,
  lines: [dateLed(fact, story, language), ...proof(fact, story, language)],
}));

/**
 * One item of a brief: the snippets under it share one short line, with sources by their ids alone. Whoever shows it says
 * elsewhere in the same message what each source is (`sourceLine`).
 */
export function briefItem(fact: Fact, story: Story, language: Language): Block {
  const from = Map.groupBy(fact.citations, ({ source, line }) => `${source}:${line}`);
  const places = [...from.values()].map(([first]) => (first === undefined ? [] : place(first, language)));
  return {
    fact: fact.id,
    lines: [
      dateLed(fact, story, language),
      ...fact.citations.map(({ quote }): Line => ({ as: 'quote', words: [quote] })),
      ...warnings(fact, story, language),
      { as: 'small', words: joinText([...places, [{ code: fact.id }]]) },
    ],
  };
}

function dateLed(fact: Fact, story: Story, language: Language): Line {
  const words = joinText([
    [{ strong: toPlainText(dated(fact, language, 'timeline')) }],
    status(fact, language),
    attributedStatement(fact, story, language),
    placed(fact, story, language),
  ]);
  return { as: 'text', words };
}

/**
 * The lines under a statement: each snippet with its source line, what is wrong or disputed about it, its id. Snippets
 * of one line of one source share their source line, and the last shares its line with the id.
 */
function proof(fact: Fact, story: Story, language: Language): Line[] {
  const origins = Map.groupBy(fact.citations, (citation) => toPlainText(origin(citation, story, language)));
  const lines = [...origins.values()].map((citations): Line[] => [
    ...citations.map(({ quote }): Line => ({ as: 'quote', words: [quote] })),
    ...citations.slice(0, 1).map((each): Line => ({ as: 'small', words: origin(each, story, language) })),
  ]);
  const last = lines.at(-1)?.at(-1)?.words ?? [];
  return [
    ...lines.flat().slice(0, -1),
    ...figures(fact, language),
    ...warnings(fact, story, language),
    { as: 'small', words: joinText([last, remarks(fact, story, language)]) },
  ];
}

/** The name of a person, body or place of the story. */
export function nameOf(id: string, story: Story): string {
  return story.who.get(id)?.name ?? story.where.get(id)?.name ?? id;
}

function status(fact: Fact, language: Language): StyledText {
  return translate(language, `status.${fact.status}`).map((word) =>
    typeof word === 'string' ? { strong: word } : word,
  );
}

/** The statement, never without the one on whose word it rests. */
export function attributedStatement(fact: Fact, story: Story, language: Language): StyledText {
  const what =
    fact.words === undefined || fact.kind !== 'quote'
      ? [fact.says]
      : translate(language, 'fact.words', { words: fact.words });
  if (fact.said_by === undefined) return what;
  const speaker = { strong: nameOf(fact.said_by, story) };
  if (fact.told === undefined) return [...translate(language, 'fact.speaker', { speaker }), ...what];
  return [...translate(language, 'fact.speakerTold', { speaker, told: nameOf(fact.told, story) }), ...what];
}

/** The date of a state is the day on which it is known to be so. In a timeline it would pass for the day on which it began. */
function dated(fact: Fact, language: Language, where: 'statement' | 'timeline' = 'statement'): StyledText {
  const when = formatFactDate(fact, language);
  if (!isAsOf(fact)) return when;
  const key = where === 'timeline' && fact.kind === 'state' ? 'fact.asOfAlone' : 'fact.asOf';
  return translate(language, key, { date: when });
}

/** What no word of the source dates, and that happened on no day: who holds an office, how many live somewhere. */
function isAsOf({ kind, when, when_said: said }: Fact): boolean {
  if (when === undefined || when.includes('/')) return false;
  return kind === 'state' || (said === undefined && (kind === 'role' || kind === 'figure'));
}

function placed(fact: Fact, story: Story, language: Language): StyledText {
  const inner = fact.where.filter((id) => !fact.where.some((other) => other !== id && isWithin(other, id, story)));
  if (inner.length === 0) return [];
  const places = inner.map((id) => nameOf(id, story)).join(', ');
  return fact.where_how === 'inferred' ? [places, ' (', ...em(translate(language, 'fact.implied')), ')'] : [places];
}

function origin({ source: id, line }: Citation, story: Story, language: Language): StyledText {
  const source = story.sources.get(id);
  const from = source === undefined ? [[id]] : sourceLine(source, language);
  return joinText([...from, lineWords(line, language)], ', ');
}

const place = ({ source, line }: Citation, language: Language): StyledText =>
  joinText([[source], lineWords(line, language)], ', ');

const lineWords = (line: number, language: Language): StyledText =>
  translate(language, 'source.line', { n: String(line) });

/** Id, outlet and date of a source, as written under every snippet. */
export function sourceLine(source: Source, language: Language): StyledText[] {
  const outlet = source.outlet === null ? translate(language, 'source.outletUnknown') : [source.outlet];
  const date =
    source.published === null ? translate(language, 'source.dateUnknown') : [formatDate(source.published, language)];
  const how = source.published_how === 'inferred' ? [' ', ...translate(language, 'source.inferred')] : [];
  return [source.url === null ? [source.id] : [{ link: source.id, to: source.url }], outlet, [...date, ...how]];
}

function warnings(fact: Fact, story: Story, language: Language): Line[] {
  const small = (words: StyledText): Line => ({ as: 'small', words });
  const by = supersededBy(story).get(fact.id) ?? [];
  return [
    ...(fact.damaged === undefined ? [] : [small(translate(language, 'fact.damaged', { what: fact.damaged }))]),
    ...fact.corrected.map(({ on, was, because }) =>
      small(translate(language, 'fact.corrected', { on: formatDate(on, language), was, because })),
    ),
    ...(fact.contradicts.length === 0
      ? []
      : [small(translate(language, 'fact.disputes', { ids: fact.contradicts.join(', ') }))]),
    ...(by.length === 0 ? [] : [small(translate(language, 'fact.superseded', { ids: by.join(', ') }))]),
    ...(fact.because === undefined ? [] : [small(translate(language, 'fact.because', { because: fact.because }))]),
  ];
}

const figures = ({ figure }: Fact, language: Language): Line[] =>
  figure === undefined ? [] : [{ as: 'small', words: figureWords(figure, language) }];

const figureWords = ({ value, unit, counts }: NonNullable<Fact['figure']>, language: Language): StyledText =>
  translate(language, 'fact.figure', { value: { strong: value }, unit, counts });

function remarks(fact: Fact, story: Story, language: Language): StyledText {
  const origins = new Set(fact.citations.map(({ source }) => story.sources.get(source)?.origin ?? source));
  return joinText([[{ code: fact.id }], origins.size < 2 ? translate(language, 'fact.oneOrigin') : []]);
}

const em = (words: StyledText): StyledText => words.map((word) => (typeof word === 'string' ? { em: word } : word));
const present = (line: Line): Line[] => (line.words.length > 0 ? [line] : []);
