import { css } from '../colour.js';
import { h } from '../html.js';
import { markdown, Spoiler } from '../markdown/view.js';
import { button } from './button.js';
import { fileCard, gallery, shown, thumbnail } from './media.js';
import { MessageSelect } from './message-select.js';

/** @typedef {import('../types.d.ts').Room} Room */
/** @typedef {import('../protocol.d.ts').Message} Message */
/** @typedef {import('discord-api-types/v10').APIMessageComponent} AnyComponent */
/** @typedef {import('preact').ComponentChildren} Children */

/** @param {Room} room @param {Message} message @param {readonly AnyComponent[]} components @returns {Children[]} */
export function components(room, message, components) {
  return components.map((component) => one(room, message, component));
}

/** @param {Room} room @param {Message} message @param {AnyComponent} component @returns {Children} */
function one(room, message, component) {
  if (component.type === 1) return h('div', { class: 'row' }, components(room, message, component.components));
  if (component.type === 2) return button(room, message, component);
  if (component.type === 9) return section(room, message, component);
  if (component.type === 10) return h('div', { class: 'words' }, markdown(room, component.content));
  if (component.type === 11) return thumbnail(room, component);
  if (component.type === 12) {
    return gallery(
      room,
      component.items.map((item) => shown(item.media, item.description, item.spoiler)),
    );
  }
  if (component.type === 13) return file(component);
  if (component.type === 14) {
    const large = component.spacing === 2 ? 'large' : '';
    return component.divider === false ? h('div', { class: `gap ${large}` }) : h('hr', { class: `separator ${large}` });
  }
  if (component.type === 17) return container(room, message, component);
  if ('custom_id' in component) {
    return h(MessageSelect, { key: component.custom_id, room, message, select: component });
  }
  return null;
}

/** @param {Room} room @param {Message} message @param {import('discord-api-types/v10').APISectionComponent} parts */
function section(room, message, parts) {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-words' }, components(room, message, parts.components)),
    h('div', { class: 'section-side' }, one(room, message, parts.accessory)),
  );
}

/** @param {import('discord-api-types/v10').APIFileComponent} component */
function file({ file: { url }, name, size, spoiler }) {
  const written = name ?? url.split('/').at(-1)?.split('?')[0] ?? 'file';
  return fileCard({ url, name: written, size, spoiler: spoiler ?? false });
}

/** @param {Room} room @param {Message} message @param {import('discord-api-types/v10').APIContainerComponent} box */
function container(room, message, box) {
  const accent = box.accent_color ?? null;
  const style = accent === null ? {} : { borderInlineStartColor: css(accent) };
  const shape = `container ${accent === null ? '' : 'accent'}`;
  const inside = h('div', { class: shape, style }, components(room, message, box.components));
  return box.spoiler ? h(Spoiler, { block: true }, inside) : inside;
}
