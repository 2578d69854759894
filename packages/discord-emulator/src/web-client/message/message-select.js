import { Component, h } from '../html.js';
import { Select } from './select.js';
import { defaultsOf, optionsOf } from './select-options.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').Message} Message */
/** @typedef {import('discord-api-types/v10').APISelectMenuComponent} AnySelect */

/**
 * A select in a message: a choice is an interaction. What was chosen stays shown until the message changes.
 * @extends {Component<{ client: Client, message: Message, select: AnySelect }, { values: string[] | null, from: AnySelect | null }>}
 */
export class MessageSelect extends Component {
  state = { values: /** @type {string[] | null} */ (null), from: /** @type {AnySelect | null} */ (null) };
  render() {
    const { client, message, select } = this.props;
    const mine = this.state.from === select ? this.state.values : null;
    const busy = client.view.waiting.some(
      (one) => !one.failed && one.message === message.id && one.control === select.custom_id,
    );
    const placeholder = select.placeholder ?? 'Make a selection';
    return h(Select, {
      id: `select-${message.id}-${encodeURIComponent(select.custom_id)}`,
      name: placeholder,
      placeholder,
      options: optionsOf(client.view, select),
      values: mine ?? defaultsOf(select),
      min: select.min_values ?? 1,
      max: select.max_values ?? 1,
      disabled: select.disabled ?? false,
      busy,
      searchable: select.type !== 3,
      onChange: (values) => {
        this.setState({ values, from: select });
        client.act.component(message, select, placeholder, values);
      },
    });
  }
}
