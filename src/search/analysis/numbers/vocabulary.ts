import { wordTable, wordSet } from '../dates/tokens.ts';

/** Number words of one language: `adds` are values; `times` (hundreds and above) multiply the number before. */
export interface Language {
  readonly adds: ReadonlyMap<string, number>;
  readonly times: ReadonlyMap<string, number>;
  /** Links the parts of a number: "two hundred and five". */
  readonly and: ReadonlySet<string>;
}

/**
 * Only English and Serbian include "one": elsewhere it is the indefinite article ("ein Polizist", "ένας αστυνομικός").
 * Ordinals are not included.
 */
export const LANGUAGES: readonly Language[] = [
  {
    adds: wordTable([
      '0 zero, 1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve',
      '13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen, 20 twenty, 30 thirty',
      '40 forty fourty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety',
    ]),
    times: wordTable(['12 dozen, 100 hundred, 1000 thousand, 1000000 million millions mn, 1000000000 billion bn']),
    and: wordSet('and'),
  },
  {
    adds: wordTable([
      '2 zwei zwo, 3 drei, 4 vier, 5 fünf fuenf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf zwoelf',
      '16 sechzehn, 17 siebzehn, 13 dreizehn, 14 vierzehn, 15 fünfzehn fuenfzehn, 18 achtzehn, 19 neunzehn, 20 zwanzig',
      '30 dreißig dreissig, 40 vierzig, 50 fünfzig fuenfzig, 60 sechzig, 70 siebzig, 80 achtzig, 90 neunzig',
    ]),
    times: wordTable([
      '12 dutzend, 100 hundert, 1000 tausend tsd, 1000000 million millionen mio, 1000000000 milliarde milliarden mrd',
    ]),
    and: wordSet(''),
  },
  {
    adds: wordTable([
      '2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix, 11 onze, 12 douze, 13 treize, 14 quatorze',
      '15 quinze, 16 seize, 20 vingt vingts, 30 trente, 40 quarante, 50 cinquante, 60 soixante, 70 septante, 80 octante',
      '90 nonante',
    ]),
    times: wordTable(['100 cent cents, 1000 mille, 1000000 million millions, 1000000000 milliard milliards']),
    and: wordSet('et de'),
  },
  {
    adds: wordTable([
      '1 jedan jedna jedno jednog jednu, 2 dva dvije dve dvojica dvoje, 3 tri trojica troje, 4 četiri četvorica četvero',
      '5 pet petorica petoro, 6 šest, 7 sedam, 8 osam, 9 devet, 10 deset, 11 jedanaest, 12 dvanaest, 13 trinaest',
      '14 četrnaest, 15 petnaest, 16 šesnaest, 17 sedamnaest, 18 osamnaest, 19 devetnaest, 20 dvadeset, 30 trideset',
      '40 četrdeset, 50 pedeset, 60 šezdeset, 70 sedamdeset, 80 osamdeset, 90 devedeset, 200 dvjesto dvjesta dvesta dvesto',
      '300 tristo trista, 400 četiristo, 500 petsto, 600 šeststo šesto, 700 sedamsto, 800 osamsto, 900 devetsto',
    ]),
    times: wordTable([
      '100 sto stotinu, 1000 tisuću tisuće tisuća hiljadu hiljade hiljada',
      '1000000 milijun milijuna milion miliona, 1000000000 milijarda milijarde milijardi',
    ]),
    and: wordSet('i'),
  },
  {
    adds: wordTable([
      '2 δύο δυο, 3 τρεις τρία τριών, 4 τέσσερις τέσσερα τεσσάρων, 5 πέντε, 6 έξι, 7 επτά εφτά, 8 οκτώ οχτώ, 9 εννέα εννιά',
      '10 δέκα, 11 έντεκα, 12 δώδεκα, 13 δεκατρία δεκατρείς, 14 δεκατέσσερα δεκατέσσερις, 15 δεκαπέντε, 16 δεκαέξι δεκάξι',
      '17 δεκαεπτά δεκαεφτά, 18 δεκαοκτώ δεκαοχτώ, 19 δεκαεννέα δεκαεννιά, 20 είκοσι, 30 τριάντα, 40 σαράντα, 50 πενήντα',
      '60 εξήντα, 70 εβδομήντα, 80 ογδόντα, 90 ενενήντα, 100 εκατό εκατόν, 200 διακόσια διακόσιοι διακόσιες',
      '300 τριακόσια τριακόσιοι τριακόσιες, 400 τετρακόσια τετρακόσιοι τετρακόσιες, 500 πεντακόσια πεντακόσιοι πεντακόσιες',
      '600 εξακόσια εξακόσιοι εξακόσιες, 700 επτακόσια επτακόσιοι εφτακόσια, 800 οκτακόσια οκτακόσιοι οχτακόσια',
      '900 εννιακόσια εννιακόσιοι εννιακόσιες',
    ]),
    times: wordTable([
      '1000 χίλια χίλιοι χίλιες χιλιάδες, 1000000 εκατομμύριο εκατομμύρια, 1000000000 δισεκατομμύριο δισεκατομμύρια',
    ]),
    and: wordSet('και'),
  },
];

