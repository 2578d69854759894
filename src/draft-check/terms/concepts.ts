import { stemmer } from 'stemmer';
import { toEnglishConcept } from '../../search/analysis/glossary.ts';
import { infinitiveOf } from '../../search/analysis/irregular-verbs.ts';
import { wordSet } from '../../search/analysis/dates/tokens.ts';

/**
 * Forms of a word beyond its endings: other spellings, derived words, phrases. One concept a line.
 * A hyphen joins the words of a phrase. Synonyms come from the thesaurus.
 */
const SAME = [
  'north northern',
  'south southern',
  'east eastern',
  'west western',
  'centre center',
  'normalcy normality',
  'install installed instal installing',
  'leave leaves left go-away get-out',
  'killed dead died dies die death deaths shot-dead',
  'injured hurt wounded injury injuries wound wounds',
  'officer officers policeman policemen policewoman',
  'soldier soldiers troops troop',
  'election elections electoral vote voted votes voting voter voters poll polls',
  'hold held holds holding took-place takes-place take-place',
  'put-up set-up erected placed put',
  'intend intended intends planned plan plans want wants wanted wish wished aimed meant',
  'prime-minister premier',
  'town-hall town-halls city-hall city-halls',
  'noon midday',
  'flood flooded floods flooding under-water',
];

/** Contraries that the dictionary lacks: comparatives, derived words, phrases. */
const OPPOSITE = [
  'open opened reopened reopens reopen opening opens / closed shut close closure closes closed-off',
  'more larger bigger greater / fewer smaller less',
  'high higher raised raise taller / lower lowered',
  'late too-late / in-time early-enough on-time early came-early comes-early too-early',
  'accept accepted accepts / reject rejected rejects rejecting',
];

/** Words that negate what follows. The stems are those of `stem`. */
const NEGATORS = wordSet(
  'not never no none nobody neither nor without cannot refuse refused refuses refusing decline declined declines fail failed fails',
  'unable deny denied denies hardly nicht kein keine keinen nie ne nije nisu neće ni δεν μην δε pas',
);
export const isNegation = (key: string): boolean => NEGATORS.has(key) || key.endsWith("n't");

/** "recognise" and "recognize", "labour" and "labor" share a stem. */
const oneSpelling = (word: string): string =>
  word.length < 6
    ? word
    : word
        .replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1')
        .replace(/ys(e|es|ed|ing)$/, 'yz$1')
        .replace(/our(s|ed|ing)?$/, 'or$1');

/** Maps an inflected word to its stem; words in other scripts are cut to six letters, before their endings. */
export function stem(key: string): string {
  if (/^[a-z]+$/.test(key)) return stemmer(oneSpelling(infinitiveOf(key)));
  return /^\p{L}+$/u.test(key) ? key.slice(0, 6) : key;
}

export interface Concept {
  readonly name: string;
  /** The word is the contrary of the concept: "closed" for "open". */
  readonly contrary: boolean;
}

interface Phrase {
  readonly keys: readonly string[];
  readonly concept: Concept;
}

export interface Concepts {
  /** The concept of one word. */
  of(key: string): Concept;
  /** The longest phrase that begins at `at`, and the index after it. */
  phraseAt(keys: readonly string[], at: number): { readonly concept: Concept; readonly end: number } | null;
}

/** The concept of a phrase that another language writes as one word: Rathaus. */
function known(phrases: ReadonlyMap<string, readonly Phrase[]>, phrase: string): Concept | undefined {
  const keys = phrase.split('-');
  return keys.length < 2
    ? undefined
    : phrases.get(keys[0] ?? '')?.find((one) => one.keys.join('-') === phrase)?.concept;
}

export function makeConcepts(): Concepts {
  const words = new Map<string, Concept>();
  const phrases = new Map<string, Phrase[]>();
  const seen = new Map<string, Concept>();
  const enter = (entry: string, concept: Concept) => {
    const keys = entry.split('-');
    const [first = ''] = keys;
    if (keys.length === 1) {
      words.set(stem(first), concept);
      return;
    }
    const list = phrases.get(first) ?? [];
    list.push({ keys, concept });
    phrases.set(first, list);
  };
  for (const line of SAME) {
    const entries = line.split(' ');
    for (const entry of entries) enter(entry, { name: stem(entries[0] ?? ''), contrary: false });
  }
  for (const line of OPPOSITE) {
    const [plus = '', minus = ''] = line.split(' / ');
    const name = words.get(stem(plus.split(' ')[0] ?? ''))?.name ?? stem(plus.split(' ')[0] ?? '');
    for (const entry of plus.split(' ')) enter(entry, { name, contrary: false });
    for (const entry of minus.split(' ')) enter(entry, { name, contrary: true });
  }
  for (const list of phrases.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return {
    of(key) {
      const before = seen.get(key);
      if (before) return before;
      const root = stem(key);
      const english = words.has(root) ? null : toEnglishConcept(key);
      const bare = english === null ? root : english.includes('-') ? english : stem(english);
      const concept = words.get(bare) ?? known(phrases, bare) ?? { name: bare, contrary: false };
      seen.set(key, concept);
      return concept;
    },
    phraseAt(keys, at) {
      for (const { keys: wanted, concept } of phrases.get(keys[at] ?? '') ?? []) {
        if (wanted.every((key, i) => keys[at + i] === key)) return { concept, end: at + wanted.length };
      }
      return null;
    },
  };
}
