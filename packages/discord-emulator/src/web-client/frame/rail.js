import { initials } from '../avatar.js';
import { Component, h } from '../html.js';
import { icon } from '../icons.js';
import { guildsOf } from '../channel-tree.js';
import { rove } from '../roving-tabindex.js';

/** @typedef {import('../types.d.ts').Client} Client */

/** The servers, one under the other, as Discord has them at the left edge. @extends {Component<{ client: Client }>} */
export class Rail extends Component {
  render() {
    const { view, act } = this.props.client;
    const direct = view.state?.directs[view.user];
    const places = [
      { id: null, name: 'Direct messages', mark: icon('direct'), channels: direct ? [direct.id] : [] },
      ...guildsOf(view).map((guild) => ({
        id: guild.id,
        name: guild.name,
        mark: initials(guild.name),
        channels: guild.channels.map(({ id }) => id),
      })),
    ];
    return h(
      'nav',
      {
        class: 'rail',
        'aria-label': 'Servers',
        onKeyDown: (/** @type {KeyboardEvent & { currentTarget: EventTarget | null }} */ event) =>
          rove(event, 'button'),
      },
      places.map(({ id, name, mark, channels }) => {
        const here = view.guild === id;
        const fresh = channels.some((channel) => view.unread.has(channel));
        const pings = channels.reduce((sum, channel) => sum + (view.unread.get(channel) ?? 0), 0);
        return h(
          'button',
          {
            type: 'button',
            key: id,
            class: `server ${here ? 'here' : ''} ${fresh ? 'fresh' : ''}`,
            title: name,
            'aria-current': here ? 'true' : undefined,
            tabIndex: here ? 0 : -1,
            onClick: () => act.open(id, id === null ? direct?.id : undefined),
          },
          h('span', { class: 'server-mark', 'aria-hidden': 'true' }, mark),
          h('span', { class: 'hidden' }, spoken(name, fresh, pings)),
          pings > 0 ? h('span', { class: 'badge', 'aria-hidden': 'true' }, pings) : null,
        );
      }),
    );
  }
}

/** @param {string} name @param {boolean} fresh @param {number} pings */
function spoken(name, fresh, pings) {
  return [name, fresh ? 'unread' : '', pings > 0 ? `${pings} mentions` : ''].filter(Boolean).join(', ');
}
