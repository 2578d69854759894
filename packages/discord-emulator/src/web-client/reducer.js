/** @typedef {import('./types.d.ts').View} View */
/** @typedef {import('./protocol.d.ts').Message} Message */
/** @typedef {import('./protocol.d.ts').ClientEvent} ClientEvent */

/**
 * Snowflakes grow with time; compared as numbers without losing digits.
 * @param {{ id: string }} a @param {{ id: string }} b
 */
export function byAge(a, b) {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** @param {readonly Message[]} messages @param {Message} message */
function put(messages, message) {
  const others = messages.filter(({ id }) => id !== message.id);
  return [...others, message].toSorted(byAge);
}

/**
 * What an event makes of a channel's messages. Told twice it makes the same.
 * @param {readonly Message[]} messages @param {string} channel @param {ClientEvent} event
 */
export function retold(messages, channel, event) {
  if (event.type === 'message_delete') return messages.filter(({ id }) => id !== event.id);
  if (event.type === 'message_create' && event.message.channel_id === channel) return put(messages, event.message);
  const known = event.type === 'message_update' && messages.some(({ id }) => id === event.message.id);
  return known ? put(messages, event.message) : messages;
}

/**
 * Whether a message calls the user: by name, by one of their roles, or everyone.
 * @param {View} view @param {Message} message
 */
export function calls(view, message) {
  const held = view.state?.guilds.flatMap(
    ({ members }) => members.find(({ user }) => user.id === view.user)?.roles ?? [],
  );
  return (
    message.mention_everyone ||
    (message.mentions ?? []).some(({ id }) => id === view.user) ||
    (message.mention_roles ?? []).some((id) => held?.includes(id))
  );
}

/**
 * What an event changes in what is shown.
 * @param {View} view @param {ClientEvent} event @returns {Partial<View>}
 */
export function reduce(view, event) {
  switch (event.type) {
    case 'message_create':
      return created(view, event);
    case 'message_update':
    case 'message_delete':
      return { messages: view.messages && retold(view.messages, view.channel, event) };
    case 'done':
      return { waiting: without(view, event.nonce) };
    case 'failed': {
      const failed = event.reason ?? 'The application did not respond.';
      return { waiting: view.waiting.map((one) => (one.nonce === event.nonce ? { ...one, failed } : one)) };
    }
    case 'modal': {
      const from = view.waiting.find(({ nonce }) => nonce === event.nonce);
      if (!from) return {};
      const { guild, channel, message } = from;
      const modal = { nonce: event.nonce, modal: event.modal, guild, channel, ...(message ? { message } : {}) };
      return { modal, waiting: without(view, event.nonce) };
    }
    case 'state':
      return { state: event.state };
    case 'choices':
      return {};
  }
}

/** @param {View} view @param {string} nonce */
function without(view, nonce) {
  return view.waiting.filter((one) => one.nonce !== nonce);
}

/** @param {View} view @param {Extract<ClientEvent, { message: Message }>} event @returns {Partial<View>} */
function created(view, event) {
  const { message } = event;
  const waiting = message.nonce === undefined ? view.waiting : without(view, String(message.nonce));
  if (message.channel_id === view.channel) {
    return { waiting, messages: view.messages && retold(view.messages, view.channel, event) };
  }
  const unread = new Map(view.unread);
  unread.set(message.channel_id, (unread.get(message.channel_id) ?? 0) + Number(calls(view, message)));
  return { waiting, unread };
}
