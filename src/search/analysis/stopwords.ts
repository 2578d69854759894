import { searchForm } from './folding.ts';
import type { Token } from './tokenizer.ts';

/** Words as typed; the set holds their folds. */
const set = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map(searchForm)).filter((word) => word !== ''));

/** Articles, prepositions and links: they join parts of a name or role and have no content. */
export const LINK_WORDS = set(
  'the a an of in at on for to from by with near and s',
  'i u na od za iz kod sa s o pri oko prema među tokom tijekom',
  'e i të te së se në ne nga për per me dhe prej mbi ndaj midis gjatë deri pranë rreth',
  'ο η το οι τα του της των τον την στο στη στην στον στους από για με και σε',
  'der die das den dem des ein eine einen einer von vom im in am an bei zu zum zur und aus für mit nach auf',
  'le la les l un une de du des d en à au aux dans sur pour et par chez avec',
  'vor gegen durch unter hinter neben zwischen seit bis ohne gegenüber wegen während um ins ans ab beim',
  'pred ispred iza nad ispod između kroz protiv zbog posle poslije nakon prije pre uz bez po',
  'kundër përpara jashtë nëpër τους τις στα στις πριν χωρίς μεταξύ κοντά έξω μπροστά',
  'sous depuis devant après selon contre auprès lors',
);

/** Interrogatives. */
const QUESTION_WORDS = set(
  'who whos whom whose what whats where wheres when why how many much',
  'ko tko sta što šta gde gdje kuda otkud kada kad zašto zasto kako koji koja koje kojeg kojem koga kome kim čiji čija čije koliko',
  'kush kë kujt çfarë cfare çka ku nga kur pse si cili cila cilët cilat sa',
  'ποιος ποια ποιο ποιοι ποιες ποιον ποιου τι πού που πότε γιατί πώς πως πόσοι πόσες πόσα πόσο',
  'wer wen wem wessen was wo woher wohin wann warum wieso weshalb wie welche welcher welches welchen wieviel viele viel',
  'qui que quoi qu où quand pourquoi comment quel quelle quels quelles lequel laquelle combien',
  'wozu wodurch wieviele kolika kolike kojoj kojim kojih kojima cilën cilit cilës ποιους lesquels lesquelles',
);

/** Auxiliaries, pronouns, politeness, "tell me about". */
export const QUESTION_STOPWORDS = set(
  'which is are were be been being am do does did done doing',
  'has have had having can could will would shall should may might must there here it its this that these those he she they',
  'him her them his their we us our you your me my i im any some please pls plz thanks thank',
  'hi hello hey about regarding concerning take takes took taking place occur occurs occurred',
  'ok so just also then than as if or but with no not',
  'let lets anything something everything someone anyone everyone somebody anybody everybody cheers kindly',
  'because due into onto during through among amid',
  'je su li jel bio bila bilo bili bile će bi da ne se molim hvala vas reci mi jer',
  'o ima nešto to ovaj ova ovo taj ta ti on ona oni',
  'është eshte janë jane ishte ishin kishte kanë u a po jo ju lutem faleminderit më trego ka',
  'είναι ήταν είχε είχαν έχουν θα παρακαλώ ευχαριστώ πες μου δείξε έχει δεν επειδή',
  'ist sind waren bitte danke sag sage mir über zeig hat haben hatte hatten wird werden wurde wurden worden es er sie weil',
  'mr mrs ms dr mister sir madam herr herrn frau monsieur madame mme gospodin gospodina gospođa gđa zoti zonja κος κύριος κυρία',
  'est sont était étaient été avait avaient merci svp moi sur dis il elle ils ce cette a ont y se parce',
  'ihr ihre ihrem ihren ihrer sein seinem seinen seiner ich wir uns hier dort diese dieser dieses diesem diesen',
  'kein keine keinen keiner nicht nur auch noch schon als laut dass sich wenn etwas jemand statt stattgefunden stattfinden fand fanden',
  'kann können konnte konnten soll sollen sollte sollten muss müssen musste darf dürfen',
  'jesu nisu nije ćemo biti ih njih njihov njihova njihove njegov njegova njegove svoj svoja svoje svojoj svom svojim',
  'kao ili nego samo još već neko netko ako treba trebaju trebalo mora moraju može mogu',
  'nuk që këto këta këtë tij saj ata ato edhe ose vetëm sepse duhet bëri bënë bëjnë qenë',
  'ένα ένας όχι ότι όταν αλλά αυτό αυτή αυτοί αυτός ήδη ακόμα πρέπει μπορεί μπορούν έκανε έκαναν κάνει κάνουν',
  'leur leurs ses ces cet comme elles lui eux aussi seulement fait lieu aller doit doivent peut peuvent pouvait',
);

/**
 * Words that ask ("give me", "what happened", "latest news") or have content ("give in").
 * Facts are searched for them if the index has them; otherwise they don't count as missing.
 */
