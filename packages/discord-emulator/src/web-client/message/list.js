import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';
import { channelName, channelOf } from '../display-names.js';
import { sameDay, wholeDay } from '../time.js';
import { rove } from '../roving-tabindex.js';
import { dots } from './thinking.js';
import { MessageView } from './message.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').Waiting} Waiting */
/** @typedef {import('../protocol.d.ts').Message} Message */

/** Discord puts messages of one author together when they are less than seven minutes apart. */
const TOGETHER = 7 * 60_000;
/** Nearer than this to the end, in pixels, the reader is reading the newest. */
const NEAR = 60;

const EPHEMERAL = 1 << 6;
/** @param {Message} message */
const isPrivate = ({ flags }) => (Number(flags) & EPHEMERAL) !== 0;

/** @param {Message | undefined} before @param {Message} message */
function follows(before, message) {
  if (!before || message.type !== 0 || before.author.id !== message.author.id) return false;
  // What only one person sees is not the beginning of what all do.
  if (isPrivate(before) !== isPrivate(message)) return false;
  const [earlier, later] = [Date.parse(before.timestamp), Date.parse(message.timestamp)];
  return later - earlier < TOGETHER && sameDay(earlier, later) && !message.message_reference;
}

/** @extends {Component<{ client: Client }>} */
export class MessageList extends Component {
  box = createRef();
  atEnd = true;
  /** Where the page itself has scrolled to. */
  place = -1;

  onScroll = () => {
    const box = this.box.current;
    if (!box) return;
    const rest = box.scrollHeight - box.scrollTop - box.clientHeight;
    this.atEnd = rest < NEAR || Math.abs(box.scrollTop - this.place) < 2;
  };
  /** The newest is shown whole; of one that is higher than the log, the beginning, so that it can be read from there. */
  toEnd = () => {
    const box = this.box.current;
    if (!box || !this.atEnd) return;
    const last = box.lastElementChild;
    const high = last instanceof HTMLElement && last.offsetHeight > box.clientHeight;
    box.scrollTop = high ? last.offsetTop - box.offsetTop : box.scrollHeight;
    this.place = box.scrollTop;
  };
  componentDidMount() {
    // Pictures without a known size move everything when they arrive; `load` does not bubble, but can be captured.
    this.box.current?.addEventListener('load', this.toEnd, true);
    window.addEventListener('resize', this.toEnd);
  }
  /** @param {{ client: Client }} before */
  componentDidUpdate({ client: { view: was } }) {
    const { view } = this.props.client;
    if (was.channel !== view.channel || was.user !== view.user) this.atEnd = true;
    // What the user sends themselves is always shown to them.
    if (view.waiting.length > was.waiting.length && view.waiting.at(-1)?.kind === 'command') this.atEnd = true;
    if (was.messages !== view.messages || was.waiting !== view.waiting) this.toEnd();
  }

  render() {
    const { client } = this.props;
    const { messages, channel, waiting } = client.view;
    const rows = (messages ?? []).flatMap((message, at) => {
      const before = messages?.[at - 1];
      const fresh = !before || !sameDay(Date.parse(before.timestamp), Date.parse(message.timestamp));
      return [
        fresh ? day(message) : null,
        h(MessageView, {
          key: message.id,
          client,
          message,
          follows: !fresh && follows(before, message),
          stop: at === (messages?.length ?? 0) - 1,
        }),
      ];
    });
    const mine = waiting.filter((one) => one.channel === channel && one.kind === 'command');
    return h(
      'div',
      {
        class: 'log',
        role: 'log',
        'aria-label': 'Messages',
        'aria-busy': messages === null ? 'true' : undefined,
        ref: this.box,
        onScroll: this.onScroll,
        onKeyDown: (/** @type {KeyboardEvent & { currentTarget: EventTarget | null }} */ event) =>
          rove(event, ':scope > article'),
      },
      h('div', { class: 'log-space' }),
      messages === null ? null : beginning(client),
      rows,
      mine.map((one) => pending(client, one)),
    );
  }
}

/** @param {Message} message */
function day(message) {
  const words = wholeDay(Date.parse(message.timestamp));
  return h(
    'div',
    { class: 'day', key: `day-${message.id}`, role: 'separator', 'aria-label': words },
    h('span', null, words),
  );
}

/** @param {Client} client */
function beginning({ view, act }) {
  const channel = channelOf(view, view.channel);
  if (!channel) return null;
  const name = view.guild === null ? (view.state?.bot.username ?? '') : `#${channelName(channel)}`;
  const words =
    view.guild === null ? 'This is the start of your direct messages.' : `This is the start of the ${name} channel.`;
  return h(
    'div',
    { class: 'beginning' },
    h('span', { class: 'beginning-mark', 'aria-hidden': 'true' }, icon(view.guild === null ? 'direct' : 'hash')),
    h('p', { class: 'beginning-title' }, `Welcome to ${name}`),
    h(
      'p',
      null,
      words,
      ' Type ',
      h('button', { type: 'button', class: 'mention', onClick: () => act.compose('/') }, '/'),
      ' to see what can be asked.',
    ),
  );
}

/** A command on its way, or one that failed. @param {Client} client @param {Waiting} one */
function pending({ act }, one) {
  if (one.failed === null) {
    return h('div', { class: 'pending', key: one.nonce }, dots(), `Sending ${one.label}…`);
  }
  return h(
    'div',
    { class: 'pending failed', key: one.nonce, role: 'alert' },
    h(
      'p',
      { class: 'failure' },
      icon('warn'),
      h(
        'span',
        null,
        h('strong', null, one.label),
        ' ',
        'The application did not respond. ',
        one.failed === 'The application did not respond.' ? null : one.failed,
      ),
    ),
    h(
      'div',
      { class: 'private-bar' },
      icon('eye'),
      'Only you can see this • ',
      h('button', { type: 'button', class: 'link-button', onClick: () => act.forget(one.nonce) }, 'Dismiss message'),
    ),
  );
}