/** Number words that are common words of another language: they count only next to another number. */
export const AMBIGUOUS_NUMBER_WORDS = wordSet('pet elf sept cent mille sto six');

/** A scale directly after digits: "50k", "1.2 mn". */
export const SUFFIXES = wordTable(['1000 k, 1000000 m, 1000000000 b']);

/** Vague amounts with their bounds. The bounds are wide: they must cover what a desk may mean. */
export const VAGUE_AMOUNTS: readonly (readonly [words: string, low: number, high: number])[] = [
  ['dozens', 24, 120],
  ['dutzende', 24, 120],
  ['dizaines', 20, 99],
  ['desetine', 20, 99],
  ['desetina', 20, 99],
  ['deseci', 20, 99],
  ['δεκάδες', 20, 99],
  ['hundreds', 200, 999],
  ['hunderte', 200, 999],
  ['hunderten', 200, 999],
  ['centaines', 200, 999],
  ['stotine', 200, 999],
  ['stotina', 200, 999],
  ['stotinama', 200, 999],
  ['εκατοντάδες', 200, 999],
  ['thousands', 2_000, 9_999],
  ['tausende', 2_000, 9_999],
  ['tausenden', 2_000, 9_999],
  ['milliers', 2_000, 9_999],
  ['handful', 2, 6],
  ['desetak', 8, 12],
  ['dizaine', 8, 12],
  ['douzaine', 12, 12],
  ['centaine', 80, 120],
  ['stotinjak', 80, 120],
];
/** Before a scale: "a few dozen", "several hundred", "mehrere hundert", "nekoliko stotina", "μερικές δεκάδες". */
export const VAGUE_MULTIPLIERS = wordSet(
  'few several some einige mehrere paar quelques plusieurs nekoliko par μερικές μερικοί μερικά αρκετές αρκετοί αρκετά λίγες λίγοι',
);
export const VAGUE_MULTIPLIERS_WITH_OF = wordTable([
  '12 dozen dozens dutzend, 100 hundred hundreds hundert, 1000 thousand thousands tausend hiljada tisuća χιλιάδες',
]);

export const ABOUT = wordSet(
  'about around approximately approx roughly some nearly almost circa ca estimated etwa ungefähr rund fast knapp oko otprilike',
  'približno gotovo skoro environ presque près περίπου σχεδόν γύρω',
);
export const OVER = wordSet(
  'over above mehr über više preko plus πάνω περισσότεροι περισσότερες περισσότερα exceeding',
);
export const UNDER = wordSet('under below fewer less weniger unter manje moins κάτω λιγότεροι λιγότερες λιγότερα');
export const THAN = wordSet('than als od de από');
export const PERCENT = wordSet('percent prozent posto odsto percentage pct');
export const CURRENCY: ReadonlyMap<string, string> = new Map([
  ...['€', 'euro', 'euros', 'eur', 'eura', 'evra', 'ευρω'].map((word) => [word, '€'] as const),
  ...['$', 'dollar', 'dollars', 'usd', 'dolara'].map((word) => [word, '$'] as const),
  ...['£', 'pound', 'pounds', 'gbp'].map((word) => [word, '£'] as const),
]);
