import { Component, h } from '../html.js';
import { icon } from '../icons.js';
import { Spoiler } from '../markdown/view.js';
import { weight } from '../time.js';

/** @typedef {import('../types.d.ts').Client} Client */

/**
 * One picture of a message.
 * @typedef {object} Shown
 * @property {string} url
 * @property {string} alt
 * @property {boolean} spoiler
 * @property {number | null | undefined} width
 * @property {number | null | undefined} height
 */

/** @extends {Component<{ picture: Shown, open: () => void, alone?: boolean }, { broken: boolean }>} */
class PictureButton extends Component {
  state = { broken: false };
  render() {
    const { picture, open, alone } = this.props;
    if (this.state.broken) {
      const words = picture.alt || 'Picture';
      return h('span', { class: 'picture broken' }, icon('warn'), `${words} (the picture is not on this computer)`);
    }
    const name = picture.alt ? `Enlarge: ${picture.alt}` : 'Enlarge the picture';
    const size = picture.width && picture.height ? { width: picture.width, height: picture.height } : {};
    const image = h('img', {
      src: picture.url,
      alt: picture.alt,
      ...size,
      onError: () => this.setState({ broken: true }),
    });
    const badge = picture.alt
      ? h('span', { class: 'alt-badge', title: picture.alt, 'aria-hidden': 'true' }, 'ALT')
      : null;
    return h(
      'button',
      { type: 'button', class: `picture ${alone ? 'alone' : ''}`, 'aria-label': name, onClick: open },
      image,
      badge,
    );
  }
}

/** @param {Client} client @param {readonly Shown[]} pictures */
export function gallery(client, pictures) {
  const open = pictures.map(({ url, alt }) => ({ url, alt }));
  const shape = `gallery of-${Math.min(pictures.length, 10)}`;
  const items = pictures.map((picture, at) => {
    const alone = pictures.length === 1;
    const button = h(PictureButton, { key: picture.url, picture, alone, open: () => client.act.lightbox(open, at) });
    return picture.spoiler ? h(Spoiler, { block: true, label: 'Spoiler picture' }, button) : button;
  });
  return h('div', { class: shape }, items);
}

/** @param {Client} client @param {import('discord-api-types/v10').APIThumbnailComponent} thumbnail */
export function thumbnail(client, { media, description, spoiler }) {
  const picture = { ...shown(media, description, spoiler), width: null, height: null };
  const button = h(PictureButton, { picture, open: () => client.act.lightbox([picture], 0) });
  return h(
    'div',
    { class: 'thumbnail' },
    spoiler ? h(Spoiler, { block: true, label: 'Spoiler picture' }, button) : button,
  );
}

/**
 * @param {{ url: string, width?: number | null, height?: number | null }} media
 * @param {string | null} [description] @param {boolean} [spoiler] @returns {Shown}
 */
export function shown(media, description, spoiler) {
  return {
    url: media.url,
    alt: description ?? '',
    spoiler: spoiler ?? false,
    width: media.width,
    height: media.height,
  };
}

/** @param {{ url: string, name: string, size: number | undefined, spoiler: boolean }} file */
export function fileCard({ url, name, size, spoiler }) {
  const card = h(
    'div',
    { class: 'file-card' },
    icon('file'),
    h(
      'span',
      { class: 'file-words' },
      h('a', { href: url, target: '_blank', rel: 'noopener' }, name),
      size === undefined ? null : h('small', null, weight(size)),
    ),
    h('a', { class: 'icon-button', href: url, download: name, 'aria-label': `Download ${name}` }, icon('down')),
  );
  return spoiler ? h(Spoiler, { block: true, label: 'Spoiler file' }, card) : card;
}

/**
 * Pictures together, then the other files one by one.
 * @param {Client} client @param {readonly import('discord-api-types/v10').APIAttachment[]} attachments
 */
export function attachments(client, attachments) {
  const isPicture = attachments.map(
    (one) => one.content_type?.startsWith('image/') ?? /\.(png|jpe?g|gif|webp)$/i.test(one.filename),
  );
  const pictures = attachments.filter((_, at) => isPicture[at]);
  const files = attachments.filter((_, at) => !isPicture[at]);
  /** @param {string} name */
  const hidden = (name) => name.startsWith('SPOILER_');
  return [
    pictures.length > 0 &&
      gallery(
        client,
        pictures.map((one) => shown(one, one.description, hidden(one.filename))),
      ),
    ...files.map((one) =>
      fileCard({ url: one.url, name: one.filename, size: one.size, spoiler: hidden(one.filename) }),
    ),
  ];
}
