/** The package brings its Zod schemas as plain JavaScript: these are the ones that the emulator asks for by name. */
declare module 'discord-api-spec/zod' {
  import type { $ZodType } from 'zod/v4/core';

  export const MessageCreateRequestSchema: $ZodType;
  export const MessageEditRequestPartialSchema: $ZodType;
  export const IncomingWebhookRequestPartialSchema: $ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: $ZodType;
  export const PongInteractionCallbackRequestSchema: $ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: $ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: $ZodType;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: $ZodType;
  export const ModalInteractionCallbackRequestSchema: $ZodType;
  export const ApplicationCommandCreateRequestSchema: $ZodType;
  export const ApplicationCommandUpdateRequestSchema: $ZodType;
  export const ApplicationCommandPatchRequestPartialSchema: $ZodType;
  export const CreatePrivateChannelRequestSchema: $ZodType;

  // Answers, which the emulator's own are held against.
  export const MessageResponseSchema: $ZodType;
  export const UserResponseSchema: $ZodType;
  export const UserPIIResponseSchema: $ZodType;
  export const PrivateApplicationResponseSchema: $ZodType;
  export const GatewayResponseSchema: $ZodType;
  export const GatewayBotResponseSchema: $ZodType;
  export const ApplicationCommandResponseSchema: $ZodType;
  export const GuildWithCountsResponseSchema: $ZodType;
  export const GuildChannelResponseSchema: $ZodType;
  export const ThreadResponseSchema: $ZodType;
  export const PrivateChannelResponseSchema: $ZodType;
  export const GuildRoleResponseSchema: $ZodType;
  export const GuildMemberResponseSchema: $ZodType;
  export const MyGuildResponseSchema: $ZodType;
  export const InteractionCallbackResponseSchema: $ZodType;
  export const ErrorResponseSchema: $ZodType;
  export const RatelimitedResponseSchema: $ZodType;
}
