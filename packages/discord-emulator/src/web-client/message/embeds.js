import { css } from '../colour.js';
import { h } from '../html.js';
import { isHttp } from '../markdown/address.js';
import { markdown } from '../markdown/view.js';
import { messageTime } from '../time.js';
import { gallery } from './media.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('discord-api-types/v10').APIEmbed} Embed */
/** @typedef {import('preact').ComponentChildren} Children */

/** @param {string | undefined} url @param {Children} words */
function linked(url, words) {
  return url && isHttp(url) ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words) : words;
}

/** An embed's pictures carry no alt text in Discord. @param {{ url: string, width?: number, height?: number }} image */
function picture({ url, width, height }) {
  return { url, alt: '', spoiler: false, width, height };
}

/** @param {Client} client @param {Embed} embed */
export function embed(client, embed) {
  const { author, title, description, fields, image, thumbnail, footer, timestamp, provider } = embed;
  const style = embed.color === undefined ? {} : { borderInlineStartColor: css(embed.color) };
  const words = h(
    'div',
    { class: 'embed-words' },
    provider?.name ? h('div', { class: 'embed-provider' }, provider.name) : null,
    author ? h('div', { class: 'embed-author' }, linked(author.url, author.name)) : null,
    title ? h('div', { class: 'embed-title' }, linked(embed.url, markdown(client, title, { inline: true }))) : null,
    description ? h('div', { class: 'words' }, markdown(client, description)) : null,
    fields?.length
      ? h(
          'div',
          { class: 'embed-fields' },
          fields.map((field) => drawField(client, field)),
        )
      : null,
  );
  return h(
    'div',
    { class: 'embed', style },
    h(
      'div',
      { class: 'embed-top' },
      words,
      thumbnail ? h('div', { class: 'thumbnail' }, gallery(client, [picture(thumbnail)])) : null,
    ),
    image ? gallery(client, [picture(image)]) : null,
    foot(client, footer?.text, timestamp),
  );
}

/** @param {Client} client @param {NonNullable<Embed['fields']>[number]} field */
function drawField(client, { name, value, inline }) {
  return h(
    'div',
    { class: inline ? 'field inline' : 'field' },
    h('div', { class: 'field-name' }, markdown(client, name, { inline: true })),
    h('div', { class: 'words' }, markdown(client, value)),
  );
}

/** @param {Client} client @param {string | undefined} text @param {string | undefined} timestamp */
function foot(client, text, timestamp) {
  if (!text && !timestamp) return null;
  const at = timestamp ? messageTime(Date.parse(timestamp), client.view.now) : null;
  return h('div', { class: 'embed-foot' }, [text, at].filter(Boolean).join(' • '));
}
