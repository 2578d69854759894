import type { Card, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { EMPTY_CARD } from './answer.ts';
import { formatDate } from '../i18n/dates.ts';
import { joinText, translate, translateText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** A daily brief as it is set, for showing. */
export interface Order {
  readonly edition: string;
  readonly time: string;
  readonly zone: string;
  /** ISO weekdays: 1 is Monday. */
  readonly days: readonly number[];
  readonly state: 'on' | 'paused' | 'parked';
  readonly reason: string | null;
  readonly next: Temporal.ZonedDateTime | null;
}

const small = (words: StyledText): Line => ({ as: 'small', words });

/** The briefs of a channel under a sentence that says what has just been done. */
export function digestListCard(
  title: StyledText,
  list: readonly Order[],
  stops: readonly StyledText[],
  language: Language,
): Card {
  return {
    ...EMPTY_CARD,
    title,
    lead: stops.map((words) => ({ as: 'text', words })),
    sections: list.length === 0 ? [] : [{ blocks: list.map((order) => ({ lines: lines(order, language) })) }],
  };
}

/** The brief as it would be posted next, with all that would stop it. */
export function digestPreviewCard(
  brief: Card,
  list: readonly Order[],
  stops: readonly StyledText[],
  language: Language,
): Card {
  const dates = list.flatMap((order) => (order.next === null ? [] : [small(nextOf(order, order.next, language))]));
  const blocked: Section[] =
    stops.length === 0
      ? []
      : [
          {
            heading: translate(language, 'digest.stops'),
            blocks: [{ lines: stops.map((words) => ({ as: 'item', words })) }],
          },
        ];
  return {
    ...brief,
    lead: [small(translate(language, 'digest.preview')), ...dates, ...brief.lead],
    sections: [...blocked, ...brief.sections],
  };
}

function lines(order: Order, language: Language): Line[] {
  const { edition, time, zone, days, state, reason, next } = order;
  const note = state === 'paused' ? translate(language, 'digest.isPaused') : [];
  return [
    {
      as: 'item',
      words: joinText([
        translate(language, 'digest.row', { edition, time: { strong: time }, zone, days: dayNames(days, language) }),
        note,
      ]),
    },
    ...(state === 'parked' ? [small(translate(language, 'digest.isParked', { reason: reason ?? '' }))] : []),
    ...(state === 'on' && next !== null ? [small(nextOf(order, next, language))] : []),
  ];
}

const nextOf = ({ time, zone }: Order, next: Temporal.ZonedDateTime, language: Language): StyledText =>
  translate(language, 'digest.next', {
    date: formatDate(next.toPlainDate().toString(), language),
    time: next.toPlainTime().toString().slice(0, 5) || time,
    zone,
  });

/** "every day", "Mon, Tue, Fri", in the order of the week. */
export function dayNames(days: readonly number[], language: Language): string {
  if (days.length === 7) return translateText(language, 'digest.everyDay');
  // 2 January 2023 was a Monday.
  const monday = Temporal.PlainDate.from('2023-01-02');
  return days.map((day) => monday.add({ days: day - 1 }).toLocaleString(language, { weekday: 'short' })).join(', ');
}
