import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../types.d.ts').Picture} Picture */

/** @extends {Component<{ client: Client, lightbox: { pictures: readonly Picture[], at: number } }>} */
export class Lightbox extends Component {
  root = createRef();
  componentDidMount() {
    this.root.current?.showModal();
  }
  /** @param {number} step */
  turn(step) {
    const { client, lightbox } = this.props;
    const count = lightbox.pictures.length;
    client.act.lightbox(lightbox.pictures, (lightbox.at + step + count) % count);
  }
  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (event.key === 'ArrowLeft') this.turn(-1);
    if (event.key === 'ArrowRight') this.turn(1);
  };
  /** @param {MouseEvent} event */
  onClick = (event) => {
    if (event.target === this.root.current) this.root.current.close();
  };

  render() {
    const { client, lightbox } = this.props;
    const { pictures, at } = lightbox;
    const picture = pictures[at];
    if (!picture) return null;
    const many = pictures.length > 1;
    /** @param {number} step @param {string} label @param {'left' | 'right'} mark */
    const arrow = (step, label, mark) =>
      many
        ? h(
            'button',
            { type: 'button', class: `turn ${mark}`, 'aria-label': label, onClick: () => this.turn(step) },
            icon(mark),
          )
        : null;
    return h(
      'dialog',
      {
        class: 'lightbox',
        ref: this.root,
        'aria-label': picture.alt || 'Picture',
        onClose: client.act.closeLightbox,
        onKeyDown: this.onKey,
        onClick: this.onClick,
      },
      h(
        'div',
        { class: 'lightbox-tools' },
        h(
          'a',
          {
            class: 'icon-button',
            href: picture.url,
            target: '_blank',
            rel: 'noopener',
            'aria-label': 'Open the original',
          },
          icon('out'),
        ),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close', onClick: () => this.root.current?.close() },
          icon('close'),
        ),
      ),
      arrow(-1, 'Previous picture', 'left'),
      h(
        'figure',
        null,
        h('img', { src: picture.url, alt: picture.alt }),
        picture.alt || many
          ? h('figcaption', null, picture.alt, many ? h('small', null, ` ${at + 1} of ${pictures.length}`) : null)
          : null,
      ),
      arrow(1, 'Next picture', 'right'),
    );
  }
}
