import { readFiles } from '../composer/upload.js';
import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';
import { markdown } from '../markdown/view.js';
import { drawField } from './field.js';
import { answers, faultOf, fieldsOf, initial } from './form.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').OpenModal} OpenModal */
/** @typedef {import('./form.js').Values} Values */

/**
 * A form that the bot asked for. It stays until its answer has been taken; Escape puts it away.
 * @extends {Component<{ client: Client, open: OpenModal }, { values: Values, tried: boolean, sent: string | null }>}
 */
export class Modal extends Component {
  root = createRef();
  /** @param {{ client: Client, open: OpenModal }} props */
  constructor(props) {
    super(props);
    this.state = { values: initial(props.open.modal), tried: false, sent: /** @type {string | null} */ (null) };
  }
  componentDidMount() {
    this.root.current?.showModal();
    this.root.current?.querySelector('.modal-body input, .modal-body textarea, .modal-body button')?.focus();
  }
  componentDidUpdate() {
    const { sent } = this.state;
    const { view, act } = this.props.client;
    // Answered: nobody waits for it any more.
    if (sent !== null && !view.waiting.some(({ nonce }) => nonce === sent)) act.closeModal();
  }
  /** @param {string} id @param {Values[string]} value */
  set = (id, value) => this.setState(({ values }) => ({ values: { ...values, [id]: value } }));

  /** @param {Event} event */
  submit = async (event) => {
    event.preventDefault();
    const { client, open } = this.props;
    const { values, sent } = this.state;
    if (sent !== null && !this.failure()) return;
    this.setState({ tried: true });
    const wrong = fieldsOf(open.modal).find((field) => faultOf(field, values[field.control.custom_id]));
    if (wrong) {
      this.root.current?.querySelector(`#${CSS.escape(`field-${wrong.control.custom_id}`)}`)?.focus();
      return;
    }
    const { components, files } = answers(open.modal, values);
    const uploads = await readFiles(files);
    if (sent !== null) client.act.forget(sent);
    this.setState({ sent: null });
    const nonce = client.act.submit(open, components, uploads);
    this.setState({ sent: nonce });
  };
  failure() {
    return this.props.client.view.waiting.find(({ nonce }) => nonce === this.state.sent)?.failed ?? null;
  }

  render() {
    const { client, open } = this.props;
    const { values, tried, sent } = this.state;
    const failure = sent === null ? null : this.failure();
    const busy = sent !== null && failure === null;
    const fields = fieldsOf(open.modal);
    const parts = open.modal.components.flatMap((part, at) => {
      if (part.type === 10) return [h('div', { class: 'words', key: at }, markdown(client, part.content))];
      return fields
        .filter((field) => field.part === part)
        .map((field) => {
          const { custom_id } = field.control;
          const wrong = tried ? faultOf(field, values[custom_id]) : null;
          return drawField(client, field, values[custom_id], wrong, (value) => this.set(custom_id, value));
        });
    });
    const close = () => this.root.current?.close();
    return h(
      'dialog',
      { class: 'modal', ref: this.root, 'aria-labelledby': 'modal-title', onClose: () => client.act.closeModal() },
      h(
        'form',
        { onSubmit: this.submit, noValidate: true },
        h(
          'div',
          { class: 'modal-head' },
          h('h2', { id: 'modal-title' }, open.modal.title),
          h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onClick: close }, icon('close')),
        ),
        h(
          'p',
          { class: 'modal-note' },
          `This form will be submitted to ${client.view.state?.bot.username ?? 'the bot'}. It is a preview: nothing leaves this computer.`,
        ),
        h('div', { class: 'modal-body' }, parts),
        failure ? h('p', { class: 'failure', role: 'alert' }, icon('warn'), `Something went wrong. ${failure}`) : null,
        h(
          'div',
          { class: 'modal-foot' },
          h('button', { type: 'button', class: 'button secondary', onClick: close }, 'Cancel'),
          h(
            'button',
            { type: 'submit', class: `button primary ${busy ? 'busy' : ''}`, 'aria-busy': busy ? 'true' : undefined },
            h('span', null, 'Submit'),
          ),
        ),
      ),
    );
  }
}
