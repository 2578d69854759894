import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';
import { channelName, channelOf } from '../display-names.js';
import { commandsHere, maySpeak } from '../rights.js';
import { CommandLine } from './command-input.js';
import { fitting, leaves, named } from './command-state.js';
import { move, popup } from './popup.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('./command-state.js').Leaf} Leaf */

/** Discord's limit for what a person may post. */
const LONGEST = 2000;

/**
 * Where the user writes: words to post, or a slash and a command. Once a command is named the line takes over.
 * @extends {Component<{ client: Client }, { text: string, line: { leaf: Leaf, rest: string } | null, active: number, shut: boolean, notice: string | null }>}
 */
export class Composer extends Component {
  state = {
    text: '',
    line: /** @type {{ leaf: Leaf, rest: string } | null} */ (null),
    active: 0,
    shut: false,
    notice: /** @type {string | null} */ (null),
  };
  field = createRef();

  componentDidMount() {
    // On a touch screen the focus would open the keyboard over half of the page.
    if (window.matchMedia('(pointer: fine)').matches) this.field.current?.focus();
  }
  componentDidUpdate() {
    const { act, view } = this.props.client;
    if (view.draft === null) return;
    const { draft } = view;
    act.compose(null);
    this.setState({ line: null }, () => {
      this.write(draft);
      this.field.current?.focus();
    });
  }

  leaves() {
    return leaves(commandsHere(this.props.client.view, 1));
  }
  /** @param {string} text */
  write(text) {
    const line = text.startsWith('/') ? named(this.leaves(), text) : null;
    this.setState({ text: line ? '' : text, line, active: 0, shut: false, notice: null });
  }
  /** @param {Leaf} leaf */
  take(leaf) {
    this.setState({ text: '', line: { leaf, rest: '' }, active: 0, shut: false, notice: null });
  }
  /** @param {string} text */
  back = (text) => {
    this.setState({ line: null, text, shut: false, active: 0 }, () => this.field.current?.focus());
  };

  async post() {
    const text = this.state.text.trim();
    if (text === '') return;
    const leaf = this.leaves().find(({ path }) => text === `/${path}`);
    if (leaf) this.take(leaf);
    else if (text.startsWith('/')) {
      this.setState({ notice: `There is no command ${text.split(' ')[0]} here. Type / to see those that there are.` });
    } else await this.say(text);
  }
  /** @param {string} text */
  async say(text) {
    this.setState({ text: '', notice: null });
    try {
      await this.props.client.act.say(text);
    } catch (error) {
      this.setState({ text, notice: error instanceof Error ? error.message : 'The message could not be posted.' });
    }
  }

  rows() {
    const { text, shut } = this.state;
    if (!text.startsWith('/') || text.includes('\n') || shut) return null;
    return fitting(this.leaves(), text.slice(1));
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (event.isComposing) return;
    const rows = this.rows() ?? [];
    const next = move(event.key, this.state.active, rows.length);
    const leaf = rows[this.state.active];
    if (next !== null) this.setState({ active: next });
    else if ((event.key === 'Enter' || event.key === 'Tab') && leaf && !event.shiftKey) this.take(leaf);
    else if (event.key === 'Escape' && rows.length > 0) this.setState({ shut: true });
    else if (event.key === 'Enter' && !event.shiftKey) void this.post();
    else return;
    event.preventDefault();
  };

  render() {
    const { client } = this.props;
    if (!maySpeak(client.view)) {
      const words = 'You do not have permission to send messages in this channel.';
      return h('div', { class: 'composer' }, h('div', { class: 'composer-box locked' }, h('p', null, words)));
    }
    const { line, notice } = this.state;
    return h(
      'div',
      { class: 'composer' },
      line
        ? h(CommandLine, { key: line.leaf.path, client, leaf: line.leaf, rest: line.rest, onLeave: this.back })
        : this.words(),
      notice ? h('p', { class: 'notice', role: 'alert' }, notice) : null,
    );
  }

  words() {
    const { view } = this.props.client;
    const channel = channelOf(view, view.channel);
    const name =
      channel === null ? '' : view.guild === null ? (view.state?.bot.username ?? '') : `#${channelName(channel)}`;
    const { text, active } = this.state;
    const rows = this.rows();
    const none = rows?.length === 0 ? 'No command matches.' : null;
    const list =
      rows &&
      popup({
        name: 'Commands',
        rows: rows.map((leaf) => ({ label: `/${leaf.path}`, detail: leaf.description, mark: '/' })),
        active,
        pick: (at) => {
          const leaf = rows[at];
          if (leaf) this.take(leaf);
        },
        say: none,
        hint: none ? '' : 'Enter or Tab takes the command',
      });
    return [
      list,
      h(
        'div',
        { class: 'composer-box', key: 'words' },
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': 'Commands',
            title: 'Commands',
            onClick: () => this.props.client.act.compose('/'),
          },
          icon('slash'),
        ),
        h('textarea', {
          class: 'composer-field',
          ref: this.field,
          rows: 1,
          maxLength: LONGEST,
          value: text,
          placeholder: `Message ${name}, or type /`,
          'aria-label': `Message ${name}`,
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          'aria-controls': rows?.length ? 'choices' : undefined,
          'aria-activedescendant': rows?.[active] ? `choice-${active}` : undefined,
          onKeyDown: this.onKey,
          onInput: /** @param {Event} event */ (event) => {
            if (event.target instanceof HTMLTextAreaElement) this.write(event.target.value);
          },
        }),
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button send',
            'aria-label': 'Send',
            disabled: text.trim() === '',
            onClick: () => void this.post(),
          },
          icon('send'),
        ),
      ),
    ];
  }
}
