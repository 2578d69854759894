import type {
  APIButtonComponentWithCustomId,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10';

/** A file to send. Discord replaces all but letters, digits, dots, dashes and underscores in a name. */
export interface FileUpload {
  readonly name: string;
  readonly data: Uint8Array;
  /** What a picture shows, in words, at most 1,024 characters; null for a file that is no picture. */
  readonly alt: string | null;
}

/**
 * The body of a message. It never pings anybody: text displays could ping like any other text.
 */
export interface Message {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[] };
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Components refer to them by name. */
  readonly files?: readonly FileUpload[];
}

export const NO_MENTIONS: Message['allowed_mentions'] = { parse: [] };

/** Kinds of components, as Discord counts them: https://docs.discord.com/developers/components/reference#component-object-component-types */
export const COMPONENT_TYPE = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  text: 10,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const BUTTON_STYLE = { main: 1, plain: 2 } as const;
export const INPUT_STYLE = { line: 1, paragraph: 2 } as const;

export type Button = APIButtonComponentWithCustomId;
export type Select = APIStringSelectComponent;

/** The same message without pictures and files, for when Discord refuses these. */
export function withoutFiles({ flags, allowed_mentions, components }: Message): Message {
  return {
    flags,
    allowed_mentions,
    components: components.map((component) =>
      component.type === COMPONENT_TYPE.container
        ? { ...component, components: component.components.filter(({ type }) => !isShownFile(type)) }
        : component,
    ),
  };
}

const isShownFile = (type: number): boolean => type === COMPONENT_TYPE.gallery || type === COMPONENT_TYPE.file;
