import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import { ask } from './user-actions/perform.ts';
import type { EmulatorEvent } from './event-bus.ts';
import { messagesFor, say } from './web-server/client-api.ts';
import { COMMAND, FLAG, INTERACTION, OPTION } from './discord-codes.ts';
import { everyComponent } from './messages/normalize-components.ts';
import type { Core } from './context.ts';
import { objectOf, objectsOf, textOf, type JsonObject } from './json.ts';
import { commandsIn, type Asked } from './world/state.ts';

/** What a user saw after an act. */
export interface Seen {
  /** `message`: a new answer. `update`: the message under the component changed. `failed`: Discord's red line. */
  readonly kind: 'message' | 'update' | 'modal' | 'choices' | 'done' | 'failed';
  /** Milliseconds from the act to the sight, on the emulator's clock. */
  readonly ms: number;
  readonly message: APIMessage | null;
  readonly modal: JsonObject | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
  /** Why it failed, in a sentence. */
  readonly reason: string | null;
  readonly interaction: string;
}

type Value = string | number | boolean;

/** One user in one channel: does what Discord's client lets a user do, and waits for what the user sees. */
export interface Person {
  /** `name` may hold a group and a subcommand: `fact propose`. Resolves with the answer, not with "thinking…". */
  slash(name: string, options?: Readonly<Record<string, Value>>): Promise<Seen>;
  /** The choices for `option`, into which `text` has been typed so far. */
  type(
    name: string,
    option: string,
    text: string,
    others?: Readonly<Record<string, Value>>,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** A message menu or a user menu, on the message or the user with this id. */
  menu(name: string, target: string): Promise<Seen>;
  press(message: APIMessage | string, customId: string): Promise<Seen>;
  select(message: APIMessage | string, customId: string, values: readonly string[]): Promise<Seen>;
  /** Fills in the modal that is open: a text, a list of values or a tick for each custom_id. */
  submit(modal: JsonObject, values: Readonly<Record<string, string | boolean | readonly string[]>>): Promise<Seen>;
  say(content: string): APIMessage;
  /** What this user sees in the channel, oldest first. */
  messages(): readonly APIMessage[];
}

export function personIn(core: Core, user: string, channel: string): Person {
  const { state } = core;
  const guild = state.channels.get(channel)?.guild_id ?? null;

  const act = (type: 2 | 3 | 4 | 5, data: JsonObject, message?: string): Promise<Seen> => {
    const nonce = core.newId();
    const begun = core.clock.now();
    return new Promise((resolve, reject) => {
      let asked: Asked | null = null;
      const stop = core.bus.listen((event) => {
        const seen = asked && seenIn(event, asked, begun, core.clock.now());
        if (!seen) return;
        stop();
        resolve(seen);
      });
      try {
        asked = ask(core, { nonce, user, guild, channel, type, data, ...(message !== undefined && { message }) });
      } catch (error) {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  };

  const commandNamed = (name: string, type: number): JsonObject => {
    const found = commandsIn(state, guild).find((one) => one.name === name && one.type === type);
    if (!found) throw new Error(`There is no command "${name}" here.`);
    return objectOf(found);
  };

  const slashData = (name: string, given: Readonly<Record<string, Value>>, focused?: string): JsonObject => {
    const [base = '', ...path] = name.split(' ');
    const command = commandNamed(base, COMMAND.chat);
    const fill = (declared: readonly JsonObject[], rest: readonly string[]): JsonObject[] => {
      const [step, ...deeper] = rest;
      const sub = declared.find((one) => one['name'] === step);
      if (step !== undefined && sub) {
        return [{ name: step, type: sub['type'], options: fill(objectsOf(sub['options']), deeper) }];
      }
      return Object.entries(given).map(([key, value]) => ({
        name: key,
        type: declared.find((one) => one['name'] === key)?.['type'] ?? OPTION.string,
        value,
        ...(key === focused && { focused: true }),
      }));
    };
    return { id: command['id'], name: base, type: COMMAND.chat, options: fill(objectsOf(command['options']), path) };
  };

  const idOf = (message: APIMessage | string): string => (typeof message === 'string' ? message : message.id);

  return {
    slash: async (name, options = {}) => act(INTERACTION.command, slashData(name, options)),
    async type(name, option, text, others = {}) {
      const seen = await act(INTERACTION.autocomplete, slashData(name, { ...others, [option]: text }, option));
      return seen.choices;
    },
    async menu(name, target) {
      const type = commandsIn(state, guild).find((one) => one.name === name && one.type !== 1)?.type ?? 0;
      const { id } = commandNamed(name, type);
      return act(INTERACTION.command, { id, name, type, target_id: target });
    },
    press: async (message, customId) =>
      act(INTERACTION.component, { component_type: 2, custom_id: customId }, idOf(message)),
    select: async (message, customId, values) =>
      act(INTERACTION.component, { custom_id: customId, values }, idOf(message)),
    submit: async (modal, values) =>
      act(INTERACTION.modal, { custom_id: modal['custom_id'], components: filled(modal, values) }),
    say: (content) => say(core, user, channel, content),
    messages: () => messagesFor(core, user, channel),
  };
}

function filled(modal: JsonObject, values: Readonly<Record<string, unknown>>): JsonObject[] {
  const known = everyComponent(modal['components']).map((one) => textOf(one['custom_id']));
  const strange = Object.keys(values).find((key) => !known.includes(key));
  if (strange !== undefined) throw new Error(`The modal has no field "${strange}".`);
  return Object.entries(values).map(([key, value]) => ({
    type: 18,
    component: { custom_id: key, ...(Array.isArray(value) ? { values: value } : { value }) },
  }));
}

/** What an event means to the user who waits for an interaction; null while they still wait. */
function seenIn(event: EmulatorEvent, asked: Asked, begun: number, now: number): Seen | null {
  const nothing = { ms: now - begun, message: null, modal: null, choices: [], reason: null, interaction: asked.id };
  switch (event.type) {
    case 'message_create':
    case 'message_update': {
      const { message } = event;
      const own = message.interaction_metadata?.id === asked.id || message.id === asked.original;
      if (!own || ((message.flags ?? 0) & FLAG.loading) !== 0) return null;
      return { ...nothing, kind: message.id === asked.source ? 'update' : 'message', message };
    }
    case 'choices':
      return event.nonce === asked.nonce ? { ...nothing, kind: 'choices', choices: event.choices } : null;
    case 'modal':
      return event.nonce === asked.nonce ? { ...nothing, kind: 'modal', modal: objectOf(event.modal) } : null;
    case 'failed':
      return event.nonce === asked.nonce ? { ...nothing, kind: 'failed', reason: event.reason ?? null } : null;
    case 'message_delete':
    case 'done':
    case 'state':
      return null;
  }
}
