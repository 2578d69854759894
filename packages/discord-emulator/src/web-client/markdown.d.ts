/**
 * Discord's markdown as a tree: what its client would make of a text. Everything that can format, link, mention or hide is a
 * node of its own, so a text is inert exactly when its tree holds nothing but `text`. Standard emoji typed as `:name:` stay
 * text here: telling their names apart would need Discord's table of them.
 */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';
      readonly children: readonly Node[];
    }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Node[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly Node[])[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'fence'; readonly language: string | null; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly masked: boolean; readonly children: readonly Node[] }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly name: 'everyone' | 'here' }
  | { readonly type: 'command'; readonly name: string; readonly id: string }
  | { readonly type: 'emoji'; readonly name: string; readonly id: string; readonly animated: boolean }
  | { readonly type: 'timestamp'; readonly seconds: number; readonly style: string }
  | { readonly type: 'guide'; readonly to: string };

/**
 * What is known where a text stands. `before` is what precedes it on its line: nothing, spaces only, or something else;
 * headings want nothing, quotes and lists at most spaces.
 */
export interface Place {
  readonly before: 'nothing' | 'spaces' | 'text';
  readonly quote: boolean;
  /** How many lists the text is in. Discord nests eleven and shows deeper bullets as text. */
  readonly list: number;
  /** Inside the words of a masked link: no blocks, mentions, links or escapes. */
  readonly link: boolean;
  /** How many constructs are around the text. */
  readonly depth: number;
}

export type Parse = (text: string, place: Place) => Node[];
/** Tries to read one construct at `at`; null when there is none. `end` is the first position after it. */
export type Rule = (text: string, at: number, place: Place, parse: Parse) => { node: Node; end: number } | null;

/** `inline`: no headings, lists or quotes, as in the title of an embed or the name of a field. */
export function parseMarkdown(text: string, options?: { readonly inline?: boolean }): Node[];

/** The words alone, as they would be read aloud: without marks, with spoilers open. */
export function plainText(nodes: readonly Node[]): string;
