import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';
import { rove } from '../roving-tabindex.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').OpenMenu} OpenMenu */

/**
 * A menu at a point. It takes the focus and gives it back.
 * @extends {Component<{ client: Client, menu: OpenMenu }>}
 */
export class Menu extends Component {
  root = createRef();
  before = document.activeElement;

  componentDidMount() {
    this.place();
    this.root.current?.querySelector('[role^="menuitem"]')?.focus();
    document.addEventListener('pointerdown', this.outside);
  }
  componentWillUnmount() {
    document.removeEventListener('pointerdown', this.outside);
  }
  /** Inside the window, whatever the point. */
  place() {
    const box = this.root.current;
    const { x, y } = this.props.menu;
    if (!box) return;
    const margin = 8;
    box.style.left = `${Math.max(margin, Math.min(x, window.innerWidth - box.offsetWidth - margin))}px`;
    box.style.top = `${Math.max(margin, Math.min(y, window.innerHeight - box.offsetHeight - margin))}px`;
  }
  /** @param {PointerEvent} event */
  outside = (event) => {
    if (event.target instanceof Node && !this.root.current?.contains(event.target)) this.props.client.act.menu(null);
  };
  close() {
    this.props.client.act.menu(null);
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
  }
  /** @param {KeyboardEvent & { currentTarget: EventTarget | null }} event */
  onKey = (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    } else rove(event, '[role^="menuitem"]');
  };

  render() {
    const { menu } = this.props;
    const radio = menu.items.some((item) => item.ticked !== undefined);
    return h(
      'div',
      { class: 'menu', ref: this.root },
      h('div', { class: 'menu-title', id: 'menu-title' }, menu.title, menu.note ? h('small', null, menu.note) : null),
      h(
        'div',
        { role: 'menu', 'aria-labelledby': 'menu-title', onKeyDown: this.onKey },
        menu.items.map((item) => [
          item.heading
            ? h('div', { class: 'menu-heading', role: 'presentation', key: item.heading }, item.heading)
            : null,
          h(
            'button',
            {
              type: 'button',
              key: item.label,
              class: 'menu-item',
              role: radio ? 'menuitemradio' : 'menuitem',
              'aria-checked': radio ? String(item.ticked ?? false) : undefined,
              tabIndex: -1,
              onClick: () => {
                this.close();
                item.act();
              },
            },
            h('span', null, item.label),
            item.ticked ? icon('tick') : null,
          ),
        ]),
      ),
    );
  }
}
