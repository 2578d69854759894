import { guildOf, nameOf, rolesOf } from '../display-names.js';
import { commandsHere } from '../rights.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').OpenMenu} OpenMenu */
/** @typedef {import('../types.d.ts').Command} Command */
/** @typedef {import('../protocol.d.ts').Message} Message */
/** @typedef {import('discord-api-types/v10').APIUser} User */

/** @param {Client} client @param {2 | 3} type @param {string} target */
function apps({ view, act }, type, target) {
  return commandsHere(view, type).map((command, at) => ({
    label: command.name,
    act: () => act.command(menuData(command, type, target), command.name, []),
    ...(at === 0 ? { heading: 'Apps' } : {}),
  }));
}

/** @param {Command} command @param {2 | 3} type @param {string} target */
function menuData(command, type, target) {
  const home = command.guild_id ? { guild_id: command.guild_id } : {};
  return { id: command.id, name: command.name, type, target_id: target, ...home };
}

/** @param {string} text */
function copy(text) {
  // A browser may refuse the clipboard; it then says so itself.
  navigator.clipboard.writeText(text).catch(() => undefined);
}

/** @param {Client} client @param {Message} message @param {number} x @param {number} y @returns {OpenMenu} */
export function messageMenu(client, message, x, y) {
  const { act } = client;
  return {
    title: `Message by ${nameOf(message.author)}`,
    x,
    y,
    items: [
      ...apps(client, 3, message.id),
      { label: 'Copy text', heading: 'Message', act: () => copy(textOf(message)) },
      { label: 'Copy message ID', act: () => copy(message.id) },
      { label: 'Show raw traffic', act: () => act.traffic(message) },
    ],
  };
}

/** @param {Client} client @param {User} user @param {number} x @param {number} y @returns {OpenMenu} */
export function userMenu(client, user, x, y) {
  const { view, act } = client;
  const roles = rolesOf(guildOf(view), user.id).map(({ name }) => name);
  const speak = { label: `Speak as ${nameOf(user)}`, act: () => act.speakAs(user.id) };
  const mine = user.bot || user.id === view.user ? [] : [{ ...speak, heading: 'This preview' }];
  return {
    title: `${nameOf(user)} (${user.username})`,
    note: roles.length > 0 ? roles.join(', ') : 'No roles',
    x,
    y,
    items: [...mine, ...apps(client, 2, user.id), { label: 'Copy user ID', heading: 'User', act: () => copy(user.id) }],
  };
}

/** Everything that a message says, in order. @param {Message} message */
function textOf(message) {
  /** @type {string[]} */
  const texts = [message.content];
  /** @param {unknown} value */
  const walk = (value) => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (['content', 'title', 'description', 'name', 'value', 'text'].includes(key) && typeof inner === 'string')
          texts.push(inner);
        else walk(inner);
      }
    }
  };
  walk(message.embeds ?? []);
  walk(message.components ?? []);
  return texts.filter(Boolean).join('\n');
}
