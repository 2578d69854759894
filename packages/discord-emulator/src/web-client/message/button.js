import { h } from '../html.js';
import { icon } from '../icons.js';
import { isHttp } from '../markdown/address.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').Message} Message */

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];

/** @param {import('discord-api-types/v10').APIMessageComponentEmoji | undefined} emoji */
function emojiOf(emoji) {
  if (!emoji?.name) return null;
  const custom = emoji.id !== undefined && emoji.id !== null;
  return h('span', { class: 'emoji', role: 'img', 'aria-label': emoji.name }, custom ? `:${emoji.name}:` : emoji.name);
}

/** @param {Client} client @param {Message} message @param {import('discord-api-types/v10').APIButtonComponent} button */
export function button(client, message, button) {
  const style = STYLES[button.style] ?? 'secondary';
  const label = 'label' in button ? button.label : undefined;
  const emoji = 'emoji' in button ? button.emoji : undefined;
  const words = [emojiOf(emoji), label ? h('span', null, label) : null];
  if ('url' in button) {
    if (button.disabled || !/^discord:|^https?:/i.test(button.url)) {
      return h('button', { type: 'button', class: 'button link', disabled: true }, words, icon('out'));
    }
    const address = isHttp(button.url) ? { href: button.url, target: '_blank', rel: 'noopener noreferrer' } : {};
    return h('a', { class: 'button link', title: button.url, ...address }, words, icon('out'));
  }
  if ('sku_id' in button) return h('button', { type: 'button', class: 'button premium', disabled: true }, 'Premium');
  const busy = client.view.waiting.some(
    (one) => !one.failed && one.message === message.id && one.control === button.custom_id,
  );
  const press = () => {
    if (!busy) client.act.component(message, button, label ?? emoji?.name ?? 'button');
  };
  return h(
    'button',
    {
      type: 'button',
      class: `button ${style} ${busy ? 'busy' : ''}`,
      disabled: button.disabled ?? false,
      'aria-busy': busy ? 'true' : undefined,
      onClick: press,
    },
    words,
  );
}
