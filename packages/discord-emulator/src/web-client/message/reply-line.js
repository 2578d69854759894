import { avatar } from '../avatar.js';
import { h } from '../html.js';
import { parseMarkdown, plainText } from '../markdown.js';
import { nameOf } from '../display-names.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').Message} Message */

const SLASH = 20;
const MENU = 23;

/**
 * The line above a message that answers something: who used which command, or what it replies to.
 * @param {Client} client @param {Message} message
 */
export function above(client, message) {
  const used = commandOf(message);
  if (used) {
    const words = message.type === MENU ? used.name : `/${used.name}`;
    const command = h(
      'button',
      {
        type: 'button',
        class: 'mention',
        onClick: () => client.act.compose(message.type === MENU ? null : `/${used.name} `),
      },
      words,
    );
    return line([
      avatar(used.user, 'tiny'),
      h('span', { class: 'who' }, nameOf(used.user)),
      ' used ',
      message.type === MENU ? h('span', { class: 'mention' }, words) : command,
    ]);
  }
  if (!message.message_reference) return null;
  const { referenced_message: to } = message;
  if (!to) return line([h('em', null, 'Original message was deleted')]);
  const jump = () => {
    const target = document.querySelector(`#message-${CSS.escape(to.id)}`);
    if (target instanceof HTMLElement) target.focus();
  };
  return line([
    avatar(to.author, 'tiny'),
    h('span', { class: 'who' }, nameOf(to.author)),
    h('button', { type: 'button', class: 'reply-words', onClick: jump }, summary(to)),
  ]);
}

/** @param {import('preact').ComponentChildren[]} children */
function line(children) {
  return h('div', { class: 'above' }, h('span', { class: 'spine', 'aria-hidden': 'true' }), ...children);
}

/** @param {Message} message */
function commandOf(message) {
  if (message.type !== SLASH && message.type !== MENU) return null;
  const { interaction, interaction_metadata: metadata } = message;
  const user = metadata?.user ?? interaction?.user;
  // The documentation leaves the command's name out of the metadata; Discord sends it there all the same.
  const name =
    interaction?.name ?? (metadata && 'name' in metadata && typeof metadata.name === 'string' ? metadata.name : null);
  return user && name ? { user, name } : null;
}

/** A message in one line. @param {Message} message */
function summary(message) {
  const words = plainText(parseMarkdown(message.content)).replace(/\s+/g, ' ').trim();
  if (words) return words.length > 90 ? `${words.slice(0, 90)}…` : words;
  const first = firstText(message.components ?? []) ?? message.embeds?.[0]?.title ?? message.embeds?.[0]?.description;
  return first ? plainText(parseMarkdown(first)).replace(/\s+/g, ' ').slice(0, 90) : 'Click to see the message';
}

/** @param {readonly unknown[]} components @returns {string | null} */
function firstText(components) {
  for (const one of components) {
    if (typeof one !== 'object' || one === null) continue;
    if ('content' in one && typeof one.content === 'string') return one.content;
    if ('components' in one && Array.isArray(one.components)) {
      const found = firstText(one.components);
      if (found) return found;
    }
  }
  return null;
}
