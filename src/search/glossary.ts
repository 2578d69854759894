import { fold } from './fold.ts';
import { plain } from './when/tokens.ts';

/**
 * Words of German, Serbian and Croatian, Greek, Albanian and French by the English word of the concept. Only beginnings
 * stand here, since endings vary: a draft or a question in another language is held to names, numbers, dates and these.
 */
const BEGINNINGS: readonly (readonly [english: string, words: string])[] = [
  ['injured', 'verletz verwundet povrijeden povređen ranjen τραυματ plagos blessé'],
  ['killed', 'getötet tötete ubijen poginu σκοτωθ νεκρ'],
  ['attacked', 'angegriffen angriff überfall napad επιθεσ επιτεθ επιθέσ δέχθηκαν sulmua sulmuan attaqu agress'],
  ['officer', 'polizist polizeibeamt policaj αστυνομικ policier'],
  ['police', 'polizei policij αστυνομί'],
  ['stone', 'steine steinen kamen kamenic πέτρ gurë gurët pierre'],
  ['masked', 'maskiert vermummt maskiran μασκοφόρ κουκουλοφόρ maskuar masqué'],
  ['soldier', 'soldat vojnik vojnic στρατιώτ στρατιωτ ushtar'],
  ['guard', 'bewach bewacht čuva čuvaj φρουρ φυλά'],
  ['town-hall', 'rathaus rathäus opštin vijećnic δημαρχεί mairie'],
  ['mayor', 'bürgermeister gradonačelnik δήμαρχ δημάρχ kryetar'],
  ['office', 'büro amtszimmer kancelarij ured γραφεί'],
  ['barbed', 'stacheldraht bodljikav συρματόπλεγμα συρματοπλέγμ gjemba barbelé'],
  ['elections', 'wahl kommunalwahl gemeindewahl izbor εκλογ zgjedhje élection'],
  ['turnout', 'wahlbeteiligung beteiligung izlaznost odziv συμμετοχ pjesëmarrj'],
  ['results', 'ergebnis rezultat αποτελέσμα αποτέλεσμα résultat'],
  ['accept', 'anerkenn erkennen akzeptier prizna prihvat αναγνωρίζ αναγνωρι αποδέχ δέχοντ'],
  ['independence', 'unabhängigkeit nezavisnost ανεξαρτησί pavarësi indépendance'],
  ['capital', 'hauptstadt glavni-grad prestonic prijestolnic πρωτεύουσ kryeqytet'],
  ['protest', 'demonstr protest prosvjed διαδήλω διαδηλω protestues manifestant manifestation'],
  ['gathered', 'versammel okupil okupljen skup συγκεντρώ συγκεντρω'],
  ['bridge', 'brücke most mosta mostu γέφυρ'],
  ['flags', 'fahne flagge zastav σημαί flamur drapeau'],
  ['blocked', 'blockier versperr blokira απέκλεισ εμπόδισ μπλόκαρ bllok bloqu'],
  ['windows', 'fenster scheibe prozor stakl παράθυρ τζάμι fenêtre dritare'],
  ['broken', 'zerbroch eingeschlag zerschlag razbij razbijen polomljen έσπασ σπάσ'],
  ['home', 'zuhause homeoffice kuće kućama σπίτι'],
  ['work', 'arbeit radi rade raditi εργάζ δουλεύ'],
  ['violence', 'gewalt nasilj βία βίας dhunë'],
  ['forces', 'kräfte truppen snage snaga δυνάμε δυνάμει'],
  ['strengthen', 'verstärk pojača ojača ενίσχυ ενισχύ'],
  ['back-down', 'nachgeb zurückweich nachgibt odusta popusti υποχωρ'],
  ['leave', 'verlass napust εγκαταλεί φύγουν'],
  ['represent', 'vertret predstavlja zastupa εκπροσωπ'],
  ['live', 'leben lebt wohn živi žive ζουν ζει'],
  ['residents', 'bewohner einwohner stanovni κάτοικ κατοίκ banor'],
  ['serbs', 'serben srbi srbin srba srbima σέρβο σέρβω'],
  ['albanians', 'albaner albanac albanci albanaca αλβανο αλβανώ shqiptar albanais'],
  ['party', 'partei strank partij κόμμα'],
  ['flooded', 'überflut überschwemm poplav πλημμύρ πλημμυρ'],
  ['boats', 'boote boot brod čam σκάφ βάρκ'],
  ['wall', 'mauer zid τείχ'],
  ['warning', 'warnung upozorenj προειδοποί'],
  ['closed', 'gesperrt geschlossen zatvoren κλειστ έκλεισ'],
  ['opened', 'geöffnet wiedereröffnet otvoren άνοιξ ανοιχτ'],
  ['people', 'menschen leute ljudi osoba άνθρωπ άτομα'],
  ['cellar', 'keller podrum υπόγει'],
];

const byBeginning = BEGINNINGS.flatMap(([english, words]) =>
  words.split(' ').map((word) => ({ english, start: plain(word) })),
)
  .filter(({ start }) => !start.includes('-'))
  .toSorted((a, b) => b.start.length - a.start.length);
const byFirst = Map.groupBy(byBeginning, ({ start }) => start.charAt(0));

/** The English word for a word of another language, or null. */
export function translated(key: string): string | null {
  return (
    byFirst
      .get(key.charAt(0))
      ?.find(({ start }) =>
        start.length < 5 ? key === start || (start.length === 4 && key.startsWith(start)) : key.startsWith(start),
      )?.english ?? null
  );
}

/** So few letters begin words of English too: "most" is a bridge in Serbian. */
const FEWEST = 5;
const byFold = Map.groupBy(
  BEGINNINGS.flatMap(([english, words]) => words.split(' ').map((word) => ({ english, start: fold(word) })))
    .filter(({ start }) => start.length >= FEWEST)
    .toSorted((a, b) => b.start.length - a.start.length),
  ({ start }) => start.charAt(0),
);

/** The same for a folded word of a question: one or two English words, or null. */
export const englishFor = (folded: string): readonly string[] | null =>
  byFold
    .get(folded.charAt(0))
    ?.find(({ start }) => folded.startsWith(start))
    ?.english.split('-') ?? null;

const ENGLISH = /\b(?:the|of|and|to|by|on|at|with|for|an?|said|says|were|has|have|is|are|will|should)\b/iu;
const OTHER =
  /\b(?:der|die|das|den|dem|und|im|am|ist|wurde|wurden|nicht|sind|von|je|su|se|da|na|bila|bio|od|za|nije|nisu)\b/iu;

/** A sentence in another language than English: a capital letter then marks other words than names. */
export const isForeign = (text: string): boolean =>
  /[\p{Script=Greek}\p{Script=Cyrillic}]{3}/u.test(text) || (!ENGLISH.test(text) && OTHER.test(text));
