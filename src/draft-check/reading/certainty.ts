import type { Fact, Status } from '../../data/model/fact.ts';

/** Certainty of a sentence about its statement. */
export type Certainty = 'confirmed' | 'plain' | 'doubted' | 'withdrawn';

const CONFIRMED =
  /\b(?:(?:is|are|was|were|been|being|now|officially|independently)\s+confirmed|confirmed\s+(?:that|facts?)|have\s+confirmed|has\s+confirmed|confirm(?:s|ed)?\s+that|confirmed,|(?:is|was|are)\s+(?:certain|proven|proved|established|undisputed|beyond\s+doubt)|without\s+(?:a\s+)?doubt|undoubtedly|definitely|verified\s+that)\b/iu;
const DOUBTED =
  /\b(?:unclear|remains?\s+open|not\s+(?:clear|known|confirmed|verified|certain|established)|un(?:verified|confirmed)|rumou?rs?|rumou?red|allegedly|reportedly|supposedly|apparently|it\s+is\s+said|(?:is|are|was|were)\s+said\s+to|may\s+have|might\s+have|possibly|perhaps|cannot\s+be\s+(?:confirmed|verified)|tip|claims?\s+that|disputed|in\s+dispute)\b/iu;
const OPEN =
  /\b(?:unclear|remains?\s+open|not\s+(?:clear|known|confirmed|verified|certain|established)|cannot\s+be\s+(?:confirmed|verified)|unconfirmed|unverified)\b/iu;
const WITHDRAWN =
  /\b(?:retract(?:ed|ion)|withdrawn|withdrew|corrected|turned\s+out\s+(?:to\s+be\s+)?(?:false|wrong|untrue)|proved\s+(?:false|wrong)|not\s+true|untrue|wrongly|nobody\s+was|no\s+one\s+was|denied)\b/iu;

export function certaintyOf(text: string): Certainty {
  if (WITHDRAWN.test(text)) return 'withdrawn';
  if (DOUBTED.test(text)) return 'doubted';
  return CONFIRMED.test(text) ? 'confirmed' : 'plain';
}

/** The withdrawn or doubted statement: "the report of …". */
const HEARD = /\b(?:reports?|claims?|accounts?|rumou?rs?)\s+(?:of|that)\b/iu;

/** Words about certainty, already compared with the fact's status. */
export const certaintyPhrases = (text: string, { status, corrected }: Fact): { start: number; end: number }[] =>
  [
    ...(status === 'retracted' || corrected.length > 0 ? [WITHDRAWN, HEARD] : []),
    ...(status === 'reported' ? [] : [DOUBTED]),
    CONFIRMED,
  ].flatMap((words) => {
    const match = words.exec(text);
    // "Nobody was", "denied": these also describe the event.
    return match && !/nobody|no\s+one|denied/iu.test(match[0])
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [];
  });

/** Tells whether a sentence leaves its statement open. */
export const isVaguer = (text: string): boolean => OPEN.test(text);

/** "May strengthen" for "strengthened"; "could not cross" describes an event. */
const MAYBE =
  /\b(?:may|might|could)\s+(?!not\b|have\b|be\s+said\b)(?:\p{Ll}+ly\s+)?\p{Ll}{2,}|\b(?:may|might)\s+not\b/u;

/** Tells whether a sentence presents as possible what the base states. */
export const hedges = (text: string, { says, words = '', status }: Fact): boolean =>
  status !== 'unverified' && status !== 'retracted' && MAYBE.test(text) && !MAYBE.test(`${says} ${words}`);

/** Tells whether a sentence is more or less certain than the status allows. */
export function differsInCertainty(text: string, status: Status): boolean {
  const sure = certaintyOf(text);
  switch (status) {
    case 'retracted':
      return sure !== 'withdrawn';
    case 'unverified':
      return sure === 'plain' || sure === 'confirmed';
    case 'confirmed':
      return isVaguer(text);
    case 'reported':
    case 'attributed':
    case 'disputed':
      return sure === 'confirmed' || (isVaguer(text) && sure !== 'withdrawn');
  }
}
