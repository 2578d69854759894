import type { APIInteraction } from 'discord-api-types/v10';
import { z } from 'zod';

const text = z.string();
const list = z.array(z.unknown());
const withId = z.looseObject({ id: text });

const option = z.looseObject({
  name: text,
  type: z.number(),
  value: z.union([text, z.number(), z.boolean()]).optional(),
  get options() {
    return z.array(option).optional();
  },
});

const common = {
  id: text,
  application_id: text,
  token: text,
  guild_id: text.optional(),
  channel: withId.optional(),
  member: z.looseObject({ user: withId, roles: z.array(text), permissions: z.string().regex(/^\d{1,30}$/) }).optional(),
  user: withId.optional(),
  app_permissions: z.string().regex(/^\d{1,30}$/),
  locale: text.optional(),
};
const command = z.looseObject({ name: text, type: z.number(), options: z.array(option).optional() });
const message = z.looseObject({ id: text, components: list.optional(), flags: z.number().optional() });

/** What the handlers read of an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
const SHAPE = z.discriminatedUnion('type', [
  z.looseObject({ ...common, type: z.literal(2), data: command }),
  z.looseObject({
    ...common,
    type: z.literal(3),
    data: z.looseObject({ custom_id: text, component_type: z.number(), values: z.array(text).optional() }),
    message,
  }),
  z.looseObject({ ...common, type: z.literal(4), data: command }),
  z.looseObject({
    ...common,
    type: z.literal(5),
    data: z.looseObject({ custom_id: text, components: list }),
    message: message.optional(),
  }),
]);

/** Whether it has what every handler relies on; `where` names the first part that is missing or of another kind. */
export function checkShape(raw: unknown): { readonly interaction: APIInteraction } | { readonly where: string } {
  const { error } = SHAPE.safeParse(raw);
  return error === undefined
    ? { interaction: raw as APIInteraction }
    : { where: error.issues[0]?.path.join('.') ?? '' };
}
