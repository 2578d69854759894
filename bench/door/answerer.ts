import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';

/** Recorded answers: to each name, and to each typed beginning of one. */
export interface Answers {
  readonly messages: Readonly<Record<string, APIMessage>>;
  readonly choices: Readonly<Record<string, readonly APIApplicationCommandOptionChoice[]>>;
}

/** A bot that the bench runs in its own process. */
export interface Answerer {
  /** For a bot that repeats another's answers. */
  learn?(answers: Answers): void;
  stop(): Promise<void>;
}

/** Exported by each module of this folder: prepares everything that needs no emulator. */
export type Prepare = () => Promise<Start>;

/** Joins the emulator at `api` and resolves once the bot answers. */
export type Start = (emulator: { readonly api: string; readonly token: string }) => Promise<Answerer>;

export type Order =
  | { readonly do: 'join'; readonly api: string; readonly token: string }
  | { readonly do: 'learn'; readonly answers: Answers }
  | { readonly do: 'count' }
  | { readonly do: 'leave' };

export type Report =
  | { readonly is: 'loaded' }
  /** How long joining took, in milliseconds. */
  | { readonly is: 'joined'; readonly ms: number }
  /** Processor time of the process so far, in milliseconds. */
  | { readonly is: 'counted'; readonly cpuMs: number }
  | { readonly is: 'learnt' }
  | { readonly is: 'left' };
