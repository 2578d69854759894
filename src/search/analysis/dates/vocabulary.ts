import { wordTable, wordSet } from './tokens.ts';

/**
 * Date words of English, German, French, Croatian, Serbian (both scripts: Cyrillic is read as Latin), Greek and Albanian.
 * They include the case forms used in dates. All languages are read at once.
 */
export const MONTHS = wordTable([
  '1 january jan, 2 february feb, 3 march mar, 4 april apr, 5 may, 6 june jun, 7 july jul, 8 august aug',
  '9 september sept sep, 10 october oct, 11 november nov, 12 december dec',
  '1 januar jänner jaenner, 2 februar feber, 3 märz maerz mär, 5 mai, 6 juni, 7 juli, 10 oktober okt, 12 dezember dez',
  '1 janvier janv, 2 février févr, 3 mars, 4 avril avr, 6 juin, 7 juillet juil, 8 août, 9 septembre, 10 octobre',
  '11 novembre, 12 décembre déc',
  '1 siječanj siječnja siječnju, 2 veljača veljače veljači veljaču, 3 ožujak ožujka ožujku, 4 travanj travnja travnju',
  '5 svibanj svibnja svibnju, 6 lipanj lipnja lipnju, 7 srpanj srpnja srpnju, 8 kolovoz kolovoza kolovozu',
  '9 rujan rujna rujnu, 10 listopad listopada listopadu, 11 studeni studenog studenoga studenom',
  '12 prosinac prosinca prosincu',
  '1 januara januaru, 2 februara februaru, 3 mart marta martu, 4 aprila aprilu, 5 maj maja maju, 6 juna junu',
  '7 jula julu, 8 avgust avgusta avgustu avg, 9 septembar septembra septembru, 10 oktobar oktobra oktobru',
  '11 novembar novembra novembru, 12 decembar decembra decembru',
  '1 Ιανουάριος Ιανουαρίου Ιανουάριο Γενάρης Γενάρη Ιαν, 2 Φεβρουάριος Φεβρουαρίου Φεβρουάριο Φλεβάρης Φλεβάρη Φεβ',
  '3 Μάρτιος Μαρτίου Μάρτιο Μάρτης Μάρτη Μαρ, 4 Απρίλιος Απριλίου Απρίλιο Απρίλης Απρίλη Απρ',
  '5 Μάιος Μαΐου Μάιο Μάης Μάη, 6 Ιούνιος Ιουνίου Ιούνιο Ιούνης Ιούνη Ιουν',
  '7 Ιούλιος Ιουλίου Ιούλιο Ιούλης Ιούλη Ιουλ, 8 Αύγουστος Αυγούστου Αύγουστο Αυγ',
  '9 Σεπτέμβριος Σεπτεμβρίου Σεπτέμβριο Σεπτέμβρης Σεπτέμβρη Σεπ, 10 Οκτώβριος Οκτωβρίου Οκτώβριο Οκτώβρης Οκτώβρη Οκτ',
  '11 Νοέμβριος Νοεμβρίου Νοέμβριο Νοέμβρης Νοέμβρη Νοε, 12 Δεκέμβριος Δεκεμβρίου Δεκέμβριο Δεκέμβρης Δεκέμβρη Δεκ',
  '1 janar janarit, 2 shkurt shkurtit, 3 marsit, 4 prill prillit, 5 majit, 6 qershor qershorit, 7 korrik korrikut',
  '8 gusht gushtit, 9 shtator shtatorit, 10 tetor tetorit, 11 nëntor nëntorit, 12 dhjetor dhjetorit',
]);

