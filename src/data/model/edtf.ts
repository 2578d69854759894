import { ReaderError } from '../../errors.ts';
import { memoize } from '../../memoize.ts';

/**
 * Dates as the desk knows them: EDTF levels 0 and 1 without seasons, years of more than four digits and times of day
 * (a fact has a field for the time). Days are those of the story's own time zone.
 */
export interface Edtf {
  /** First and last day that can be meant, `YYYY-MM-DD`; null where an interval is open or its end is not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of an interval, that of its less exact end. */
  readonly precision: 'day' | 'month' | 'year' | 'decade' | 'century' | 'millennium';
  readonly interval: boolean;
  /** `~` or `%`: about this time. */
  readonly approximate: boolean;
  /** `?` or `%`: it may be wrong. */
  readonly uncertain: boolean;
}

/** Why a date cannot be parsed, and what to write instead. */
export interface EdtfFault {
  readonly message: string;
  readonly cure: string;
}

const PRECISIONS = ['day', 'month', 'year', 'decade', 'century', 'millennium'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const FORMS = 'Write 2023-05-31, 2023-05 or 2023; 2023-05-29/.. for "since", ../2023-05-31 for "until".';

/** Cached: a story has few dates, and an answer parses each dozens of times. */
const MOST_KEPT = 2_000;

export const parseEdtf: (text: string) => Edtf | EdtfFault = memoize(MOST_KEPT, read);

function read(text: string): Edtf | EdtfFault {
  const ends = text.split('/');
  const [first = '', second] = ends;
  if (second === undefined) return parseDate(first);
  if (ends.length > 2) return { message: `'${text}' has more than one slash.`, cure: FORMS };
  const from = parseEnd(first);
  const to = parseEnd(second);
  if (from !== null && 'message' in from) return from;
  if (to !== null && 'message' in to) return to;
  if (!from && !to) return { message: `'${text}' has neither a beginning nor an end.`, cure: FORMS };
  if (from?.from && to?.to && from.from > to.to) {
    return { message: `'${text}' ends before it begins.`, cure: 'Swap the two dates, or correct one of them.' };
  }
  const rough = (end: Edtf | null) => (end ? PRECISIONS.indexOf(end.precision) : 0);
  return {
    from: from?.from ?? null,
    to: to?.to ?? null,
    precision: PRECISIONS[Math.max(rough(from), rough(to))] ?? 'day',
    interval: true,
    approximate: from?.approximate === true || to?.approximate === true,
    uncertain: from?.uncertain === true || to?.uncertain === true,
  };
}

/** For dates that passed the check. Throws a ReaderError on others. */
export function edtf(text: string): Edtf {
  const date = parseEdtf(text);
  if ('message' in date) throw new ReaderError(`${date.message} ${date.cure}`);
  return date;
}

const parseEnd = (text: string) => (text === '' || text === '..' ? null : parseDate(text));

const SHAPE = /^(?<year>\d{4}|\d{3}X|\d{2}XX|\dXXX)(?:-(?<month>\d{2}|XX)(?:-(?<day>\d{2}|XX))?)?(?<mark>[?~%]?)$/u;

function parseDate(text: string): Edtf | EdtfFault {
  const { year = '', month = '', day = '', mark = '' } = SHAPE.exec(text)?.groups ?? {};
  if (year === '') return notADate(text);
  if ((year.includes('X') && month !== '') || (month === 'XX' && day !== '' && day !== 'XX')) {
    return {
      message: `'${text}' leaves a greater part open than the one that it states.`,
      cure: 'Leave out what follows the X.',
    };
  }
  if (month !== '' && month !== 'XX' && (month < '01' || month > '12')) {
    return { message: `There is no month ${month}.`, cure: 'Months are 01 to 12, in the order year, month, day.' };
  }
  const corrections = {
    interval: false,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
  if (month === '' || month === 'XX') {
    const open = year.split('X').length - 1;
    const precision = PRECISIONS[2 + open] ?? 'year';
    return {
      from: `${year.replaceAll('X', '0')}-01-01`,
      to: `${year.replaceAll('X', '9')}-12-31`,
      precision,
      ...corrections,
    };
  }
  const last = daysIn(Number(year), Number(month));
  if (day === '' || day === 'XX') {
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}`, precision: 'month', ...corrections };
  }
  if (day < '01' || Number(day) > last) {
    return {
      message: `There is no ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}.`,
      cure: `That month has the days 01 to ${last}.`,
    };
  }
  const date = `${year}-${month}-${day}`;
  return { from: date, to: date, precision: 'day', ...corrections };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function notADate(text: string): EdtfFault {
  const message = `'${text}' is not a date that can be read.`;
  if (/^\d{4}-\d{2}-\d{2}T/u.test(text)) {
    return {
      message: `'${text}' holds a time of day.`,
      cure: 'Write the date alone; the time goes into its own field, as 14:05.',
    };
  }
  if (/^\d{4}-(?:2[1-4])$/u.test(text)) return { message, cure: 'Seasons are not used here. Write the months.' };
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/u.test(text))
    return { message, cure: 'Month and day have two digits: 2023-06-01.' };
  if (/^\d{1,2}[./]\d{1,2}[./]\d{4}$/u.test(text)) return { message, cure: 'Write the year first: 2023-06-01.' };
  return { message, cure: FORMS };
}
