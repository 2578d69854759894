import { stemmer } from 'stemmer';
import { toEnglishConcept } from '../../search/analysis/glossary.ts';
import { infinitiveOf } from '../../search/analysis/irregular-verbs.ts';
import { wordSet } from '../../search/analysis/dates/tokens.ts';

/**
 * Words that a report may put for one another, one line a concept; a hyphen joins the words of a phrase. They bridge a
 * draft and a fact that say the same in other words. What belongs to one fact alone stands in its `asks`.
 */
const SAME = [
  'injured hurt wounded injury injuries wound wounds',
  'killed dead died dies die death deaths slain shot-dead',
  'attacked attack attacks assault assaulted assaults beaten ambushed',
  'threw thrown throw throwing hurled hurl hurling pelted pelt lobbed flung',
  'stones stone rocks rock stoned stone-throwing',
  'police-car police-cars police-vehicle police-vehicles patrol-car patrol-cars squad-cars',
  'car cars vehicle vehicles',
  'broken broke smashed shattered break smash',
  'officer officers policeman policemen policewoman',
  'soldier soldiers troops troop',
  'guard guards guarding guarded protect protecting protects protected secure secured securing stand-guard standing-guard stands-guard',
  'surrounded surrounds surround encircled ringed surrounding',
  'placed put erected set-up',
  'install installed appoint appointed installing instal',
  'gathered gather gathering assembled assemble assembly',
  'protest protests protested protesting protesters protestors protester demonstrate demonstrated demonstration demonstrations demonstrators demonstrator rally rallied demo marchers',
  'chanted chant chanting chants shouted slogan',
  'intended intend intends planned plan plans want wants wanted wish wished aimed meant',
  'blocked block blocking barred bar prevented sealed',
  'town-hall town-halls city-hall city-halls municipal-building municipality-building',
  'elections election vote voted votes polls ballot voting voters voter poll',
  'turnout participation',
  'results result outcome',
  'accept accepted accepts recognise recognised recognize recognized recognises recognition acknowledge acknowledged',
  'strengthen strengthened reinforce reinforced beef-up beefed-up beef boost boosted reinforcements bolster bolstered',
  'sparked spark triggered trigger caused cause led-to provoked',
  'violence unrest clashes riots violent',
  'decision move step',
  'region area',
  'north northern',
  'south southern',
  'east eastern',
  'west western',
  'deployed deploy stationed positioned deployment',
  'roads road streets street road-axes',
  'request requested requests asked-for',
  'normalcy normality',
  'centre center',
  'noon midday',
  'home homes',
  'flooded flood floods flooding inundated inundation under-water submerged water-stood stood-under-water',
  'hold held holds holding took-place takes-place take-place',
  'back-down backs-down backed-down backing-down give-in gives-in gave-in',
  'boats boat vessels vessel ships ship',
  'torn tore broke-loose adrift tear tears broken-loose',
  'evacuated evacuate evacuees evacuee evacuation displaced had-to-leave-their-homes left-their-homes had-to-leave leave-their-homes',
  'cellar cellars basement',
  'took-in taken-in took-them-in housed sheltered shelter takes-in',
  'built constructed dates-from erected-in',
  'warning alarm alert warnings',
  'sluice floodgate lock-gate',
  'kosovar kosovan kosovo',
  'serb serbs serbian serbians',
  'albanian albanians',
  'journalist journalists reporter reporters correspondent',
  'force forces',
  'leave leaves left go-away get-out',
  'party parties',
  'biggest largest',
  'premier prime-minister',
];

/** Pairs that exclude each other: the second is the first with its sense turned round. */
const OPPOSITE = [
  'open opened reopened reopens opening opens / closed shut close closure closes closed-off',
  'more larger bigger greater grew / fewer smaller less shrank shrunk',
  'high higher raised raise heightened taller / lower lowered',
  'late too-late / in-time early-enough on-time came-early comes-early too-early',
  'accept / reject rejected rejects rejecting refuse-to-recognise',
  'present / absent',
  'home homes / office offices',
  'related relation / unrelated',
];

/** They turn the sense of what follows. The stems are those of `stem`. */
const NEGATORS = wordSet(
  'not never no none nobody neither nor without cannot refuse refused refuses refusing decline declined declines fail failed fails',
  'unable deny denied denies hardly nicht kein keine keinen nie ne nije nisu neće ni δεν μην δε pas',
);
export const isNegation = (key: string): boolean => NEGATORS.has(key) || key.endsWith("n't");

/** Inflected word to its stem; other scripts than Latin are cut to six letters, which their endings lie behind. */
export function stem(key: string): string {
  if (/^[a-z]+$/.test(key)) return stemmer(infinitiveOf(key));
  return /^\p{L}+$/u.test(key) ? key.slice(0, 6) : key;
}

export interface Concept {
  readonly name: string;
  /** The word says the contrary of the concept: "closed" of "open". */
  readonly contrary: boolean;
}

interface Phrase {
  readonly keys: readonly string[];
  readonly concept: Concept;
}

export interface Concepts {
  /** The concept of one word. */
  of(key: string): Concept;
  /** The longest phrase that begins at `at`, and the index behind it. */
  phraseAt(keys: readonly string[], at: number): { readonly concept: Concept; readonly end: number } | null;
}

/** The concept of a phrase that is written as one word in another language: Rathaus. */
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
