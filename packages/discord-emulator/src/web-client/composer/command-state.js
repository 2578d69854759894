/** The line of a command as a value: which command, which options, what has been typed or chosen. */

/** @typedef {import('../types.d.ts').Command} Command */
/** @typedef {import('discord-api-types/v10').APIApplicationCommandOption} AnyOption */
/** @typedef {import('discord-api-types/v10').APIApplicationCommandBasicOption} Option */
/** @typedef {import('../protocol.d.ts').Upload} Upload */

/**
 * A command that can be sent: one without subcommands, or one subcommand.
 * @typedef {object} Leaf
 * @property {Command} command
 * @property {string} path as it is typed, without the slash
 * @property {string} description
 * @property {readonly { type: number, name: string }[]} trail the subcommand's groups and the subcommand itself
 * @property {readonly Option[]} options required ones first
 */

/**
 * One option of the line.
 * @typedef {object} Chip
 * @property {Option} option
 * @property {string} text what stands in its field
 * @property {string | number | boolean | null} value what was chosen from a list; null for words typed freely
 * @property {File | null} file
 */

export const KIND = {
  sub: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};

/** @param {readonly Command[]} commands @returns {Leaf[]} */
export function leaves(commands) {
  return commands.flatMap((command) => branch(command, command.name, command.description, [], command.options ?? []));
}

/**
 * @param {Command} command @param {string} path @param {string} description @param {Leaf['trail']} trail
 * @param {readonly AnyOption[]} options @returns {Leaf[]}
 */
function branch(command, path, description, trail, options) {
  const subs = options.filter((option) => option.type === KIND.sub || option.type === KIND.group);
  if (subs.length === 0) {
    const basic = /** @type {readonly Option[]} */ (options);
    const sorted = basic.toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
    return [{ command, path, description, trail, options: sorted }];
  }
  return subs.flatMap((sub) => {
    const inner = 'options' in sub ? (sub.options ?? []) : [];
    return branch(
      command,
      `${path} ${sub.name}`,
      sub.description,
      [...trail, { type: sub.type, name: sub.name }],
      inner,
    );
  });
}

/** The leaves that fit what was typed after the slash, names that begin with it first. @param {readonly Leaf[]} all @param {string} typed */
export function fitting(all, typed) {
  const sought = typed.toLocaleLowerCase().trimEnd();
  /** @param {Leaf} leaf */
  const rank = (leaf) => {
    if (leaf.path.startsWith(sought)) return 0;
    if (leaf.path.includes(sought)) return 1;
    return sought.length > 1 && leaf.description.toLocaleLowerCase().includes(sought) ? 2 : 3;
  };
  return all.filter((leaf) => rank(leaf) < 3).toSorted((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
}

/** The command whose whole name was typed, with a space, and what follows. @param {readonly Leaf[]} all @param {string} text */
export function named(all, text) {
  const leaf = all
    .filter(({ path }) => text.toLocaleLowerCase().startsWith(`/${path} `))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return leaf ? { leaf, rest: text.slice(leaf.path.length + 2) } : null;
}

/** @param {Option} option @param {string} [text] @returns {Chip} */
export function chip(option, text = '') {
  return { option, text, value: null, file: null };
}

/**
 * The options that a fresh line shows: the required ones; or the first, where none is required. Words that were typed
 * behind the name belong to the first, `name: words` to the option of that name.
 * @param {Leaf} leaf @param {string} rest @returns {Chip[]}
 */
export function begin(leaf, rest) {
  const required = leaf.options.filter((option) => option.required);
  const first = required.length > 0 ? required : leaf.options.slice(0, 1);
  const chips = first.map((option) => chip(option));
  const names = leaf.options.map(({ name }) => name.replace(/[^\p{L}\p{N}_-]/gu, '')).join('|');
  const parts = names ? rest.split(new RegExp(`(?:^|\\s)(${names}):`, 'u')) : [rest];
  if (chips[0]) chips[0].text = (parts[0] ?? '').trimStart();
  for (let at = 1; at < parts.length; at += 2) {
    const option = leaf.options.find(({ name }) => name === parts[at]);
    if (!option) continue;
    const known = chips.find((one) => one.option === option);
    const text = (parts[at + 1] ?? '').trim();
    if (known) known.text = text;
    else chips.push(chip(option, text));
  }
  return chips;
}

/** The options that could still be added. @param {Leaf} leaf @param {readonly Chip[]} chips */
export function spare(leaf, chips) {
  return leaf.options.filter((option) => !chips.some((one) => one.option === option));
}

/** @param {Chip} one */
export function isEmpty(one) {
  return one.text.trim() === '' && one.value === null && one.file === null;
}

/** Whether the option takes only what a list offers. @param {Option} option */
function isList(option) {
  return ('choices' in option && (option.choices?.length ?? 0) > 0) || [5, 6, 7, 8, 9].includes(option.type);
}

/** What is wrong with an option, in a sentence; null when it can be sent. @param {Chip} one @returns {string | null} */
export function fault(one) {
  const { option, text, value, file } = one;
  if (isEmpty(one)) return option.required ? 'This option is required.' : null;
  if (option.type === KIND.attachment) return file ? null : 'Choose a file.';
  if (isList(option)) return value === null ? 'Choose one from the list.' : null;
  if (option.type === KIND.integer || option.type === KIND.number) {
    const number = value ?? Number(text);
    if (typeof number !== 'number' || !Number.isFinite(number)) return 'This must be a number.';
    if (option.type === KIND.integer && !Number.isInteger(number)) return 'This must be a whole number.';
    if ('min_value' in option && number < (option.min_value ?? -Infinity)) return `At least ${option.min_value}.`;
    if ('max_value' in option && number > (option.max_value ?? Infinity)) return `At most ${option.max_value}.`;
    return null;
  }
  const { length } = String(value ?? text);
  if ('min_length' in option && length < (option.min_length ?? 0)) return `At least ${option.min_length} characters.`;
  if ('max_length' in option && length > (option.max_length ?? Infinity))
    return `At most ${option.max_length} characters.`;
  return null;
}

/**
 * The line as Discord's client sends it. Empty options are left out, except the one under the cursor (`focused`), which
 * goes as the words that stand in it.
 * @param {Leaf} leaf @param {readonly Chip[]} chips @param {Option | null} focused
 */
export function payload(leaf, chips, focused) {
  let at = 0;
  /** @type {Record<string, unknown>[]} */
  let options = chips
    .filter((one) => one.option === focused || !isEmpty(one))
    .map((one) => {
      const { type, name } = one.option;
      if (one.option === focused) return { type, name, value: one.text, focused: true };
      if (one.file) return { type, name, value: String(at++) };
      const isNumber = type === KIND.integer || type === KIND.number;
      return { type, name, value: one.value ?? (isNumber ? Number(one.text) : one.text) };
    });
  for (const step of leaf.trail.toReversed()) options = [{ ...step, options }];
  const { id, name, guild_id } = leaf.command;
  return { id, name, type: 1, options, ...(guild_id ? { guild_id } : {}) };
}

/** The files of the line, numbered as `payload` numbers them. @param {readonly Chip[]} chips */
export function filesOf(chips) {
  return chips.map(({ file }) => file).filter((file) => file !== null);
}
