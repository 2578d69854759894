import { appTag, avatar } from '../avatar.js';
import { readable } from '../colour.js';
import { Component, h } from '../html.js';
import { icon } from '../icons.js';
import { markdown } from '../markdown/view.js';
import { guildOf, nameOf, rolesOf } from '../display-names.js';
import { calls } from '../reducer.js';
import { fullTime, messageTime, shortTime } from '../time.js';
import { components } from './components.js';
import { dots } from './thinking.js';
import { embed } from './embeds.js';
import { above } from './reply-line.js';
import { attachments } from './media.js';
import { messageMenu, userMenu } from './menus.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').Message} Message */

const SUPPRESS_EMBEDS = 1 << 2;
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

/** @typedef {{ client: Client, message: Message, follows: boolean, stop: boolean }} Props */

/** @extends {Component<Props>} */
export class MessageView extends Component {
  /** @param {Props} next */
  shouldComponentUpdate(next) {
    const { client, message, follows, stop } = this.props;
    const [was, is] = [client.view, next.client.view];
    return (
      next.message !== message ||
      next.follows !== follows ||
      next.stop !== stop ||
      was.state !== is.state ||
      was.user !== is.user ||
      was.now !== is.now ||
      was.theme !== is.theme ||
      was.waiting !== is.waiting
    );
  }

  render() {
    const { client, message, follows, stop } = this.props;
    const flags = Number(message.flags);
    const isPrivate = (flags & EPHEMERAL) !== 0;
    const shape = [
      'message',
      follows ? 'follows' : 'leads',
      isPrivate ? 'private' : '',
      calls(client.view, message) ? 'calls' : '',
    ];
    const at = Date.parse(message.timestamp);
    /** @param {MouseEvent} event */
    const onContextMenu = (event) => {
      // A right click on a link or on chosen words is about these, and the browser's own menu knows them.
      if (event.target instanceof Element && event.target.closest('a, input, textarea')) return;
      if (window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      client.act.menu(messageMenu(client, message, event.clientX, event.clientY));
    };
    return h(
      'article',
      {
        class: shape.filter(Boolean).join(' '),
        id: `message-${message.id}`,
        tabIndex: stop ? 0 : -1,
        'aria-labelledby': `by-${message.id} at-${message.id}`,
        onContextMenu,
      },
      follows ? null : above(client, message),
      follows ? h('span', { class: 'side-time', 'aria-hidden': 'true' }, shortTime(at)) : avatar(message.author),
      h(
        'div',
        { class: 'message-main' },
        this.head(at),
        flags & LOADING ? thinking(nameOf(message.author)) : this.body(flags),
        failures(client, message),
        isPrivate ? this.privateBar() : null,
      ),
      this.tools(),
    );
  }

  /** @param {number} at */
  head(at) {
    const { client, message, follows } = this.props;
    const { author, id } = message;
    const colour = rolesOf(guildOf(client.view), author.id).find((role) => role.color)?.color;
    const style = colour ? { color: readable(colour, client.view.theme) } : {};
    /** @param {MouseEvent} event */
    const open = (event) => {
      event.preventDefault();
      client.act.menu(userMenu(client, author, event.clientX, event.clientY));
    };
    return h(
      'h2',
      { class: follows ? 'message-head hidden' : 'message-head' },
      h(
        'button',
        {
          type: 'button',
          class: 'author',
          id: `by-${id}`,
          style,
          tabIndex: follows ? -1 : 0,
          onClick: open,
          onContextMenu: open,
        },
        nameOf(author),
      ),
      appTag(author),
      h('time', { id: `at-${id}`, title: fullTime(at) }, messageTime(at, client.view.now)),
    );
  }

  /** @param {number} flags */
  body(flags) {
    const { client, message } = this.props;
    const edited = message.edited_timestamp
      ? h('span', { class: 'edited', title: fullTime(Date.parse(message.edited_timestamp)) }, '(edited)')
      : null;
    const words = message.content ? h('div', { class: 'words' }, markdown(client, message.content), edited) : null;
    return [
      words,
      attachments(client, shownAlone(message)),
      flags & SUPPRESS_EMBEDS ? null : (message.embeds ?? []).map((one) => embed(client, one)),
      components(client, message, message.components ?? []),
      words ? null : edited,
    ];
  }

  privateBar() {
    const { client, message } = this.props;
    const dismiss = () => {
      client.act.dismiss(message);
      // The button goes with its message, and would take the focus along.
      const field = document.querySelector('.composer-field');
      if (field instanceof HTMLElement) field.focus();
    };
    return h(
      'div',
      { class: 'private-bar' },
      icon('eye'),
      h('span', null, 'Only you can see this • '),
      h('button', { type: 'button', class: 'link-button', onClick: dismiss }, 'Dismiss message'),
    );
  }

  tools() {
    const { client, message } = this.props;
    /** @param {MouseEvent} event */
    const open = (event) => {
      const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : null;
      client.act.menu(messageMenu(client, message, box?.right ?? 0, box?.bottom ?? 0));
    };
    const button = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'More',
        'aria-haspopup': 'menu',
        title: 'More',
        onClick: open,
      },
      icon('dots'),
    );
    return h('div', { class: 'tools' }, button);
  }
}

/** A file that a component shows is not shown again below. @param {Message} message */
function shownAlone(message) {
  const rest = JSON.stringify([message.components ?? [], message.embeds ?? []]);
  return (message.attachments ?? []).filter(
    (one) => !rest.includes(JSON.stringify(one.url)) && !rest.includes(`attachment://${one.filename}`),
  );
}

/** @param {string} name */
function thinking(name) {
  return h('div', { class: 'thinking' }, dots(), h('span', null, `${name} is thinking…`));
}

/** @param {Client} client @param {Message} message */
function failures(client, message) {
  return client.view.waiting
    .filter((one) => one.failed && one.kind === 'component' && one.message === message.id)
    .map((one) =>
      h(
        'p',
        { class: 'failure', role: 'alert', key: one.nonce },
        icon('warn'),
        `This interaction failed. ${one.failed}`,
      ),
    );
}