/** 1 is Monday, 7 Sunday, as in ISO 8601. */
export const WEEKDAYS = wordTable([
  '1 monday mon, 2 tuesday tues tue, 3 wednesday wed, 4 thursday thurs thur thu, 5 friday fri, 6 saturday sat, 7 sunday sun',
  '1 montag, 2 dienstag, 3 mittwoch, 4 donnerstag, 5 freitag, 6 samstag sonnabend, 7 sonntag',
  '1 lundi, 2 mardi, 3 mercredi, 4 jeudi, 5 vendredi, 6 samedi, 7 dimanche',
  '1 ponedjeljak ponedjeljka ponedjeljkom ponedeljak ponedeljka ponedeljkom, 2 utorak utorka utorkom',
  '3 srijeda srijede srijedu srijedom sreda srede sredu sredom, 4 četvrtak četvrtka četvrtkom, 5 petak petka petkom',
  '6 subota subote subotu subotom, 7 nedjelja nedjelje nedjelju nedjeljom nedelja nedelje nedelju nedeljom',
  '1 Δευτέρα Δευτέρας, 2 Τρίτη Τρίτης, 3 Τετάρτη Τετάρτης, 4 Πέμπτη Πέμπτης, 5 Παρασκευή Παρασκευής',
  '6 Σάββατο Σαββάτου, 7 Κυριακή Κυριακής',
  '1 hënë hënën, 2 martë martën, 3 mërkurë mërkurën, 4 enjte enjten, 5 premte premten, 6 shtunë shtunën, 7 diel dielën',
]);

/**
 * Words that usually mean something else: a verb, a demonstration, a newspaper, an ordinal.
 * They are dates only beside a number, after a word of time, or alone.
 */
export const AMBIGUOUS_DATE_WORDS = wordSet(
  'may march mar mars mai maj marte jan dec mon sat sun wed fri thu tue sep aug nov oct jul jun avg diel',
  'δευτερα τριτη τεταρτη πεμπτη τριτης τεταρτης πεμπτης δευτερας μαρ',
);

/** After "20 may" these mark "may" as a verb. */
export const VERB_AFTER_MAY = wordSet('have be not also still never yet well already get go come need want take only');

export const ARTICLES = wordSet('the der den dem des die das le la les l un ο η το την τη τον της του τις τους te e');
export const OF = wordSet('of de du des του of');

/** Dropped with the date after them: they add nothing. */
export const AT = wordSet(
  'on in at during of am im an in vom u na dana dne tokom tijekom le en au du ce pendant σε στις στην στη στον στο κατά',
  'me më në',
);
export const ABOUT = wordSet('about around circa ca um gegen oko vers environ περίπου γύρω');
export const SINCE = wordSet('since from seit von ab od depuis από starting');
export const UNTIL = wordSet("until till til by through to bis do jusqu jusqu'au jusqu'à au à μέχρι έως ως deri");
export const BEFORE = wordSet('before vor prije pre avant πριν para');
export const AFTER = wordSet('after nach nakon poslije posle après μετά pas');
export const BETWEEN = wordSet('between zwischen između entre μεταξύ ανάμεσα');
export const AND = wordSet('and und i et και & dhe');

export const LAST = wordSet(
  'last past previous letzte letzten letzter letztes letztem vergangene vergangenen vergangenes vorige vorigen voriges',
  'prošli prošla prošle prošlog prošlu prošlih prošloga prethodnih posljednja posljednjih poslednja poslednje poslednjih',
  'zadnja zadnji zadnjih dernier dernière derniers dernières passé passée περασμένη περασμένο περασμένος περασμένες',
  'τελευταία τελευταίες τελευταίους τελευταίο προηγούμενη προηγούμενο προηγούμενες',
);
export const THIS = wordSet(
  'this diese diesen dieser dieses diesem ovaj ova ove ovog ovoga ovu ovih ce cet cette αυτή αυτήν αυτό αυτόν αυτός',
);
export const NEXT = wordSet(
  'next coming nächste nächsten nächster nächstes kommende kommenden kommendes sljedeći sljedeće sljedeću sljedećeg',
  'sledeći sledeće sledeću sledećeg iduće idući idućeg prochain prochaine επόμενη επόμενο επόμενος προσεχή',
);

/** 1 day, 7 week, 30 month, 365 year, 0 hour. */
export const CALENDAR_UNITS = wordTable([
  '0 hours hour hrs stunden sati sata časova heures ώρες',
  '1 day days tag tage tagen dan dana dane jour jours ημέρα ημέρες μέρα μέρες dite',
  '7 week weeks woche wochen tjedan tjedna tjedana tjedni sedmica sedmice sedmicu semaine semaines εβδομάδα εβδομάδες javë',
  '14 fortnight fortnights',
  '30 month months monat monate monaten monats mjesec mjeseca mjeseci mesec meseca meseci mois μήνας μήνα μήνες muaj',
  '365 year years jahr jahre jahren jahres godina godine godinu godini année années an ans χρόνος χρόνο χρόνια έτος vit',
  '2 weekend wochenende vikend vikenda σαββατοκύριακο',
]);
/** Serbian has one word for "week" and "Sunday": after "last" or "this" it is the week. */
export const WEEK_OR_SUNDAY = wordSet('nedelja nedelje nedelju');
export const AGO = wordSet('ago πριν zuvor ranije');

