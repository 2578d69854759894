import { appTag, avatar } from '../avatar.js';
import { readable } from '../colour.js';
import { Component, h } from '../html.js';
import { guildOf, nameOf, rolesOf, userOf } from '../display-names.js';
import { userMenu } from '../message/menus.js';
import { rove } from '../roving-tabindex.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('discord-api-types/v10').APIUser} User */

/** The people of the channel, by their highest role. @extends {Component<{ client: Client }>} */
export class Members extends Component {
  render() {
    const { client } = this.props;
    const groups = grouped(client);
    let stop = true;
    return h(
      'aside',
      {
        class: 'members',
        id: 'members',
        'aria-label': 'Members',
        onKeyDown: (/** @type {KeyboardEvent & { currentTarget: EventTarget | null }} */ event) =>
          rove(event, 'button'),
      },
      groups.map(({ title, people }) => [
        h('h2', { class: 'member-group', key: title }, `${title} — ${people.length}`),
        h(
          'ul',
          { key: `of ${title}` },
          people.map((user) => {
            const first = stop;
            stop = false;
            return this.row(user, first);
          }),
        ),
      ]),
    );
  }

  /** @param {User} user @param {boolean} stop */
  row(user, stop) {
    const { client } = this.props;
    const { view, act } = client;
    const offline = user.id === view.state?.bot.id && !view.state.bot.online;
    const roles = rolesOf(guildOf(view), user.id);
    const colour = roles.find((role) => role.color)?.color;
    const style = colour ? { color: readable(colour, view.theme) } : {};
    /** @param {MouseEvent} event */
    const open = (event) => {
      event.preventDefault();
      const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : null;
      act.menu(userMenu(client, user, event.clientX || (box?.left ?? 0), event.clientY || (box?.bottom ?? 0)));
    };
    const note = offline ? 'offline' : user.id === view.user ? 'you speak as this member' : '';
    return h(
      'li',
      { key: user.id },
      h(
        'button',
        {
          type: 'button',
          class: `member ${offline ? 'offline' : ''} ${user.id === view.user ? 'me' : ''}`,
          'aria-haspopup': 'menu',
          tabIndex: stop ? 0 : -1,
          onClick: open,
          onContextMenu: open,
        },
        avatar(user, 'small'),
        h(
          'span',
          { class: 'member-words' },
          h('span', { class: 'member-name', style }, nameOf(user)),
          note ? h('small', null, note) : null,
        ),
        appTag(user),
      ),
    );
  }
}

/** @param {Client} client @returns {{ title: string, people: User[] }[]} */
function grouped({ view }) {
  const guild = guildOf(view);
  if (!guild) {
    const people = [userOf(view, view.user), view.state?.bot].filter((user) => user !== null && user !== undefined);
    return [{ title: 'Members', people }];
  }
  /** @type {Map<string, User[]>} */
  const groups = new Map();
  const order = guild.roles.toSorted((a, b) => b.position - a.position).map(({ name }) => name);
  for (const { user } of guild.members) {
    const hoisted = rolesOf(guild, user.id).find((role) => role.hoist);
    const title = hoisted?.name ?? (user.bot ? 'Apps' : 'Online');
    groups.set(title, [...(groups.get(title) ?? []), user]);
  }
  /** @param {string} title */
  const rank = (title) => (order.includes(title) ? order.indexOf(title) : title === 'Apps' ? 1000 : 1001);
  return [...groups].map(([title, people]) => ({ title, people })).toSorted((a, b) => rank(a.title) - rank(b.title));
}
