/** A sentence of a draft. `start` and `end` are UTF-16 offsets of the draft. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Abbreviations: a full stop after them ends no sentence. */
const SHORT = new Set(
  [
    'mr mrs ms dr prof gen col lt sgt capt maj rep sen gov pres rev hon st jr sr vs etc approx ca no nos vol fig dept est inc ltd co corp',
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun a.m p.m e.g i.e u.s u.k u.n e.u d.c',
    'bzw usw z.b d.h u.a str nr tj npr itd god sl čl br др κ κα κος π.χ κλπ δηλ',
  ].flatMap((line) => line.split(' ')),
);

const CLOSERS = '"”»’\')]“';

/** Where the quotation opened at `at` closes; -1 if no closing mark is within reach. */
function closing(text: string, at: number): number {
  const opener = text[at];
  const closers = opener === '“' ? '”“' : opener === '„' ? '“”"' : opener === '«' ? '»' : opener === '»' ? '«' : '"';
  for (let next = at + 1; next < text.length && next < at + 700; next += 1) {
    const letter = text.charAt(next);
    if (letter === '\n' && text.charAt(next + 1) === '\n') return -1;
    if (closers.includes(letter)) return next;
  }
  return -1;
}

function endsSentence(text: string, at: number): boolean {
  const next = /^[”"»’')\]“]*(\s+|$)(\S?)/u.exec(text.slice(at + 1, at + 12));
  if (!next) return false;
  const following = next[2] ?? '';
  if (following === '') return true;
  if (text.charAt(at) !== '.') return /[\p{Lu}\p{N}"“„«'‘(\-–—•]/u.test(following) || /[“„«"]/.test(following);
  const word = /([\p{L}\p{M}.]+|\d+)$/u.exec(text.slice(Math.max(0, at - 14), at))?.[1] ?? '';
  if (SHORT.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)) return false;
  // "1. Juni", "31. svibnja": an ordinal; "in 2023." ends.
  if (
    /^\d{1,2}$/.test(word) &&
    /\p{Ll}|\p{Lu}/u.test(following) &&
    /^\d{1,2}\.\s\p{L}+\s\d|^\d{1,2}\.\s\p{Ll}/u.test(text.slice(at - word.length, at + 24))
  ) {
    return false;
  }
  return !/\p{Ll}/u.test(following);
}

/** “We need calm.” Kurti said. – the speaker after a quotation belongs to its sentence. */
const SPEAKER_BEHIND =
  /^\s+(?:[\p{L}\p{M}’'.-]+\s+){0,5}?(?:said|says|asked|told|added|wrote|warned|insisted|chanted|shouted|explained|complained|demanded|replied|stated|tweeted)\b/u;

/** A line end is a soft wrap only after a long line that stops mid-sentence. */
function endsLine(text: string, at: number, lineStart: number): boolean {
  if (/^\n\s*(\n|$)/.test(text.slice(at, at + 40))) return true;
  if (/^\n\s*[-–—•*]\s/.test(text.slice(at, at + 10))) return true;
  const line = text.slice(lineStart, at).trimEnd();
  return /[.!?…:;]["”»’')]*$/.test(line) || line.length < 60;
}

/** Longest sentence, in characters: longer input is no prose, and time grows with the square of its length. */
const LONGEST = 1000;

function pieces(text: string, start: number): Sentence[] {
  if (text.length <= LONGEST) return [{ text, start, end: start + text.length }];
  const space = text.lastIndexOf(' ', LONGEST);
  const hard = /[\uD800-\uDBFF]/.test(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  const cut = space > LONGEST / 2 ? space : hard;
  const rest = text.slice(cut);
  const skipped = rest.length - rest.trimStart().length;
  const head = text.slice(0, cut).trimEnd();
  return [
    { text: head, start, end: start + head.length },
    ...(rest.trim() === '' ? [] : pieces(rest.trimStart(), start + cut + skipped)),
  ];
}

/**
 * Splits a draft into sentences. A quotation stays with its speaker; a headline or list item is a sentence.
 * Abbreviations, initials and ordinals end no sentence.
 */
export function splitSentences(draft: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let lineStart = 0;
  const close = (end: number) => {
    const raw = draft.slice(start, end);
    const text = raw.trim().replace(/^[-–—•*]\s+/, '');
    if (/[\p{L}\p{N}]/u.test(text)) {
      found.push(...pieces(text, draft.indexOf(text, start)));
    }
    start = end;
  };
  for (let at = 0; at < draft.length; at += 1) {
    const letter = draft.charAt(at);
    if (letter === '\n') {
      if (endsLine(draft, at, lineStart)) close(at);
      lineStart = at + 1;
      continue;
    }
    if ('“„«"'.includes(letter) && (letter !== '"' || !/[\p{L}\p{N}.,!?]/u.test(draft.charAt(at - 1)))) {
      const end = closing(draft, at);
      // A quotation that ends with its own full stop ends the sentence if a capital follows.
      if (end > 0) {
        at = end;
        const last = draft.charAt(end - 1);
        const rest = draft.slice(end + 1, end + 60);
        if (/[.!?…]/.test(last) && /^\s+(?:\p{Lu}|["“„«]|$)/u.test(rest) && !SPEAKER_BEHIND.test(rest)) close(end + 1);
      }
      continue;
    }
    if (/[.!?…]/.test(letter) && endsSentence(draft, at)) {
      let end = at + 1;
      while (end < draft.length && CLOSERS.includes(draft.charAt(end))) end += 1;
      close(end);
      at = end - 1;
    }
  }
  close(draft.length);
  return found;
}
