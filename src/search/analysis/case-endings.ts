/**
 * Endings of names and nouns in Serbian, Albanian, Greek, German and English, folded.
 * Examples: "u Zvečanu", "i Leposaviqit", "της Μιτρόβιτσας", "kosovski", "Serbiens".
 * Two words match if they share a stem.
 */
const ENDINGS = [
  'a e i o u n s t m r om em im am as es os is us on an en in et it ut un og ov ev ja ju je ar er ve ne se te ns',
  'ci ce ca jem jom ima ama ovi eve ova eva ove ovo evo ski ska sko ske ish vet jev ens isch skog skom skoj skih',
  'skim sker ovog ische ischen ischer isches jeva jevo',
]
  .flatMap((line) => line.split(' '))
  .toSorted((a, b) => b.length - a.length);

/** Shortest stem: "Albin" would be a form of "Alba". One more letter for an ending of one letter. */
const FEWEST = 4;

/** The stems of a typed word, without the word itself. */
export function stripCaseEndings(word: string): string[] {
  const stems: string[] = [];
  for (const ending of ENDINGS) {
    const left = word.length - ending.length;
    if (left >= (ending.length === 1 ? FEWEST + 1 : FEWEST) && word.endsWith(ending)) stems.push(word.slice(0, left));
  }
  return stems;
}

/** A name's word in the house form, with and without its last vowel. */
export function nominativeStems(word: string): string[] {
  const open = word.length > FEWEST && 'aeiou'.includes(word.charAt(word.length - 1));
  return open ? [word, word.slice(0, -1)] : [word];
}

/** Tells whether a typed word is another form of a name's word. The word itself is not. */
export function isInflectionOf(typed: string, word: string): boolean {
  if (typed === word) return false;
  const stems = nominativeStems(word);
  return stripCaseEndings(typed).some((stem) => stems.includes(stem));
}
