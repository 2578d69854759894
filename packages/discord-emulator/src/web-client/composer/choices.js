import { channelOptions, narrow, roleOptions, userOptions } from '../message/select-options.js';
import { KIND } from './command-state.js';

/** @typedef {import('../types.d.ts').View} View */
/** @typedef {import('./command-state.js').Option} Option */
/** @typedef {import('./command-state.js').Chip} Chip */
/** @typedef {{ label: string, detail?: string | undefined, mark?: string | undefined, value: string | number | boolean }} Choice */

/** Whether the bot is asked for choices at every key. @param {Option} option */
export function asks(option) {
  return 'autocomplete' in option && (option.autocomplete ?? false);
}

/**
 * What the page itself offers for an option, narrowed by what was typed; null where it has nothing to offer.
 * @param {View} view @param {Chip} one @returns {Choice[] | null}
 */
export function ownChoices(view, { option, text, value }) {
  const all = offered(view, option);
  // A chosen value is shown in full words in the field; these words must not hide the other choices.
  return all && narrow(all, value === null ? text : '').map((choice) => revive(choice, option));
}

/** @param {View} view @param {Option} option */
function offered(view, option) {
  if (option.type === KIND.boolean)
    return [
      { label: 'True', value: 'true' },
      { label: 'False', value: 'false' },
    ];
  if (option.type === KIND.user) return userOptions(view);
  if (option.type === 7) return channelOptions(view, option.channel_types);
  if (option.type === KIND.role) return roleOptions(view);
  if (option.type === KIND.mentionable) return [...userOptions(view), ...roleOptions(view)];
  if (!('choices' in option) || !option.choices?.length) return null;
  return option.choices.map(({ name, value }) => ({ label: name, value: String(value) }));
}

/** Lists are narrowed as text; here numbers and booleans become themselves again. @param {{ label: string, value: string }} choice @param {Option} option @returns {Choice} */
function revive(choice, option) {
  if (option.type === KIND.boolean) return { ...choice, value: choice.value === 'true' };
  const isNumber = option.type === KIND.integer || option.type === KIND.number;
  return isNumber ? { ...choice, value: Number(choice.value) } : choice;
}

/**
 * Whoever typed the whole name of a choice has chosen it.
 * @param {View} view @param {Chip} one @returns {Chip}
 */
export function settled(view, one) {
  if (one.value !== null) return one;
  const sought = one.text.trim().toLocaleLowerCase();
  const meant = ownChoices(view, one)?.filter(({ label }) => label.toLocaleLowerCase() === sought) ?? [];
  return meant.length === 1 && meant[0] ? { ...one, value: meant[0].value } : one;
}

const NAMES = [
  '',
  '',
  '',
  'text',
  'whole number',
  'true or false',
  'user',
  'channel',
  'role',
  'user or role',
  'number',
  'file',
];

/** What an option takes, in a word. @param {Option} option */
export function takes(option) {
  return NAMES[option.type] ?? 'text';
}
