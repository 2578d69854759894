/** @typedef {import('./protocol.d.ts').State} State */
/** @typedef {import('./protocol.d.ts').Message} Message */
/** @typedef {import('./protocol.d.ts').Interaction} Interaction */
/** @typedef {import('./protocol.d.ts').LogEntry} LogEntry */
/** @typedef {import('./protocol.d.ts').ClientEvent} ClientEvent */
/** @typedef {ReturnType<typeof openApi>} Api */

/** How long to wait before the events are asked for again once the emulator has closed them, in milliseconds. */
const AGAIN = 1500;

/** All requests go to addresses beneath the page's own, which holds the secret. */
export function openApi() {
  /** @param {string} path @param {Record<string, string>} query */
  const get = async (path, query = {}) => {
    const answer = await fetch(`client/${path}?${new URLSearchParams(query)}`);
    if (!answer.ok) throw new Error(`The emulator answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  /** @param {string} path @param {unknown} body */
  const post = async (path, body) => {
    const answer = await fetch(`client/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await refusal(answer));
    return answer;
  };
  return {
    /** @returns {Promise<State>} */
    state: () => get('state'),
    /** @param {string} channel @param {string} user @returns {Promise<Message[]>} */
    messages: (channel, user) => get('messages', { channel, user }),
    /** @param {number} since @returns {Promise<LogEntry[]>} */
    log: (since) => get('log', { since: String(since) }),
    /** @param {Interaction} interaction */
    interact: (interaction) => post('interactions', interaction),
    /** @param {string} user @param {string} channel @param {string} content */
    say: (user, channel, content) => post('messages', { user, channel, content }),
    /** @param {string} user @param {string} message */
    dismiss: (user, message) => post('dismiss', { user, message }),
    /** @param {string} user @param {string} channel @param {string} label @returns {Promise<{ says: string }>} */
    extra: async (user, channel, label) => (await post('extras', { user, channel, label })).json(),
    listen,
  };
}

/** @param {Response} answer */
async function refusal(answer) {
  // The emulator says why in a plain sentence.
  const plain = answer.headers.get('content-type')?.startsWith('text/plain');
  const text = plain ? (await answer.text()).trim() : '';
  return text || `The emulator answered ${answer.status}.`;
}

/**
 * @param {string} user
 * @param {(event: ClientEvent) => void} onEvent
 * @param {(linked: boolean) => void} onLink told at each connection and each loss of it
 * @returns {() => void} ends the listening
 */
function listen(user, onEvent, onLink) {
  /** @type {EventSource | null} */
  let source = null;
  let again = 0;
  const open = () => {
    source = new EventSource(`client/events?${new URLSearchParams({ user })}`);
    source.addEventListener('open', () => onLink(true));
    source.addEventListener('message', (event) => onEvent(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      onLink(false);
      // The browser tries again by itself unless the answer was no stream at all.
      if (source?.readyState === EventSource.CLOSED) again = window.setTimeout(open, AGAIN);
    });
  };
  open();
  return () => {
    window.clearTimeout(again);
    source?.close();
  };
}
