import { css } from '../colour.js';
import { h } from '../html.js';
import { markdown, Spoiler } from '../markdown/view.js';
import { button } from './button.js';
import { fileCard, gallery, shown, thumbnail } from './media.js';
import { MessageSelect } from './message-select.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').Message} Message */
/** @typedef {import('discord-api-types/v10').APIMessageComponent} AnyComponent */
/** @typedef {import('preact').ComponentChildren} Children */

/** @param {Client} client @param {Message} message @param {readonly AnyComponent[]} components @returns {Children[]} */
export function components(client, message, components) {
  return components.map((component) => one(client, message, component));
}

/** @param {Client} client @param {Message} message @param {AnyComponent} component @returns {Children} */
function one(client, message, component) {
  if (component.type === 1) return h('div', { class: 'row' }, components(client, message, component.components));
  if (component.type === 2) return button(client, message, component);
  if (component.type === 9) return section(client, message, component);
  if (component.type === 10) return h('div', { class: 'words' }, markdown(client, component.content));
  if (component.type === 11) return thumbnail(client, component);
  if (component.type === 12) {
    return gallery(
      client,
      component.items.map((item) => shown(item.media, item.description, item.spoiler)),
    );
  }
  if (component.type === 13) return file(component);
  if (component.type === 14) {
    const large = component.spacing === 2 ? 'large' : '';
    return component.divider === false ? h('div', { class: `gap ${large}` }) : h('hr', { class: `separator ${large}` });
  }
  if (component.type === 17) return container(client, message, component);
  if ('custom_id' in component) {
    return h(MessageSelect, { key: component.custom_id, client, message, select: component });
  }
  return null;
}

/** @param {Client} client @param {Message} message @param {import('discord-api-types/v10').APISectionComponent} parts */
function section(client, message, parts) {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-words' }, components(client, message, parts.components)),
    h('div', { class: 'section-side' }, one(client, message, parts.accessory)),
  );
}

/** @param {import('discord-api-types/v10').APIFileComponent} component */
function file({ file: { url }, name, size, spoiler }) {
  const written = name ?? url.split('/').at(-1)?.split('?')[0] ?? 'file';
  return fileCard({ url, name: written, size, spoiler: spoiler ?? false });
}

/** @param {Client} client @param {Message} message @param {import('discord-api-types/v10').APIContainerComponent} box */
function container(client, message, box) {
  const accent = box.accent_color ?? null;
  const style = accent === null ? {} : { borderInlineStartColor: css(accent) };
  const shape = `container ${accent === null ? '' : 'accent'}`;
  const inside = h('div', { class: shape, style }, components(client, message, box.components));
  return box.spoiler ? h(Spoiler, { block: true }, inside) : inside;
}
