import { tokens, type DateToken, wordSet } from '../../search/analysis/dates/tokens.ts';
import { isNegation, type Concepts } from './concepts.ts';

/** A word of a text for comparison: its concept, and whether the text denies it. */
export interface Term {
  readonly key: string;
  readonly raw: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly concept: string;
  /** A content word: no article, preposition, auxiliary, number or sign. */
  readonly content: boolean;
  /** Denied, or expressed by its contrary: "not open", "closed". */
  readonly denied: boolean;
  /** The first word after the negation, or the contrary itself: a difference in sense shows here. */
  readonly struck: boolean;
  readonly capital: boolean;
  readonly sign: boolean;
}

const EMPTY = wordSet(
  'the a an of in on at to from by with for and or but as that which who whom whose this these those it its he she they them',
  'his her their him we us our you your i my me is are was were be been being am has have had having do does did doing will would',
  'shall should can could may might must there here when where while after before since until during into onto over under near',
  'outside inside around about between among also again only just however very so too than then still already yet even such both',
  'each every any some other others another all most what how why if because although though whether not no nor neither',
  'according earlier later today yesterday tomorrow tonight ago last this next morning afternoon evening night early late mr mrs ms',
  'said says say saying told tells tell added adds asked asks ask out up off down per cent percent same own own one ones s t reported reports announced stated explained insisted insists complained criticised claimed replied wrote tweeted noted argued',
  'counted counts saw witnessed confirmed confirms soon quickly finally eventually recently meanwhile thus therefore instead indeed',
  'der die das den dem des ein eine einen und oder von zu im am ist sind war waren hat haben wurde wurden bei mit nach vor',
  'wird werden es er sie dass sagte teilte rund etwa nur lag bei seinem seiner ihrer auch bio bila bilo bili samo rekao rekla kazao',
  'izjavio njihov ότι ήταν μόλις δήλωσε είπε ανέφερε τον την στις στους κατά',
  'je su u na i od do za sa se da li koji koja koje the ο η το οι τα του της των στο στη στην στον και με από για σε που να θα',
);

export const tellsNothing = (key: string): boolean => EMPTY.has(key);

/** "did not stay dry": the negation reaches "dry". */
const PASSING = wordSet(
  'stay stays stayed remain remains remained become became get got seem seemed keep kept come came go went',
);

/** Words that begin a new statement if verbs are on both sides. */
const JOINS = wordSet('and while where which who when after as because but whereas although though before since if');
const VERBS = wordSet(
  'is are was were has have had will would do does did can could be been said says told threw held took came put tore left wants',
  'live lives consider guard guards reject connects stood stand stands spoke broke lost went gave began saw made wore dates sank',
  'work works refuse refuses chanted demonstrated gathered flooded blocked stayed closed opened speaks puts built surrounds sparked',
);

/** "No police officers were injured": the negation covers the whole clause, not only the next word. */
const DETERMINING = wordSet('no none nobody kein keine keinen');

const boundary = (token: DateToken) => token.kind === 'sign' && /[,;:–—()“”"«»„]/.test(token.raw);

/** Words of a text with their concepts; phrases such as "town hall" are one term. `hidden` positions are skipped. */
export function readTerms(text: string, concepts: Concepts, hidden: (start: number) => boolean = () => false): Term[] {
  const list = tokens(text).filter(({ start }) => !hidden(start));
  const keys = list.map(({ key }) => key);
  const found: Term[] = [];
  let flips = 0;
  let reach = 0;
  let fresh = false;
  let whole = false;
  for (let at = 0; at < list.length;) {
    const token = list[at];
    if (!token) break;
    const phrase = token.kind === 'word' ? concepts.phraseAt(keys, at) : null;
    const end = phrase?.end ?? at + 1;
    const last = list[end - 1] ?? token;
    const { name, contrary } =
      phrase?.concept ?? (token.kind === 'word' ? concepts.of(token.key) : { name: token.key, contrary: false });
    // "free of charge" means without it.
    const free = token.key === 'free' && /^(?:of|from)$/.test(keys[at + 1] ?? '');
    const negator = free || (!phrase && token.kind === 'word' && isNegation(token.key) && keys[at + 1] !== 'only');
    const content = token.kind === 'word' && !negator && (phrase !== null || !EMPTY.has(token.key));
    if (boundary(token) || (JOINS.has(token.key) && !content)) reach = 0;
    if (negator) {
      // "neither … nor" negates both.
      flips = reach > 0 && token.key !== 'nor' ? flips + 1 : 1;
      reach = 3;
      fresh = true;
      whole = DETERMINING.has(token.key);
    }
    const denied = content && reach > 0 ? (flips % 2 === 1) !== contrary : contrary;
    found.push({
      key: token.key,
      raw: text.slice(token.start, last.end),
      start: token.start,
      end: last.end,
      concept: name,
      content,
      denied,
      struck: denied && (contrary || fresh),
      capital: /^\p{Lu}/u.test(token.raw),
      sign: token.kind === 'sign',
    });
    if (content && reach > 0 && !PASSING.has(token.key)) {
      reach -= 1;
      fresh = whole && reach > 0;
    }
    at = end;
  }
  return found;
}

/** "Barbed wire and …": a participle at the start of a part is no verb. */
const hasVerb = (terms: readonly Term[]) => {
  const first = terms.findIndex(({ content }) => content);
  return terms.some(({ key }, at) => VERBS.has(key) || (at > first && key.length > 4 && key.endsWith('ed')));
};

/**
 * The clause of each term, counted from 0. A part without a verb belongs to its neighbour.
 * "On Wednesday, …" belongs to what follows, ", the mayor," to what precedes.
 */
export function assignClauses(terms: readonly Term[]): number[] {
  const parts: number[][] = [[]];
  terms.forEach((term, i) => {
    const joins = JOINS.has(term.key) || (term.sign && /[,;:–—()]/.test(term.raw));
    if (joins && (parts.at(-1)?.length ?? 0) > 0) parts.push([]);
    parts.at(-1)?.push(i);
  });
  const merged: number[][] = [];
  let open: number[] = [];
  for (const part of parts) {
    const own = hasVerb(part.flatMap((i) => terms[i] ?? []));
    if (own) {
      merged.push([...open, ...part]);
      open = [];
    } else if (merged.length === 0) open.push(...part);
    else merged.at(-1)?.push(...part);
  }
  if (open.length > 0) merged.push(open);
  const clauses = terms.map(() => 0);
  merged.forEach((part, clause) => {
    for (const i of part) clauses[i] = clause;
  });
  return clauses;
}
