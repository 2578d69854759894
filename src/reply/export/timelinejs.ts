import { edtf } from '../../data/model/edtf.ts';
import type { Fact, Story } from '../../data/model/fact.ts';
import { datedFacts, oldestFirst, undatedFacts } from '../../data/queries/chronology.ts';
import type { AttachedFile } from '../model/card.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { toPlainText, translateText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf, attributedStatement } from '../fact-statement.ts';

interface TimelineDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/**
 * Facts for TimelineJS: https://timeline.knightlab.com/docs/json-format.html. Each is a slide, in the row of its place. What
 * has no date can be no slide, so it is told on the title slide. null without any dated fact: such a timeline has no slides.
 */
export function timelineJs(facts: readonly Fact[], story: Story, language: Language): AttachedFile | null {
  const events = oldestFirst(datedFacts(facts)).map((fact) => slide(fact, story, language));
  if (events.length === 0) return null;
  const loose = undatedFacts(facts).map((fact) => paragraph(said(fact, story, language)));
  const note = loose.length === 0 ? [] : [paragraph(translateText(language, 'timeline.undated')), ...loose];
  const title = {
    text: { headline: html(story.title), text: [paragraph(story.line), ...note].join('') },
    autolink: false,
  };
  return { name: `timeline-${story.id}.json`, text: `${JSON.stringify({ title, events, scale: 'human' }, null, 2)}\n` };
}

function slide(fact: Fact, story: Story, language: Language) {
  const place = fact.where[0];
  const end = endOf(fact);
  return {
    unique_id: fact.id,
    start_date: startOf(fact),
    ...(end === null ? {} : { end_date: end }),
    display_date: toPlainText(formatFactDate(fact, language)),
    ...(place === undefined ? {} : { group: nameOf(place, story) }),
    text: {
      headline: html(toPlainText(attributedStatement(fact, story, language))),
      text: [
        paragraph(`${translateText(language, `status.${fact.status}`)} · ${fact.id}`),
        ...fact.citations.map(({ quote }) => `<blockquote>${html(quote)}</blockquote>`),
        ...sourcesOf(fact, story, language).map(paragraph),
        ...(fact.contradicts.length === 0
          ? []
          : [paragraph(translateText(language, 'fact.disputes', { ids: fact.contradicts.join(', ') }))]),
      ].join(''),
    },
    autolink: false,
  };
}

/** A day or a month is a date of its own; of an interval without a beginning only the end is known. */
function startOf({ when = '', time }: Fact): TimelineDate {
  const { from, to, precision, interval } = edtf(when);
  const date = parts(from ?? to ?? '', interval && precision !== 'day' ? 'day' : precision);
  if (time === undefined || date.day === undefined) return date;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { ...date, hour, minute };
}

function endOf({ when = '' }: Fact): TimelineDate | null {
  const { from, to, precision, interval } = edtf(when);
  const isWide = precision === 'decade' || precision === 'century' || precision === 'millennium';
  if (from === null || to === null || !(interval || isWide)) return null;
  return parts(to, interval ? 'day' : 'year');
}

function parts(day: string, precision: string): TimelineDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (precision === 'day') return { year, month, day: date };
  return precision === 'month' ? { year, month } : { year };
}

/** The sources that prove a fact, each once, with its line. */
export function sourcesOf({ citations }: Fact, story: Story, language: Language): string[] {
  const lines = citations.map(({ source, line }) => {
    const outlet = story.sources.get(source)?.outlet ?? translateText(language, 'source.outletUnknown');
    return `${source}, ${outlet}, ${translateText(language, 'source.line', { n: String(line) })}`;
  });
  return [...new Set(lines)];
}

const said = (fact: Fact, story: Story, language: Language): string =>
  `${translateText(language, `status.${fact.status}`)} · ${toPlainText(attributedStatement(fact, story, language))} (${fact.id})`;

const paragraph = (text: string): string => `<p>${html(text)}</p>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** TimelineJS shows its texts as HTML: nothing quoted or typed may be more than text there. */
const html = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
