import { h } from '../html.js';
import { icon } from '../icons.js';
import { dots } from '../message/thinking.js';

/** What a button of the emulator's own said. @param {import('../types.d.ts').Client} client */
export function said({ view, act }) {
  const here = view.said?.channel === view.channel ? view.said : null;
  return h(
    'div',
    { class: 'said', role: 'status', key: 'said' },
    here === null
      ? null
      : [
          here.words === null ? dots() : h('p', null, here.words),
          h(
            'button',
            { type: 'button', class: 'icon-button', 'aria-label': 'Put away', title: 'Put away', onClick: act.hush },
            icon('close'),
          ),
        ],
  );
}
