/** The words around a date. The names of days and months come from the calendar of the runtime. */
export interface DateWords {
  readonly since: string;
  readonly until: string;
  readonly about: string;
  readonly uncertain: string;
  readonly inferred: string;
  readonly noDate: string;
  readonly noDay: string;
  readonly anyDay: string;
  /** Behind the number of the day, and of the year. */
  readonly dot: string;
  readonly yearDot: string;
  /** Before a month or a year alone, where it is another word than before a day. */
  readonly monthSince?: string;
  readonly monthUntil?: string;
  /** The form of a month behind these words: Croatian "od travnja", Greek "από Απρίλιο". */
  readonly monthCase?: 'genitive' | 'accusative';
  /** The first day of a month, where it is no plain number. */
  readonly first?: string;
}

export const DATE_WORDS: ReadonlyMap<string, DateWords> = new Map<string, DateWords>([
  [
    'en',
    {
      since: 'since',
      until: 'until',
      about: 'about',
      uncertain: 'uncertain',
      inferred: 'inferred',
      noDate: 'date not given',
      noDay: 'day not given',
      anyDay: 'any day',
      dot: '',
      yearDot: '',
    },
  ],
  [
    'de',
    {
      since: 'seit',
      until: 'bis',
      about: 'um',
      uncertain: 'unsicher',
      inferred: 'erschlossen',
      noDate: 'Datum nicht angegeben',
      noDay: 'Tag nicht angegeben',
      anyDay: 'beliebiger Tag',
      dot: '.',
      yearDot: '',
    },
  ],
  [
    'fr',
    {
      since: 'depuis le',
      until: 'jusqu’au',
      about: 'vers',
      uncertain: 'incertain',
      inferred: 'déduit',
      noDate: 'date non indiquée',
      noDay: 'jour non indiqué',
      anyDay: 'tous les jours',
      dot: '',
      yearDot: '',
      first: '1er',
      monthSince: 'depuis',
      monthUntil: 'jusqu’en',
    },
  ],
  [
    'hr',
    {
      since: 'od',
      until: 'do',
      about: 'oko',
      uncertain: 'nesigurno',
      inferred: 'zaključeno',
      noDate: 'datum nije naveden',
      noDay: 'dan nije naveden',
      anyDay: 'bilo koji dan',
      dot: '.',
      yearDot: '.',
      monthCase: 'genitive',
    },
  ],
  [
    'sr',
    {
      since: 'од',
      until: 'до',
      about: 'око',
      uncertain: 'несигурно',
      inferred: 'закључено',
      noDate: 'датум није наведен',
      noDay: 'дан није наведен',
      anyDay: 'било који дан',
      dot: '.',
      yearDot: '.',
    },
  ],
  [
    'el',
    {
      since: 'από',
      until: 'έως',
      about: 'περίπου',
      uncertain: 'αβέβαιο',
      inferred: 'συνάγεται',
      noDate: 'η ημερομηνία δεν δίνεται',
      noDay: 'η ημέρα δεν δίνεται',
      anyDay: 'οποιαδήποτε ημέρα',
      dot: '',
      yearDot: '',
      monthCase: 'accusative',
    },
  ],
]);
