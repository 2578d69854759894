/** English verbs with an irregular past: the plain form, then the others. */
const VERBS =
  'come came, go went gone, stand stood, speak spoke spoken, take took taken, give gave given, make made, see saw seen, ' +
  'keep kept, send sent, bring brought, meet met, run ran, rise rose risen, fall fell fallen, draw drew drawn, ' +
  'drive drove driven, write wrote written, wear wore worn, shoot shot, sink sank sunk, begin began begun, find found, ' +
  'lose lost, win won, know knew known, think thought, choose chose chosen, lead led, throw threw thrown, ' +
  'break broke broken, hold held, leave left, steal stole stolen, tear tore torn, flee fled, fight fought, build built, ' +
  'buy bought, sell sold, feel felt, sit sat, swear swore sworn, strike struck, beat beaten, hide hid hidden';

const FORMS: readonly (readonly [string, ...string[]])[] = VERBS.split(', ').map((verb) => {
  const [plain = '', ...others] = verb.split(' ');
  return [plain, ...others];
});

const PLAIN: ReadonlyMap<string, string> = new Map(
  FORMS.flatMap(([plain, ...others]) => others.map((other) => [other, plain] as const)),
);
const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  FORMS.flatMap((forms) => forms.map((form) => [form, forms.filter((other) => other !== form)] as const)),
);

/** "rose" → "rise"; returns any other word unchanged. */
export const infinitiveOf = (word: string): string => PLAIN.get(word) ?? word;

/** The other forms of a verb: "rise" → "rose", "risen". */
export const inflectionsOf = (word: string): readonly string[] => OTHERS.get(word) ?? [];
