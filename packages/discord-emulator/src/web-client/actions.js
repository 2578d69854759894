import { reduce, retold } from './reducer.js';
import { firstChannel, homeOf } from './channel-tree.js';

/** @typedef {import('./types.d.ts').View} View */
/** @typedef {import('./types.d.ts').Waiting} Waiting */
/** @typedef {import('./types.d.ts').OpenMenu} OpenMenu */
/** @typedef {import('./types.d.ts').Picture} Picture */
/** @typedef {import('./protocol.d.ts').Interaction} Interaction */
/** @typedef {import('./protocol.d.ts').Message} Message */
/** @typedef {import('./protocol.d.ts').ClientEvent} ClientEvent */
/** @typedef {import('./protocol.d.ts').Upload} Upload */
/** @typedef {import('discord-api-types/v10').APIApplicationCommandOptionChoice} Choice */

/** Between two attempts to reach the emulator, in milliseconds. */
const AGAIN = 1000;

/**
 * Everything that a person can do on the page. Nothing else changes what is shown.
 * @param {object} parts
 * @param {import('./store.js').Store} parts.store
 * @param {import('./api.js').Api} parts.api
 * @param {() => string} parts.newNonce
 * @param {(theme: View['theme']) => void} parts.keepTheme
 */
export function createActions({ store, api, newNonce, keepTheme }) {
  const { get, set } = store;
  /** @type {Map<string, (choices: Choice[] | null) => void>} */
  const completions = new Map();
  let hangUp = () => {};
  /** One list for each question that the emulator has not answered yet. @type {Set<ClientEvent[]>} */
  const meanwhile = new Set();

  /** @param {ClientEvent} event */
  const hear = (event) => {
    for (const heard of meanwhile) heard.push(event);
    if (event.type === 'choices') settle(event.nonce, event.choices);
    else if (event.type === 'failed') settle(event.nonce, null);
    set(reduce(get(), event));
    if (get().traffic) act.loadTraffic();
  };
  /** @param {string} nonce @param {Choice[] | null} choices */
  const settle = (nonce, choices) => {
    completions.get(nonce)?.(choices);
    completions.delete(nonce);
  };
  /** @param {string} nonce @param {unknown} error */
  const failed = (nonce, error) => hear({ type: 'failed', nonce, reason: sentence(error) });

  /**
   * @param {Interaction['type']} type @param {Record<string, unknown>} data
   * @param {Pick<Waiting, 'kind' | 'label' | 'message' | 'control'>} about
   * @param {{ guild?: string | null, channel?: string, files?: Upload[] }} [more]
   * @returns {string} the nonce
   */
  const interact = (type, data, about, more = {}) => {
    const { user, guild, channel } = get();
    const nonce = newNonce();
    const place = { guild: more.guild === undefined ? guild : more.guild, channel: more.channel ?? channel };
    // What failed before under the same message is old news once something is tried again.
    const waiting = get().waiting.filter((one) => !one.failed || one.message !== about.message || !about.message);
    set({ waiting: [...waiting, { nonce, ...place, ...about, failed: null }], said: null });
    const files = more.files?.length ? { files: more.files } : {};
    const message = about.message ? { message: about.message } : {};
    api.interact({ nonce, user, ...place, ...message, type, data, ...files }).catch((error) => failed(nonce, error));
    return nonce;
  };

  /**
   * Asks the emulator for what there is. Its answer and its events come on two connections: an event that was heard before
   * the answer may be newer than it, and would be lost under it.
   * @template Answer @param {() => Promise<Answer>} ask
   */
  const askFor = async (ask) => {
    /** @type {ClientEvent[]} */
    const heard = [];
    meanwhile.add(heard);
    try {
      return { answer: await ask(), heard };
    } finally {
      meanwhile.delete(heard);
    }
  };

  /** Who is not in the emulator, is its first user instead. @param {import('./protocol.d.ts').State} state */
  const beSomebody = ({ users }) => {
    const { user } = get();
    if (!users.some(({ id }) => id === user)) set({ user: users[0]?.id ?? '' });
  };

  const loadMessages = async () => {
    const { channel, user } = get();
    const { answer, heard } = await askFor(() => api.messages(channel, user));
    // Another channel or user may have been chosen meanwhile.
    if (get().channel !== channel || get().user !== user) return;
    /** @type {readonly Message[]} */
    let messages = answer;
    for (const event of heard) messages = retold(messages, channel, event);
    set({ messages });
  };

  const act = {
    /** Reads everything, at the start and whenever the connection to the emulator was lost. */
    refresh: async () => {
      const { answer, heard } = await askFor(api.state);
      const state = heard.flatMap((event) => (event.type === 'state' ? [event.state] : [])).at(-1) ?? answer;
      set({ state });
      beSomebody(state);
      const { channel } = get();
      const home = homeOf(get(), channel);
      set(home ? { guild: home === 'direct' ? null : home } : firstChannel(get()));
      await loadMessages();
    },
    /**
     * Connects; retries while the emulator does not answer. Nothing is shown before the emulator's events are heard: what
     * came of a word said earlier than that would never be told.
     */
    start: () => {
      api.state().then(
        (state) => {
          beSomebody(state);
          act.listen();
        },
        () => {
          set({ linked: false });
          setTimeout(act.start, AGAIN);
        },
      );
    },
    listen: () => {
      hangUp();
      hangUp = api.listen(get().user, hear, (linked) => {
        set({ linked });
        if (linked) act.refresh().catch(() => set({ linked: false }));
      });
    },
    /** @param {string} user */
    speakAs: (user) => {
      set({ user, menu: null, unread: new Map(), messages: null, waiting: [], modal: null, drawer: null });
      if (!homeOf(get(), get().channel)) set(firstChannel(get()));
      act.listen();
    },
    /** @param {string | null} guild @param {string} [channel] */
    open: (guild, channel) => {
      set({ guild, ...(channel ? { channel } : firstChannel({ ...get(), guild })) });
      const unread = new Map(get().unread);
      unread.delete(get().channel);
      set({ messages: null, unread, menu: null, drawer: null });
      loadMessages().catch(() => set({ linked: false }));
    },
    /** Puts words into the composer; null says that they are there. @param {string | null} draft */
    compose: (draft) => set({ draft }),
    /** @param {string} content */
    say: async (content) => {
      const { user, channel } = get();
      await api.say(user, channel, content);
    },
    /** @param {Record<string, unknown>} data @param {string} label @param {Upload[]} files */
    command: (data, label, files) => interact(2, data, { kind: 'command', label }, { files }),
    /**
     * Asks for choices. The promise gives null where the emulator says that none came in time.
     * @param {Record<string, unknown>} data @returns {Promise<Choice[] | null>}
     */
    complete: (data) => {
      const { user, guild, channel } = get();
      const nonce = newNonce();
      const { promise, resolve } = Promise.withResolvers();
      completions.set(nonce, resolve);
      api.interact({ nonce, user, guild, channel, type: 4, data }).catch(() => settle(nonce, null));
      return promise;
    },
    /**
     * @param {Message} message @param {{ type: number, custom_id: string }} control @param {string} label
     * @param {string[]} [values]
     */
    component: (message, control, label, values) => {
      const data = { custom_id: control.custom_id, component_type: control.type, ...(values ? { values } : {}) };
      return interact(3, data, { kind: 'component', label, message: message.id, control: control.custom_id });
    },
    /** @param {import('./types.d.ts').OpenModal} modal @param {unknown[]} components @param {Upload[]} files */
    submit: (modal, components, files) => {
      const { guild, channel, message } = modal;
      const about = { kind: /** @type {const} */ ('modal'), label: modal.modal.title, ...(message ? { message } : {}) };
      const data = { custom_id: modal.modal.custom_id, components };
      return interact(5, data, about, { guild, channel, files });
    },
    /** Presses a button of the emulator's own. @param {string} label */
    extra: (label) => {
      const { user, channel } = get();
      /** @param {string | null} words */
      const say = (words) => set({ said: { channel, words } });
      say(null);
      api.extra(user, channel, label).then(
        ({ says }) => say(says),
        (error) => say(sentence(error)),
      );
    },
    hush: () => set({ said: null }),
    closeModal: () => set({ modal: null }),
    /** @param {Message} message */
    dismiss: (message) => {
      const remove = () => set({ messages: get().messages?.filter(({ id }) => id !== message.id) ?? null });
      api.dismiss(get().user, message.id).then(remove, remove);
    },
    /** @param {string} nonce */
    forget: (nonce) => set({ waiting: get().waiting.filter((one) => one.nonce !== nonce) }),
    /** @param {OpenMenu | null} menu */
    menu: (menu) => set({ menu }),
    /** @param {readonly Picture[]} pictures @param {number} at */
    lightbox: (pictures, at) => set({ lightbox: { pictures, at } }),
    closeLightbox: () => set({ lightbox: null }),
    /** @param {View['drawer']} drawer */
    drawer: (drawer) => set({ drawer: get().drawer === drawer ? null : drawer }),
    toggleMembers: () => set({ members: !get().members }),
    toggleTheme: () => {
      const theme = get().theme === 'dark' ? 'light' : 'dark';
      keepTheme(theme);
      set({ theme });
    },
    /** @param {Message | null} message only what concerns this message; null for everything */
    traffic: (message) => {
      set({ traffic: { message }, menu: null });
      act.loadTraffic();
    },
    closeTraffic: () => set({ traffic: null }),
    loadTraffic: () => {
      const since = get().entries.at(-1)?.n ?? 0;
      api.log(since).then(
        (fresh) => {
          const known = get().entries.at(-1)?.n ?? 0;
          set({ entries: [...get().entries, ...fresh.filter(({ n }) => n > known)] });
        },
        () => set({ linked: false }),
      );
    },
  };
  return act;
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : 'The emulator could not be reached.';
}
