import { avatarColour } from './colour.js';
import { h } from './html.js';
import { nameOf } from './display-names.js';

/** @param {string} name */
export function initials(name) {
  const words = name.replace(/\(.*?\)/g, '').match(/[\p{L}\p{N}]+/gu) ?? ['?'];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}

/**
 * A picture of the emulator's own making: Discord's pictures would have to be fetched from elsewhere.
 * @param {import('discord-api-types/v10').APIUser} user @param {string} [size] a class
 */
export function avatar(user, size = '') {
  const style = { backgroundColor: avatarColour(user.id) };
  return h('span', { class: `avatar ${size}`, style, 'aria-hidden': 'true' }, initials(nameOf(user)));
}

/** @param {import('discord-api-types/v10').APIUser} user */
export function appTag(user) {
  return user.bot ? h('span', { class: 'app-tag' }, 'APP') : null;
}
