import { h } from './html.js';

/** Drawn for this page, on a grid of 24. Strokes unless a name is in FILLED. */
const PATHS = {
  hash: 'M9.5 3.5 7.5 20.5M16.5 3.5 14.5 20.5M4.5 8.5H20.5M3.5 15.5H19.5',
  thread: 'M4 4v7a4 4 0 0 0 4 4h11M15 11l4 4-4 4',
  announce: 'M4 10v4h3l8 4V6L7 10H4ZM18 9.5a4 4 0 0 1 0 5',
  direct: 'M4 5h16v11H11l-5 4v-4H4Z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 2.7-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2c2.2.9 3.5 3 3.5 5.8',
  bars: 'M4 6h16M4 12h16M4 18h16',
  close: 'M5 5l14 14M19 5 5 19',
  send: 'M4 4l17 8-17 8 3-8ZM7 12h14',
  plus: 'M12 5v14M5 12h14',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  braces: 'M9 4c-3 0-2 3-2 5s-1 3-3 3c2 0 3 1 3 3s-1 5 2 5M15 4c3 0 2 3 2 5s1 3 3 3c-2 0-3 1-3 3s1 5-2 5',
  file: 'M6 3h8l5 5v13H6ZM14 3v5h5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  down: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  chevron: 'M6 9l6 6 6-6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  slash: 'M16 3 8 21',
  swap: 'M4 8h14l-4-4M20 16H6l4 4',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 3.5 2.5 20h19ZM12 10v4.5M12 17.2v.1',
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  return h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: PATHS[name] }));
}
