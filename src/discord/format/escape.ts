/**
 * Text as Discord shows it letter for letter. A backslash before a sign of ASCII always shows that sign alone, so every
 * sign that can begin or end a construct gets one. Nothing is inserted that a reader would copy along but for one thing, a
 * zero-width space in what calls everybody, and no sign is escaped without need.
 */

const ACTING = new RegExp(
  [
    '[\\\\*_~|`<>[\\]@#]',
    // Without its colon there is no bare link and no `:emoji:`; the next text may go on where this one ends.
    ':(?=\\S|$)',
    // `](` after a link of ours would be taken for its end, whatever stands between, and lead to another address.
    '(?<=\\]|^)\\(',
    // A list. A line may be put together from several texts, so each is taken for its beginning.
    '(?<=^\\s*)[-+]',
    '(?<=^\\s*\\d*)\\.',
  ].join('|'),
  'g',
);

/** Controls, bidi controls, zero-width and other invisible characters; not the two that choose how an emoji looks. */
const HIDDEN =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;
/** The joiners that Persian, the scripts of India and many emoji are written with. */
const JOINER = /(?<=[^\0-\x7F])[\u200C\u200D](?=[^\0-\x7F])/;
const JOINER_OR_HIDDEN = new RegExp(`${JOINER.source}|${HIDDEN.source}`, 'gu');

/** Nearly every name: letters of the scripts of Europe and signs of ASCII, with one space between two words. */
const SEEN =
  /^[!-~\u00A1-\u00AC\u00AE-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F·]+(?: [!-~\u00A1-\u00AC\u00AE-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F·]+)*$/;

/** One line without what cannot be seen, for button labels and choices, in which Discord reads no markdown. */
export function stripInvisible(text: string): string {
  if (SEEN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\s\u0085]/g, ' ')
    .replace(HIDDEN, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** One line of the desk's or of what was typed. Spaces at its ends stay: it may be a part of a line. */
export function escape(text: string): string {
  if (HARMLESS.test(text)) return text;
  return inert(
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(HIDDEN, ''),
  );
}

/** A snippet of a source. Its lines stay, and what hides in it is shown by name: `[U+202E]`. */
export function escapeSnippet(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => inert(line.replace(/\t/g, ' ').replace(JOINER_OR_HIDDEN, named)))
    .join('\n');
}

function named(hidden: string): string {
  if (hidden === '\u200C' || hidden === '\u200D') return hidden;
  return `[U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A backslash is lost when somebody copies what is shown, and what he pastes would call everybody: this stays with it. */
const CALLING = /@(?=everyone|here)/g;
const APART = '\u200B';

const inert = (text: string): string => text.replace(ACTING, '\\$&').replace(CALLING, `$&${APART}`);

/**
 * Text in which nothing can act or hide, which is nearly all: letters of the scripts of Europe, and signs that mean nothing to
 * Discord where a letter or a quotation mark stands before them. It is shown as it is, and costs a third.
 */
const HARMLESS =
  /^[A-Za-z\u00C0-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F"'“”‘’„«»][A-Za-z0-9\u00C0-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F"'“”‘’„«»,;!?%&/=€$£+.()–— …·-]*$/;

/** Wide forms of the signs that would act inside the words of a link. */
const WIDE: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '*': '＊',
  _: '＿',
  '~': '～',
  '|': '｜',
  '`': '｀',
  '<': '＜',
  '>': '＞',
  '\\': '＼',
  '@': '＠',
};

/**
 * The words of a link. Discord shows a backslash there instead of taking it as an escape
 * (https://github.com/discord/discord-api-docs/issues/6185), so signs are exchanged for their wide forms. It also leaves a
 * link dead whose words hold an address or an emoji.
 */
export function linkLabel(text: string): string {
  return stripInvisible(text)
    .replace(/(?![©®™])\p{Extended_Pictographic}/gu, '')
    .replace(/[[\]*_~|`<>\\@]/g, (sign) => WIDE[sign] ?? '')
    .replace(/:(?=\S)/g, ': ')
    .trim();
}

const LONGEST_ADDRESS = 500;

/** The address of a source as a link's target, or null for one that must not be followed. */
export function linkUrl(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  const target = url.href.replace(/[()<>'"\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return target.length > LONGEST_ADDRESS ? null : target;
}
