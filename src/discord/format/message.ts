import type {
  APIButtonComponentWithCustomId,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10';

/** A file as it is sent: letters, digits, dots, dashes and underscores in its name, which Discord would replace otherwise. */
export interface FileUpload {
  readonly name: string;
  readonly data: Uint8Array;
  /** What a picture shows, in words, at most 1,024 characters; null for a file that is no picture. */
  readonly alt: string | null;
}

/**
 * The body of a message as it is sent. Nobody is ever pinged by it: not by the answer to an interaction, and not by a post,
 * where Discord would ping everybody who is named. Text displays can ping like any other text.
 */
export interface Message {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[] };
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Shown by the components by their names. */
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

/** The same message without its pictures and files: what is sent when Discord will not have these. */
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
