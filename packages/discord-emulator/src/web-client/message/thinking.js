import { h } from '../html.js';

/** Three dots that breathe while something is awaited. */
export function dots() {
  return h(
    'span',
    { class: 'dots', 'aria-hidden': 'true' },
    [0, 1, 2].map((key) => h('i', { key })),
  );
}