export const AMBIGUOUS_STOPWORDS = set(
  'tell show give find know need want happen happened happens happening going go get got latest news info information details',
  'state status situation condition role job function opinion view think thinks start starts started begin update name named called look search explain describe long far often say number',
  'desilo desila dogodilo dogodila događa dešava zbilo vijesti vesti',
  'macht machen tut tun geschah geschehen geschieht passiert passierte ereignete nachrichten',
  'έγινε έγιναν γίνεται συνέβη συνέβησαν συμβαίνει νέα',
  'ndodhi ndodhur ndodh lajme',
  'passé passe passait arrivé arrive nouvelles',
  // "Declare" has content in English: "declare independence".
  'déclaré déclare',
);

/** Reporting verbs: with a name they ask for that person's statements. */
const SAYING = set(
  'say says said saying tell tells told quote quotes statement words claim claims claimed',
  'kaže kaze rekao rekla rekli kazao kazala izjavio izjavila izjavili poručio poručila izjava',
  'thotë tha thanë deklaroi deklaratë είπε λέει είπαν δήλωσε δήλωσαν δήλωση',
  'sagt sagte sagten gesagt erklärte dit déclaration',
);
export const isReportingVerb = (word: string): boolean => SAYING.has(word);

/** Tells whether a word never has content. */
export const isStopword = (word: string): boolean => SILENT.has(word);
const SILENT = QUESTION_WORDS.union(LINK_WORDS).union(QUESTION_STOPWORDS);

/** Tells whether a word is a stopword with two letters transposed: "teh", "taht". */
export const isTransposedStopword = (word: string): boolean => SWAPPED.has(word);
const SWAPPED = new Set(
  [...SILENT]
    .filter(({ length }) => length > 2)
    .flatMap((word) =>
      Array.from(
        { length: word.length - 1 },
        (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
      ),
    ),
).difference(SILENT);

/** Interrogatives: a fact that contains them is no better answer. */
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word);

/** Words that ask when, and the words beside them that mark the future. */
const AHEAD: readonly (readonly [when: ReadonlySet<string>, will: ReadonlySet<string>])[] = [
  [set('when'), set('will going')],
  [set('wann'), set('wird werden')],
  [set('kada kad'), set('će ćemo hoće')],
  [set('πότε'), set('θα')],
  [set('kur'), set('do')],
];

/** Tells whether a question asks if or when something will happen: past events are no answer. */
export function asksAboutFuture(words: readonly Pick<Token, 'folds'>[]): boolean {
  const has = (some: ReadonlySet<string>): boolean => words.some(({ folds: [word = ''] }) => some.has(word));
  const [first = ''] = words[0]?.folds ?? [];
  return BEGINS_AHEAD.has(first) || AHEAD.some(([when, will]) => has(when) && has(will));
}
const BEGINS_AHEAD = set('will wird werden θα');

/**
 * Tells whether context makes a word a stopword: "wann war", "wessen Idee war", and the "pas" after a "ne".
 * Elsewhere the same letters may be English "war" or Serbian "pas" (dog).
 */
export const isStopwordAfter = (words: readonly Pick<Token, 'folds'>[], at: number): boolean => {
  const [word = ''] = words[at]?.folds ?? [];
  const opening = word === 'war' ? GERMAN_ASKING : word === 'pas' ? FRENCH_NOT : null;
  return opening !== null && words.slice(0, at).some(({ folds: [before = ''] }) => opening.has(before));
};
const GERMAN_ASKING = set('wer wen wem wessen wo woher wann warum wieso weshalb wie');
const FRENCH_NOT = set('ne n');

/** Tells whether a word is no part of a name unless the name contains it. */
export const isStopwordInName = (word: string): boolean => FILLERS.has(word);

/** "UN", "MoI": two capitals mark an abbreviation, not an article or pronoun. */
const ABBREVIATION = /\p{Lu}.*\p{Lu}/u;

/** Tells whether no word has a lower-case letter: capitals then mean nothing. So do those of caseless scripts. */
const shouts = (words: readonly Pick<Token, 'raw'>[]): boolean => !words.some(({ raw }) => /\p{Ll}/u.test(raw));

/** Tells which words are abbreviations, whatever they fold to: "ΜΜΕ" is not the French "Mme". */
export function abbreviationsIn(words: readonly Pick<Token, 'raw'>[]): (word: Pick<Token, 'raw'>) => boolean {
  const loud = shouts(words);
  return ({ raw }) => !loud && ABBREVIATION.test(raw);
}

export function withoutStopwords<One extends Pick<Token, 'raw' | 'folds'>>(words: readonly One[]): One[] {
  const fills = ({ folds: [fold = ''] }: One): boolean => isStopwordInName(fold);
  if (!words.some(fills)) return [...words];
  const isShort = abbreviationsIn(words);
  return words.filter((word) => isShort(word) || !fills(word));
}
const FILLERS = SILENT.union(AMBIGUOUS_STOPWORDS);
