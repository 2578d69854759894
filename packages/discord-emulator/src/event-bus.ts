import type {
  APIMessage,
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What a user can see. `only` is the one person who sees it; null means everyone who sees the channel. */
export type EmulatorEvent =
  | { type: 'message_create' | 'message_update'; message: APIMessage; only: string | null }
  | { type: 'message_delete'; channel: string; id: string; only: string | null }
  | { type: 'choices'; user: string; nonce: string; choices: APIApplicationCommandOptionChoice[] }
  | { type: 'modal'; user: string; nonce: string; modal: APIModalInteractionResponseCallbackData }
  | { type: 'done' | 'failed'; user: string; nonce: string; reason?: string }
  | { type: 'state' };

export interface Bus {
  tell(event: EmulatorEvent): void;
  /** The returned function unsubscribes. */
  listen(hear: (event: EmulatorEvent) => void): () => void;
}

export function openBus(): Bus {
  const listeners = new Set<(event: EmulatorEvent) => void>();
  return {
    tell(event) {
      for (const hear of listeners) hear(event);
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
