import { avatar } from '../avatar.js';
import { Component, h } from '../html.js';
import { icon } from '../icons.js';
import { channelName, guildOf, nameOf, rolesOf, userOf } from '../display-names.js';
import { shelves } from '../channel-tree.js';
import { rove } from '../roving-tabindex.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').Channel} Channel */

/** @param {number} type */
function mark(type) {
  if (type === 1) return icon('direct');
  if (type === 5) return icon('announce');
  return icon(type >= 10 && type <= 12 ? 'thread' : 'hash');
}

/** The channels of the server, and at the foot who is speaking. @extends {Component<{ client: Client }>} */
export class Sidebar extends Component {
  render() {
    const { client } = this.props;
    const { view } = client;
    const guild = guildOf(view);
    const direct = view.state?.directs[view.user];
    const groups = guild
      ? shelves(view, guild)
      : [{ category: null, channels: direct ? [{ channel: direct, depth: 0 }] : [] }];
    return h(
      'nav',
      { class: 'sidebar', id: 'channels', 'aria-label': 'Channels' },
      h('div', { class: 'sidebar-head' }, guild?.name ?? 'Direct messages'),
      h(
        'div',
        {
          class: 'channels',
          onKeyDown: (/** @type {KeyboardEvent & { currentTarget: EventTarget | null }} */ event) =>
            rove(event, 'button'),
        },
        groups.map(({ category, channels }) => [
          category ? h('p', { class: 'category', key: category.id }, category.name) : null,
          h(
            'ul',
            { key: `in ${category?.id ?? ''}` },
            channels.map(({ channel, depth }) => this.row(channel, depth)),
          ),
        ]),
      ),
      speaker(client),
    );
  }

  /** @param {Channel} channel @param {number} depth */
  row(channel, depth) {
    const { view, act } = this.props.client;
    const here = channel.id === view.channel;
    const fresh = view.unread.has(channel.id);
    const pings = view.unread.get(channel.id) ?? 0;
    const name = channel.type === 1 ? (view.state?.bot.username ?? '') : channelName(channel);
    return h(
      'li',
      { key: channel.id },
      h(
        'button',
        {
          type: 'button',
          class: `channel-row ${here ? 'here' : ''} ${fresh ? 'fresh' : ''} ${depth > 0 ? 'thread' : ''}`,
          'aria-current': here ? 'page' : undefined,
          'aria-label': [name, fresh ? 'unread' : '', pings > 0 ? `${pings} mentions` : ''].filter(Boolean).join(', '),
          tabIndex: here ? 0 : -1,
          onClick: () => act.open(view.guild, channel.id),
        },
        mark(channel.type),
        h('span', { class: 'channel-name' }, name),
        pings > 0 ? h('span', { class: 'badge', 'aria-hidden': 'true' }, pings) : null,
      ),
    );
  }
}

/** @param {Client} client */
function speaker({ view, act }) {
  const me = userOf(view, view.user);
  if (!me) return null;
  /** @param {MouseEvent} event */
  const choose = (event) => {
    const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : null;
    act.menu({
      title: 'Speak as',
      x: box?.left ?? 0,
      y: box?.top ?? 0,
      items: (view.state?.users ?? []).map((user) => ({
        label: nameOf(user),
        ticked: user.id === view.user,
        act: () => act.speakAs(user.id),
      })),
    });
  };
  const roles = rolesOf(guildOf(view), me.id).map(({ name }) => name);
  return h(
    'div',
    { class: 'speaker' },
    h(
      'button',
      {
        type: 'button',
        class: 'speaker-button',
        'aria-haspopup': 'menu',
        title: 'Speak as somebody else',
        onClick: choose,
      },
      avatar(me, 'small'),
      h(
        'span',
        { class: 'speaker-words' },
        h('span', { class: 'hidden' }, 'You speak as '),
        h('strong', null, nameOf(me)),
        h('small', null, roles.join(', ') || me.username),
      ),
      icon('swap'),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': view.theme === 'dark' ? 'Light theme' : 'Dark theme',
        title: view.theme === 'dark' ? 'Light theme' : 'Dark theme',
        onClick: () => act.toggleTheme(),
      },
      icon(view.theme === 'dark' ? 'sun' : 'moon'),
    ),
  );
}
