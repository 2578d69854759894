import { Component, h } from '../html.js';
import { icon } from '../icons.js';
import { channelName, channelOf } from '../display-names.js';

/** @typedef {import('../types.d.ts').Client} Client */

/** @extends {Component<{ client: Client }>} */
export class ChannelHead extends Component {
  render() {
    const { view, act } = this.props.client;
    const channel = channelOf(view, view.channel);
    const direct = view.guild === null;
    const name = channel ? (direct ? (view.state?.bot.username ?? '') : channelName(channel)) : '';
    const topic = channel && 'topic' in channel ? channel.topic : null;
    return h(
      'header',
      { class: 'channel-head' },
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button only-phone',
          'aria-label': 'Channels',
          'aria-expanded': String(view.drawer === 'channels'),
          'aria-controls': 'channels',
          onClick: () => act.drawer('channels'),
        },
        icon('bars'),
      ),
      icon(direct ? 'direct' : 'hash'),
      h('h1', null, name || 'Local preview'),
      topic ? h('p', { class: 'topic', title: topic }, topic) : null,
      h('span', { class: 'stretch' }),
      direct
        ? null
        : view.state?.extras.map((label) =>
            h(
              'button',
              {
                type: 'button',
                class: 'extra',
                key: label,
                'aria-label': label,
                title: label,
                disabled: view.said?.words === null,
                onClick: () => act.extra(label),
              },
              icon('announce'),
              h('span', { class: 'extra-words' }, label),
            ),
          ),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Raw traffic',
          title: 'Raw traffic',
          'aria-pressed': String(view.traffic !== null),
          onClick: () => (view.traffic ? act.closeTraffic() : act.traffic(null)),
        },
        icon('braces'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button not-phone',
          'aria-label': 'Members',
          title: 'Members',
          'aria-pressed': String(view.members),
          onClick: () => act.toggleMembers(),
        },
        icon('people'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button only-phone',
          'aria-label': 'Members',
          'aria-expanded': String(view.drawer === 'members'),
          'aria-controls': 'members',
          onClick: () => act.drawer('members'),
        },
        icon('people'),
      ),
    );
  }
}
