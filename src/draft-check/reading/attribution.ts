import type { NameMention } from '../terms/name-finder.ts';
import type { Quotation } from './quotations.ts';

/** Attribution of a statement to a speaker. */
export interface Attribution {
  /** Ids that match the speaker's words; empty if the speaker is not in the story. */
  readonly ids: readonly string[];
  /** The speaker in the words of the draft. */
  readonly said: string;
  /** "he said": the reference is not resolved. */
  readonly pronoun: boolean;
  /** The addressee; null if nobody is named. */
  readonly told: { readonly ids: readonly string[]; readonly said: string } | null;
  /** The range that names the speaker: it is compared separately from the statement. */
  readonly start: number;
  readonly end: number;
  /** The verb claims more than saying: "confirmed". */
  readonly confirms: boolean;
}

const VERB =
  /\b(?:said|says|say|told|tells|tell|adds|added|asked|asks|announced|reported|reports|claimed|claims|claim|stated|states|explained|warned|warns|urged|urges|appealed|demanded|demands|insisted|insists|confirmed|confirms|complained|criticised|criticized|argued|argues|wrote|tweeted|noted|chanted|shouted|replied|called for|calls for|spoke of|speaks of|saw|witnessed|counted|counts|put|sagte|sagten|erklärte|rekao|rekla|kazao|izjavio)\b|(?:δήλωσε|είπε|ανέφερε)/giu;
const ACCORDING =
  /\b(?:according to|in the words of|as reported by|in the account of|laut|nach angaben (?:der|des|von)|prema|σύμφωνα με)\s+/giu;
const PRONOUN = /^(?:he|she|they|it|who|which|that|we|i|and|also|has|have|had|was|were|is|are|been|er|sie|on|ona)$/i;
const GENERIC = /\b(?:media|reports?|sources?|accounts?|witness(?:es)?|tips?|rumou?rs?|people|residents|locals)\b/i;
const FULL_NAME = /^\p{Lu}\S*\s\p{Lu}\S*$/u;

