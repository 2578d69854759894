import { Composer } from './composer/composer.js';
import { ChannelHead } from './frame/channel-head.js';
import { Members } from './frame/members.js';
import { Rail } from './frame/rail.js';
import { said } from './frame/notice.js';
import { Sidebar } from './frame/sidebar.js';
import { Component, h } from './html.js';
import { MessageList } from './message/list.js';
import { channelName, channelOf, guildOf } from './display-names.js';
import { Lightbox } from './overlay/lightbox.js';
import { Menu } from './overlay/menu.js';
import { Modal } from './overlay/modal.js';
import { Traffic } from './overlay/traffic.js';

/** @typedef {import('./types.d.ts').Client} Client */
/** @typedef {import('./types.d.ts').View} View */

/** @extends {Component<{ client: Client }>} */
export class App extends Component {
  componentDidMount() {
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.props.client.view.drawer)
        this.props.client.act.drawer(null);
      else startTyping(event);
    });
  }
  /** @param {{ client: Client }} before */
  componentDidUpdate(before) {
    const { view } = this.props.client;
    if (view.drawer !== before.client.view.drawer)
      focusDrawer(view.drawer ?? before.client.view.drawer, view.drawer !== null);
    const channel = channelOf(view, view.channel);
    const place = channel ? [view.guild === null ? '@' : '#', channelName(channel)].join('') : '';
    document.title = [place, guildOf(view)?.name, 'Local preview, not Discord'].filter(Boolean).join(' · ');
  }

  render() {
    const { client } = this.props;
    const { view, act } = client;
    const here = `${view.user}/${view.channel}`;
    const shape = ['app', view.members ? 'with-members' : '', view.drawer ? `drawer-${view.drawer}` : ''];
    return [
      h(
        'header',
        { class: 'banner', key: 'banner' },
        h('strong', null, 'Local preview, not Discord.'),
        ' Nothing here leaves this computer.',
        view.linked
          ? null
          : h('span', { class: 'banner-loss', role: 'alert' }, ' The emulator does not answer; trying again…'),
      ),
      h(
        'div',
        { class: shape.filter(Boolean).join(' '), key: 'app' },
        view.state ? [h(Rail, { key: 'rail', client }), h(Sidebar, { key: 'sidebar', client })] : null,
        view.drawer ? h('div', { class: 'veil', onClick: () => act.drawer(null) }) : null,
        h(
          'main',
          { class: 'channel', key: 'channel', 'aria-label': 'Channel' },
          h(ChannelHead, { client }),
          said(client),
          h(MessageList, { client }),
          view.state && view.channel
            ? h(Composer, { key: here, client })
            : h('p', { class: 'loading' }, 'Opening the emulator…'),
          view.menu ? h(Menu, { key: 'menu', client, menu: view.menu }) : null,
        ),
        view.state && !view.traffic ? h(Members, { key: 'members', client }) : null,
        view.traffic ? h(Traffic, { key: 'traffic', client }) : null,
      ),
      view.modal ? h(Modal, { key: view.modal.nonce, client, open: view.modal }) : null,
      view.lightbox ? h(Lightbox, { key: 'lightbox', client, lightbox: view.lightbox }) : null,
    ];
  }
}

/**
 * A drawer takes the focus when it opens, and its button has it back afterwards.
 * @param {View['drawer']} drawer @param {boolean} open
 */
function focusDrawer(drawer, open) {
  const place = open ? `#${drawer} [tabindex="0"]` : `[aria-controls="${drawer}"]`;
  const target = document.querySelector(place);
  if (target instanceof HTMLElement) target.focus();
}

/**
 * Whoever types anywhere, means the composer.
 * @param {KeyboardEvent} event
 */
function startTyping(event) {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  if (target.closest('input, textarea, select, dialog, [role="menu"], [contenteditable]')) return;
  if (event.key === ' ' && target !== document.body) return;
  const field = document.querySelector('.composer-field, .line .here .chip-field, .line .tail');
  if (field instanceof HTMLElement) field.focus();
}
