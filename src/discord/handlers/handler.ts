import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { InteractionContext } from '../interactions/context.ts';
import { type Subject, withPermission } from '../interactions/permission.ts';
import {
  type HandlerContext,
  immediately,
  type PendingReply,
  refusal,
  type Reply,
  type Sentence,
} from '../interactions/reply.ts';

type WithCustomId = APIMessageComponentInteraction | APIModalSubmitInteraction;

/** What a custom id and its message ask for, or the sentence that refuses an id which this version cannot read. */
export type Parsed<Value> = { readonly value: Value } | { readonly refused: Sentence };

/** Answers the components or modals whose custom ids begin with `prefix`. */
export interface Handler<Interaction extends WithCustomId, Value = unknown> {
  /** Ends with a dot, and is the beginning of no other prefix. Old messages keep their ids, so it never changes. */
  readonly prefix: string;
  parse(interaction: Interaction, context: HandlerContext): Parsed<Value>;
  /** The rule in `commands/permissions/rules.ts` that says who may do this. */
  entry(value: Value): string;
  run(value: Value, at: HandlerRun<Interaction>): Promise<Reply>;
  /** What it is about; the story of the channel where it is left out. Read before the permission is checked. */
  subject?(value: Value, context: HandlerContext): Promise<Subject>;
  /** Whether everybody sees the answer. Discord must know when the answer is deferred. */
  isShared?(value: Value): boolean;
}

export interface HandlerRun<Interaction> {
  readonly interaction: Interaction;
  readonly here: InteractionContext;
  readonly context: HandlerContext;
}

/** Finds the handler of an interaction by its custom id, checks the permission and runs it. */
export function dispatch<Interaction extends WithCustomId>(
  interaction: Interaction,
  handlers: readonly Handler<Interaction>[],
  context: HandlerContext,
): PendingReply {
  const { custom_id: id } = interaction.data;
  const handler = handlers.find(({ prefix }) => id.startsWith(prefix));
  if (handler === undefined) return immediately(refusal(interaction, 'door.stale'));
  const parsed = handler.parse(interaction, context);
  if ('refused' in parsed) return immediately(refusal(interaction, parsed.refused));
  const { value } = parsed;
  const subject = handler.subject?.bind(handler, value, context);
  const run = async (here: InteractionContext): Promise<Reply> => handler.run(value, { interaction, here, context });
  const { reply } = withPermission(interaction, handler.entry(value), context, run, subject);
  return { reply, shared: handler.isShared?.(value) ?? false };
}
