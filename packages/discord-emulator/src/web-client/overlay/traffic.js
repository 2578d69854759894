import { Component, h } from '../html.js';
import { icon } from '../icons.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('../protocol.d.ts').LogEntry} LogEntry */
/** @typedef {import('../protocol.d.ts').Message} Message */

/** How many of the newest entries are drawn: thousands would make the page slow. */
const SHOWN = 200;

/** What went over the wire, for whoever writes the bot. @extends {Component<{ client: Client }>} */
export class Traffic extends Component {
  render() {
    const { view, act } = this.props.client;
    const only = view.traffic?.message ?? null;
    const chosen = only === null ? view.entries : view.entries.filter((entry) => concerns(entry, only));
    const entries = chosen.slice(-SHOWN).toReversed();
    return h(
      'aside',
      { class: 'traffic', 'aria-label': 'Raw traffic' },
      h(
        'div',
        { class: 'traffic-head' },
        h('h2', null, 'Raw traffic'),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close the raw traffic', onClick: act.closeTraffic },
          icon('close'),
        ),
      ),
      only === null
        ? h(
            'p',
            { class: 'traffic-note' },
            chosen.length > SHOWN
              ? `The newest ${SHOWN} of ${chosen.length}.`
              : `${chosen.length} entries, the newest first.`,
          )
        : h(
            'p',
            { class: 'traffic-note' },
            `Of message ${only.id}. `,
            h('button', { type: 'button', class: 'link-button', onClick: () => act.traffic(null) }, 'Show everything'),
          ),
      h('ol', { class: 'entries', tabIndex: 0 }, entries.map(entry)),
      entries.length === 0 ? h('p', { class: 'none' }, 'Nothing yet.') : null,
    );
  }
}

/**
 * Whether an entry speaks of a message: by its id, or by the id of the interaction that it answers.
 * @param {LogEntry} entry @param {Message} message
 */
function concerns(entry, message) {
  const asked = message.interaction_metadata?.id ?? message.interaction?.id;
  const text = JSON.stringify(entry);
  return text.includes(message.id) || (asked !== undefined && text.includes(asked));
}

/** @param {LogEntry} one */
function entry(one) {
  const good = one.status === undefined || one.status < 400;
  return h(
    'li',
    { key: one.n },
    h(
      'details',
      { class: `entry of-${one.kind}` },
      h(
        'summary',
        null,
        h('span', { class: 'entry-kind' }, one.kind),
        h('span', { class: 'entry-words' }, words(one)),
        one.status === undefined ? null : h('span', { class: good ? 'status good' : 'status bad' }, one.status),
      ),
      h('p', { class: 'entry-time' }, h('time', null, one.at)),
      raw('Request', one.request),
      raw('Response', one.response),
    ),
  );
}

/**
 * Addresses break after a slash; the status stands beside them.
 * @param {LogEntry} one
 */
function words({ summary, status }) {
  const bare = summary.replace(` → ${status}`, '');
  return bare.split(/(?<=\/)/).flatMap((part, at) => (at === 0 ? [part] : [h('wbr', null), part]));
}

/** @param {string} name @param {unknown} value */
function raw(name, value) {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return [h('p', { class: 'raw-name' }, name), h('pre', { tabIndex: 0, 'aria-label': name }, text)];
}