/** 1 the first ten days, 2 the middle, 3 the rest. */
export const MONTH_PARTS = wordTable([
  '1 beginning start early anfang početkom početak početka αρχές αρχή début, 2 mid middle mitte sredinom sredina μέσα mi',
  '3 end late ende krajem kraj τέλη τέλος fin',
]);

/** Days from today, by phrase. Hyphens in the query are ignored. */
export const RELATIVE: readonly (readonly [days: number, phrases: readonly string[]])[] = [
  [
    0,
    ['today', 'this morning', 'this afternoon', 'this evening', 'tonight', 'earlier today', 'later today', 'right now'],
  ],
  [0, ['heute', 'heute morgen', 'heute früh', 'heute abend', 'heute nacht', 'heute nachmittag', 'heute mittag']],
  [0, ['danas', 'jutros', 'večeras', 'danas popodne', 'danas ujutro']],
  [0, ['σήμερα', 'σήμερα το πρωί', 'σήμερα το απόγευμα', 'σήμερα το μεσημέρι', 'απόψε', 'sot']],
  [0, ["aujourd'hui", 'ce matin', 'ce soir', 'cet après midi', 'cette nuit']],
  [-1, ['yesterday', 'last night', 'last evening', 'yesterday evening', 'yesterday morning', 'yesterday afternoon']],
  [-1, ['gestern', 'gestern abend', 'gestern früh', 'gestern morgen', 'gestern nachmittag', 'letzte nacht']],
  [-1, ['jučer', 'juče', 'sinoć', 'noćas', 'jučer ujutro', 'juče ujutru', 'jučer navečer', 'juče uveče']],
  [-1, ['χθες', 'χτες', 'εχθές', 'χθες το βράδυ', 'χτες το βράδυ', 'χθες βράδυ', 'χθες το πρωί', 'dje']],
  [-1, ['hier', 'hier soir', 'hier matin', 'la nuit dernière']],
  [
    -2,
    ['day before yesterday', 'the day before yesterday', 'vorgestern', 'prekjučer', 'prekjuče', 'προχθές', 'προχτές'],
  ],
  [-2, ['avant hier', 'pardje']],
  [
    1,
    [
      'tomorrow',
      'tomorrow morning',
      'sutra',
      'αύριο',
      'demain',
      'nesër',
      'morgen früh',
      'morgen abend',
      'tomorrow night',
    ],
  ],
  [2, ['day after tomorrow', 'the day after tomorrow', 'übermorgen', 'prekosutra', 'μεθαύριο', 'après demain']],
];

/** A part of the day that may follow a weekday: "Monday morning", "Montag früh", "la lundi matin". */
export const PARTS_OF_DAY = wordSet(
  'morning afternoon evening night noon früh abend nachmittag vormittag mittag nacht ujutro ujutru navečer uveče popodne',
  'matin soir midi πρωί βράδυ απόγευμα μεσημέρι',
);

export const ORDINAL_WORDS = wordTable([
  '1 first, 2 second, 3 third, 4 fourth, 5 fifth, 6 sixth, 7 seventh, 8 eighth, 9 ninth, 10 tenth, 11 eleventh',
  '12 twelfth, 13 thirteenth, 14 fourteenth, 15 fifteenth, 16 sixteenth, 17 seventeenth, 18 eighteenth, 19 nineteenth',
  '20 twentieth, 30 thirtieth, 1 ersten erster premier prvi prvog prvoga πρώτη πρώτης',
]);
/** Endings directly after the digits of a day: 1st, 2nd, 1er, 1η. */
export const ORDINAL_ENDINGS = wordSet('st nd rd th er ère re e ης η os os og oga ti');
