import type { Fact, Story } from '../../data/model/fact.ts';
import type { AttachedFile } from '../model/card.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { toPlainText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf } from '../fact-statement.ts';

type Column = (fact: Fact, story: Story, language: Language) => string;

const names = (ids: readonly string[], story: Story): string => ids.map((id) => nameOf(id, story)).join('; ');
const one = (id: string | undefined, story: Story): string => (id === undefined ? '' : nameOf(id, story));
const each = (lines: readonly string[]): string => lines.join('\n');

/** The columns in their order. What was said is next to who said it; several citations are lines of one cell. */
const COLUMNS: Readonly<Record<string, Column>> = {
  id: ({ id }) => id,
  when: ({ when = '' }) => when,
  time: ({ time = '' }) => time,
  date: (fact, _, language) => toPlainText(formatFactDate(fact, language)),
  date_how: ({ when_how = '' }) => when_how,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  said_by: ({ said_by }, story) => one(said_by, story),
  told: ({ told }, story) => one(told, story),
  says: ({ says }) => says,
  words: ({ words = '' }) => words,
  value: ({ figure }) => figure?.value ?? '',
  counts: ({ figure }) => figure?.counts ?? '',
  places: ({ where }, story) => names(where, story),
  place_how: ({ where_how = '' }) => where_how,
  people: ({ who }, story) => names(who, story),
  contradicts: ({ contradicts }) => contradicts.join('; '),
  source: ({ citations }) => each(citations.map(({ source }) => source)),
  outlet: ({ citations }, { sources }) => each(citations.map(({ source }) => sources.get(source)?.outlet ?? '')),
  line: ({ citations }) => each(citations.map(({ line }) => String(line))),
  quote: ({ citations }) => each(citations.map(({ quote }) => quote)),
};

/** Facts as a table after RFC 4180, in UTF-8: a first line of names, then a line a fact in the order given. */
export function csv(facts: readonly Fact[], story: Story, language: Language): AttachedFile {
  const rows = facts.map((fact) => Object.values(COLUMNS).map((column) => column(fact, story, language)));
  const lines = [Object.keys(COLUMNS), ...rows].map((row) => row.map(cell).join(','));
  return { name: `timeline-${story.id}.csv`, text: lines.map((line) => `${line}\r\n`).join('') };
}

/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, also inside quotation marks: an apostrophe
 * before it makes it text.
 */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
