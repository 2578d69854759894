import { Component, h } from '../html.js';
import { parseMarkdown } from '../markdown.js';
import { channelName, channelOf, guildOf, nameOf, roleOf, userOf } from '../display-names.js';
import { readable } from '../colour.js';
import { icon } from '../icons.js';
import { fullTime, stamp } from '../time.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../markdown.d.ts').Node} Node */
/** @typedef {import('preact').ComponentChildren} Children */

/**
 * A text in Discord's markdown.
 * @param {Client} client @param {string} text @param {{ inline?: boolean }} [options]
 */
export function markdown(client, text, options) {
  return draw(client, parseMarkdown(text, options));
}

/** @param {Client} client @param {readonly Node[]} nodes @returns {Children[]} */
function draw(client, nodes) {
  return nodes.map((node, at) => {
    // The line break behind a block of code ends the block; it is no empty line.
    if (node.type === 'text' && nodes[at - 1]?.type === 'fence') return node.text.replace(/^\n/, '');
    return drawOne(client, node);
  });
}

const TAGS = { strong: 'strong', em: 'em', underline: 'u', strike: 's' };

/** @param {Client} client @param {Node} node @returns {Children} */
function drawOne(client, node) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
      return h(TAGS[node.type], null, draw(client, node.children));
    case 'spoiler':
      return h(Spoiler, null, draw(client, node.children));
    case 'quote':
      return h('blockquote', null, draw(client, node.children));
    case 'subtext':
      return h('small', { class: 'subtext' }, draw(client, node.children));
    case 'heading':
      // One level for all three: a message may begin with any, and the outline of the page must not skip one.
      return h('h3', { class: `md-h${node.level}` }, draw(client, node.children));
    case 'list':
      return drawList(client, node);
    case 'code':
      return h('code', null, node.text);
    case 'fence':
      return h('pre', { tabIndex: 0 }, h('code', null, node.text));
    case 'link':
      return h(
        'a',
        { href: node.url, target: '_blank', rel: 'noopener noreferrer', title: node.url },
        draw(client, node.children),
      );
    case 'timestamp':
      return h(
        'time',
        { class: 'stamp', title: fullTime(node.seconds * 1000) },
        stamp(node.seconds, node.style, client.view.now),
      );
    case 'emoji':
      return h('span', { class: 'emoji', role: 'img', 'aria-label': `:${node.name}:` }, `:${node.name}:`);
    case 'user':
    case 'role':
    case 'channel':
    case 'everyone':
    case 'command':
    case 'guide':
      return mention(client, node);
  }
}

/** @param {Client} client @param {Extract<Node, { type: 'list' }>} node */
function drawList(client, node) {
  const items = node.items.map((item) => h('li', null, draw(client, item)));
  return node.start === null ? h('ul', null, items) : h('ol', { start: node.start }, items);
}

/** @param {Client} client @param {Extract<Node, { type: 'user' | 'role' | 'channel' | 'everyone' | 'command' | 'guide' }>} node */
function mention(client, node) {
  const { view, act } = client;
  switch (node.type) {
    case 'user': {
      const user = userOf(view, node.id);
      return h('span', { class: 'mention' }, `@${user ? nameOf(user) : 'unknown-user'}`);
    }
    case 'role': {
      const role = roleOf(view, node.id);
      const style = role?.color ? { color: readable(role.color, view.theme) } : {};
      return h('span', { class: 'mention', style }, `@${role?.name ?? 'deleted-role'}`);
    }
    case 'channel': {
      const channel = channelOf(view, node.id);
      if (!channel) return h('span', { class: 'mention' }, '#unknown');
      const here = guildOf(view)?.channels.some(({ id }) => id === node.id);
      const words = `#${channelName(channel)}`;
      if (!here) return h('span', { class: 'mention' }, words);
      return h('button', { type: 'button', class: 'mention', onClick: () => act.open(view.guild, node.id) }, words);
    }
    case 'everyone':
      return h('span', { class: 'mention' }, `@${node.name}`);
    case 'command':
      return h(
        'button',
        { type: 'button', class: 'mention', onClick: () => act.compose(`/${node.name} `) },
        `/${node.name}`,
      );
    case 'guide':
      return h('span', { class: 'mention' }, node.to.replace(/[-:].*/, ''));
  }
}

/**
 * Hidden until asked for; then it stays open. While it is hidden nothing in it can be reached.
 * @extends {Component<{ children?: Children, block?: boolean, label?: string }, { open: boolean }>}
 */
export class Spoiler extends Component {
  state = { open: false };
  render() {
    const { children, block, label = 'Spoiler' } = this.props;
    const tag = block ? 'div' : 'span';
    const shape = block ? 'spoiler-block' : 'spoiler';
    if (this.state.open) return h(tag, { class: `${shape} open` }, children);
    const open = () => this.setState({ open: true });
    return h(
      tag,
      { class: shape },
      h(tag, { class: 'spoiler-content', 'aria-hidden': 'true', inert: true }, children),
      h(
        'button',
        { type: 'button', class: 'spoiler-cover', 'aria-label': `${label}: show`, onClick: open },
        block ? icon('eye') : null,
        block ? label : null,
      ),
    );
  }
}
