import { asks, ownChoices } from './choices.js';
import { isEmpty, spare } from './command-state.js';

/** @typedef {import('./command-state.js').Leaf} Leaf */
/** @typedef {import('./command-state.js').Chip} Chip */
/** @typedef {import('./command-state.js').Option} Option */
/** @typedef {import('./choices.js').Choice} Choice */
/** @typedef {import('./autocomplete.js').Answer} Answer */

/**
 * The line while it is being written.
 * @typedef {object} Line
 * @property {Chip[]} chips
 * @property {string} tail what stands behind the chips, where the name of another option can be typed
 * @property {number} at the chip under the cursor; the number of chips where the cursor is behind them all
 * @property {number} active the row of the list that Enter takes; -1 for none
 * @property {boolean} open
 * @property {Answer | null} answer
 * @property {boolean} tried whether sending was tried, so that faults are shown
 */

/**
 * What the list above the line offers where the cursor is.
 * @typedef {object} Offer
 * @property {readonly Option[]} options options that can be added, behind the chips
 * @property {readonly Choice[]} choices choices for the option under the cursor
 * @property {boolean} stale the choices belong to what was typed before, and cannot be taken
 * @property {string | null} say what to say where there is nothing to choose
 */

/** @param {import('../types.d.ts').View} view @param {Leaf} leaf @param {Line} line @returns {Offer} */
export function offerAt(view, leaf, { chips, tail, at, open, answer }) {
  const nothing = { options: [], choices: [], stale: false, say: null };
  const one = chips[at];
  if (!one) {
    const sought = tail.trim().toLocaleLowerCase();
    const options = spare(leaf, chips).filter(({ name }) => name.toLocaleLowerCase().startsWith(sought));
    return { ...nothing, options, say: sought && options.length === 0 ? 'No such option.' : null };
  }
  if (!open || one.value !== null) return nothing;
  if (!asks(one.option)) {
    const choices = ownChoices(view, one);
    return { ...nothing, choices: choices ?? [], say: choices?.length === 0 ? 'Nothing matches.' : null };
  }
  const known = answer?.at === at ? answer : null;
  const choices = known?.choices ?? [];
  if (known?.text !== one.text) {
    return { ...nothing, choices, stale: true, say: choices.length === 0 ? 'Loading options…' : null };
  }
  const failed = 'Loading the options failed. Enter sends what you typed.';
  const none = known.choices ? 'Nothing matches. Enter sends what you typed.' : failed;
  return { ...nothing, choices, say: choices.length === 0 ? none : null };
}

/** The first required option that is still empty; behind them all where there is none. @param {readonly Chip[]} chips */
export function nextEmpty(chips) {
  const at = chips.findIndex((one) => one.option.required && isEmpty(one));
  return at === -1 ? chips.length : at;
}