interface Found {
  readonly mention: NameMention | null;
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

const segmentStart = (text: string, at: number) =>
  Math.max(
    0,
    ...[...text.slice(0, at).matchAll(/[.;:!?”"“—–]|,(?=\s(?:and|but|while|whereas))/gu)].map(({ index }) => index + 1),
  );

/** The name right before the verb, across an apposition: "Igor Simić, the vice-president of the Serbian List, said". */
function before(text: string, at: number, names: readonly NameMention[]): Found | null {
  const from = segmentStart(text, at);
  const near = names.filter(({ start, end, kind }) => kind === 'who' && start >= from && end <= at);
  const isName = (words: string) => near.some(({ form }) => form === words.trim());
  const apposed = near.findLast(
    ({ end }) =>
      !isName(text.slice(end + 1, at).replace(/,\s*\w*\s*$/u, '')) &&
      /^,\s+[^,;]{2,90},\s*(?:has\s+|had\s+|also\s+)?$/u.test(text.slice(end, at)),
  );
  if (apposed) return { mention: apposed, said: apposed.form, start: apposed.start, end: apposed.end };
  const framed = (start: number, end: number) =>
    !text.slice(end, at).includes(',') ||
    near.some((name) => name.start === start && end - start > name.form.length) ||
    /,\s*$/u.test(text.slice(from, start)) ||
    /^,\s+(?:who|the|a|an)\b/u.test(text.slice(end));
  const adjacent = near.findLast(
    ({ start, end }) =>
      framed(start, end) &&
      /^(?:\s|,|’s|'s|also|has|have|had|again|later|then|on \w+day|today|yesterday)*$/iu.test(text.slice(end, at)),
  );
  if (adjacent) {
    // After an apposition the leading name is the speaker, not the body inside the apposition.
    const opened = near.find(
      ({ start, end }) =>
        start < adjacent.start &&
        /^,\s+(?:the|a|an)\b/iu.test(text.slice(end, adjacent.start)) &&
        /,\s*$/u.test(text.slice(adjacent.end, at)),
    );
    const speaker = opened ?? adjacent;
    return { mention: speaker, said: speaker.form, start: speaker.start, end: speaker.end };
  }
  const upTo = text
    .slice(from, at)
    .replace(/(?:\s+(?:has|have|had|also|later|then|again|already))+\s*$/iu, '')
    .trimEnd();
  const words = /((?:[\p{L}\p{M}’'.-]+\s+){1,7})$/u.exec(`${upTo} `)?.[1]?.trim() ?? '';
  if (words === '') return null;
  const inside = near.findLast(({ start }) => start >= at - words.length - 2);
  const start = text.lastIndexOf(words, at);
  return inside
    ? { mention: inside, said: words, start: inside.start, end: inside.end }
    : { mention: null, said: words, start, end: start + words.length };
}

/** "said Igor Simić", "said on Wednesday the vice-president of the Serbian List, Igor Simić". */
function after(text: string, at: number, names: readonly NameMention[]): Found | null {
  const stretch = /^[^.;:”"“]*/u.exec(text.slice(at))?.[0] ?? '';
  const inside = names.filter(({ start, end, kind }) => kind === 'who' && start >= at && end <= at + stretch.length);
  const first = inside.find(({ start }) =>
    /^\s*(?:on \w+\s+|\w+day\s+)?(?:the|a|an|[\p{L}’'-]+\s+){0,7}$/iu.test(text.slice(at, start)),
  );
  if (first) {
    // "the vice-president of the Serbian List, Igor Simić": the person after the body speaks.
    const behind = FULL_NAME.test(first.form)
      ? undefined
      : inside.find(
          ({ start, end, form }) =>
            start >= first.end &&
            FULL_NAME.test(form) &&
            /^,\s*$/u.test(text.slice(first.end, start)) &&
            !/^\s+(?:was|were|is|has|have)\b/u.test(text.slice(end)),
        );
    const speaker = behind ?? first;
    return { mention: speaker, said: speaker.form, start: speaker.start, end: speaker.end };
  }
  const words = /^\s*((?:[\p{L}\p{M}’'.-]+\s*){1,6})/u.exec(stretch)?.[1]?.trim() ?? '';
  const start = text.indexOf(words, at);
  return words === '' ? null : { mention: null, said: words, start, end: start + words.length };
}

const inQuote = (quotes: readonly Quotation[], at: number) => quotes.some(({ start, end }) => at >= start && at < end);

function build(found: Found, told: Attribution['told'], confirms: boolean): Attribution {
  const words = found.said.split(/\s+/);
  const pronoun =
    found.mention === null &&
    (PRONOUN.test(words.at(-1) ?? '') || PRONOUN.test(words[0] ?? '') || GENERIC.test(found.said));
  return {
    ids: found.mention?.ids ?? [],
    said: found.said,
    pronoun,
    told,
    start: found.start,
    end: found.end,
    confirms,
  };
}

function addressee(text: string, at: number, names: readonly NameMention[]): Attribution['told'] {
  const name = names.find(
    ({ start, kind }) => kind === 'who' && start >= at && /^\s*(?:the|a|an)?\s*$/iu.test(text.slice(at, start)),
  );
  if (name) return { ids: name.ids, said: name.form };
  const words = /^\s+(?:the\s+)?((?:\p{Lu}[\p{L}\p{M}.-]*\s?)+)/u.exec(text.slice(at))?.[1]?.trim();
  return words === undefined ? null : { ids: [], said: words };
}

/** Speakers in a sentence, in order. Verbs inside a quotation are ignored. */
export function attributionsIn(
  text: string,
  names: readonly NameMention[],
  quotes: readonly Quotation[],
): Attribution[] {
  const found: Attribution[] = [];
  for (const match of text.matchAll(ACCORDING)) {
    const at = match.index + match[0].length;
    if (inQuote(quotes, at)) continue;
    const who = after(text, at, names) ?? { mention: null, said: '', start: at, end: at };
    found.push({ ...build(who, null, false), start: match.index, end: Math.max(who.end, at) });
  }
  for (const match of text.matchAll(VERB)) {
    const at = match.index;
    const end = at + match[0].length;
    if (inQuote(quotes, at) || found.some((other) => at >= other.start && at < other.end)) continue;
    const verb = match[0].toLowerCase();
    const by = /^\s+by\s+/u.exec(text.slice(end));
    const passive = /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$/i.test(text.slice(Math.max(0, at - 20), at));
    if (passive && by) {
      const who = after(text, end + by[0].length, names);
      if (who) found.push(build(who, null, verb.startsWith('confirm')));
    }
    // "unconfirmed reports say": "reports" is a noun.
    if (
      /^(?:reports?|claims?|states?|counts)$/.test(verb) &&
      /^\s+(?:say|said|that|of|have|has|were|was|are)\b/iu.test(text.slice(end))
    )
      continue;
    if (passive || (verb === 'put' && !/^\s+the number/i.test(text.slice(end)))) continue;
    const told = /^t(?:old|ells?)$/.test(verb) ? addressee(text, end, names) : null;
    const inverted =
      /[”"“,]\s*$/u.test(text.slice(0, at)) && !/^\s*(?:[,.]|that\b)/u.test(text.slice(end)) && told === null;
    const front = before(text, at, names);
    const quoted = /[”"“]\s*$/u.test(text.slice(0, at));
    const behind = inverted && (quoted || !front?.mention) ? after(text, end, names) : null;
    const who = behind?.mention || quoted ? (behind ?? front) : (front ?? behind);
    if (who) found.push(build(who, told, verb.startsWith('confirm')));
  }
  for (const match of text.matchAll(/\b(?:spoke|speaks|speaking|talked|talking)\s+(?:to|with)\b/giu)) {
    const at = match.index + match[0].length;
    const told = inQuote(quotes, at) ? null : addressee(text, at, names);
    if (told)
      found.push({ ids: [], said: '', pronoun: true, told, start: match.index, end: match.index, confirms: false });
  }
  return found;
}
