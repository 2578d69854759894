/** @typedef {import('../markdown.d.ts').Rule} Rule */

/**
 * The end of what `*` or `_` opened, or -1. A backslash takes the next character with it, and a doubled mark is one unit that
 * does not close: `*a **b** c*` is one emphasis.
 * @param {string} text @param {number} from @param {string} mark
 */
function closeOfEm(text, from, mark) {
  for (let at = from; at < text.length;) {
    if (text[at] === '\\') at += 2;
    else if (text[at] !== mark) at += 1;
    else if (at > from && text[at + 1] !== mark && !(mark === '_' && /\w/.test(text[at + 1] ?? ''))) return at;
    else if (text[at + 1] === mark) at += 2;
    else return -1;
  }
  return -1;
}

/** @param {string} text @param {number} at @param {string} mark */
function em(text, at, mark) {
  const close = closeOfEm(text, at + 1, mark);
  if (close === -1) return null;
  let inner = text.slice(at + 1, close);
  if (mark === '*') {
    // Asterisks want a word at both ends, but forgive two spaces before the closing one; underscores do not care.
    inner = inner.replace(/ {1,2}$/, '');
    if (inner === '' || /^\s|\s$/.test(inner)) return null;
  }
  return { inner, end: close + 1 };
}

/** @param {string} text @param {number} at @param {string} mark */
function heavy(text, at, mark) {
  const pair = mark + mark;
  if (!text.startsWith(pair, at)) return null;
  for (let close = at + 2; close < text.length; close += text[close] === '\\' ? 2 : 1) {
    if (close > at + 2 && text.startsWith(pair, close) && text[close + 2] !== mark) {
      return { inner: text.slice(at + 2, close), end: close + 2 };
    }
  }
  return null;
}

/** @type {Rule} */
export const emphasis = (text, at, place, parse) => {
  const mark = text[at] ?? '';
  const light = em(text, at, mark);
  const strong = heavy(text, at, mark);
  // `***a** b*` and `***a* b**` begin alike: the longer of the two readings holds.
  if (strong && (!light || strong.end > light.end)) {
    const type = mark === '*' ? 'strong' : 'underline';
    return { node: { type, children: parse(strong.inner, place) }, end: strong.end };
  }
  return light && { node: { type: 'em', children: parse(light.inner, place) }, end: light.end };
};

/** @type {Rule} */
export const strike = (text, at, place, parse) => {
  if (!text.startsWith('~~', at)) return null;
  for (let close = text.indexOf('~~', at + 3); close !== -1; close = text.indexOf('~~', close + 1)) {
    // An underscore right after the closing mark undoes it in Discord's client.
    if (text[close + 2] !== '_') {
      return { node: { type: 'strike', children: parse(text.slice(at + 2, close), place) }, end: close + 2 };
    }
  }
  return null;
};

/** @type {Rule} */
export const spoiler = (text, at, place, parse) => {
  if (!text.startsWith('||', at)) return null;
  const close = text.indexOf('||', at + 3);
  if (close === -1) return null;
  return { node: { type: 'spoiler', children: parse(text.slice(at + 2, close), place) }, end: close + 2 };
};

/** @type {Rule} */
export const code = (text, at, place, parse) => {
  const fenced = place.link ? null : fence(text, at, place, parse);
  if (fenced) return fenced;
  let run = 0;
  while (text[at + run] === '`') run += 1;
  // An opening run without an equal closing one is tried again as a shorter run followed by backticks.
  for (let size = run; size >= 1; size -= 1) {
    const ticks = '`'.repeat(size);
    for (let close = text.indexOf(ticks, at + size + 1); close !== -1; close = text.indexOf(ticks, close + 1)) {
      if (text[close - 1] === '`' || text[close + size] === '`') continue;
      let inner = text.slice(at + size, close);
      if (inner.trimStart().startsWith('`')) inner = inner.replace(/^ /, '');
      if (inner.trimEnd().endsWith('`')) inner = inner.replace(/ $/, '');
      return { node: { type: 'code', text: inner }, end: close + size };
    }
  }
  return null;
};

/** @type {Rule} */
const fence = (text, at) => {
  if (!text.startsWith('```', at)) return null;
  const named = /^([\w+\-.#]*)\n/.exec(text.slice(at + 3, at + 3 + 64));
  // A first line is a language only if something follows it: "```py\n```" shows "py".
  const readings = named ? [named[1] ?? '', null] : [null];
  for (const language of readings) {
    const from = at + 3 + (language === null ? 0 : language.length + 1);
    for (let close = text.indexOf('```', from); close !== -1; close = text.indexOf('```', close + 1)) {
      const inner = text.slice(from, close);
      if (/[^\n]/.test(inner)) {
        const body = inner.replace(/^\n+|\n+$/g, '');
        return { node: { type: 'fence', language: language || null, text: body }, end: close + 3 };
      }
    }
  }
  return null;
};
