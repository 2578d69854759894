/**
 * Text that Discord shows letter for letter. A backslash before an ASCII sign always shows that sign, so every sign that can
 * begin or end markdown gets one. The only thing inserted that a reader would copy is a zero-width space in `@everyone` and
 * `@here`. No sign is escaped without need.
 */

const ACTING = new RegExp(
  [
    '[\\\\*_~|`<>[\\]@#]',
    // Without its colon there is no bare link and no `:emoji:`. Another text may follow directly, hence `$`.
    ':(?=\\S|$)',
    // `](` after one of our links would end that link and lead to another address.
    '(?<=\\]|^)\\(',
    // A list. A line may consist of several texts, so each counts as its beginning.
    '(?<=^\\s*)[-+]',
    '(?<=^\\s*\\d*)\\.',
  ].join('|'),
  'g',
);

/** Controls, bidi controls, zero-width and other invisible characters; not the two that choose how an emoji looks. */
const HIDDEN =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;
/** Persian, the scripts of India and many emoji need these joiners. */
const JOINER = /(?<=[^\0-\x7F])[\u200C\u200D](?=[^\0-\x7F])/;
const JOINER_OR_HIDDEN = new RegExp(`${JOINER.source}|${HIDDEN.source}`, 'gu');

/** Matches nearly every name, to save the slow path: European letters and ASCII signs, with single spaces. */
const SEEN =
  /^[!-~\u00A1-\u00AC\u00AE-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F·]+(?: [!-~\u00A1-\u00AC\u00AE-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F·]+)*$/;

/** One line without invisible characters, for labels and choices, in which Discord reads no markdown. */
export function stripInvisible(text: string): string {
  if (SEEN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\s\u0085]/g, ' ')
    .replace(HIDDEN, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** One line that acts as no markdown. Spaces at its ends stay, because it may be a part of a line. */
export function escape(text: string): string {
  if (HARMLESS.test(text)) return text;
  return inert(
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(HIDDEN, ''),
  );
}

/** A snippet of a source. Its lines stay, and invisible characters are shown by name: `[U+202E]`. */
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

/** A copied text has no backslashes, so pasting it would ping everybody. The zero-width space is copied too. */
const CALLING = /@(?=everyone|here)/g;
const APART = '\u200B';

const inert = (text: string): string => text.replace(ACTING, '\\$&').replace(CALLING, `$&${APART}`);

/**
 * Text that needs no escape, which is nearly all: European letters, and signs that mean nothing to Discord after a letter or a
 * quotation mark. Skipping the escape costs a third (measured).
 */
const HARMLESS =
  /^[A-Za-z\u00C0-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F"'“”‘’„«»][A-Za-z0-9\u00C0-\u024F\u0386-\u03CE\u0400-\u0481\u048A-\u052F"'“”‘’„«»,;!?%&/=€$£+.()–— …·-]*$/;

/** Fullwidth forms of the signs that would act inside the words of a link. */
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
 * (https://github.com/discord/discord-api-docs/issues/6185), so signs are replaced by fullwidth forms. It also makes no
 * link of words that hold a URL or an emoji.
 */
export function linkLabel(text: string): string {
  return stripInvisible(text)
    .replace(/(?![©®™])\p{Extended_Pictographic}/gu, '')
    .replace(/[[\]*_~|`<>\\@]/g, (sign) => WIDE[sign] ?? '')
    .replace(/:(?=\S)/g, ': ')
    .trim();
}

const LONGEST_ADDRESS = 500;

/** A URL as the target of a link; null for one that must not be followed. */
export function linkUrl(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  const target = url.href.replace(/[()<>'"\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return target.length > LONGEST_ADDRESS ? null : target;
}
