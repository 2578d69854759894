import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';

/** What another bot answered: to each name asked for, and to each beginning of one that was typed. */
export interface Answers {
  readonly messages: Readonly<Record<string, APIMessage>>;
  readonly choices: Readonly<Record<string, readonly APIApplicationCommandOptionChoice[]>>;
}

/** A bot that the bench runs in a process of its own. */
export interface Answerer {
  /** For a bot that says what another one says. */
  learn?(answers: Answers): void;
  stop(): Promise<void>;
}

/** What a module of this folder exports: gets everything ready that does not need an emulator. */
export type Prepare = () => Promise<Start>;

/** Joins the emulator at `api`, and resolves once it answers. */
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
