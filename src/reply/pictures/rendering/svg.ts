/** A picture as elements. Only this file writes SVG text, so a label stays text whatever it contains. */
export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export const element = (tag: string, attributes: Attributes, ...children: (Element | string)[]): Element => ({
  tag,
  attributes,
  children,
});

export function elementToText({ tag, attributes, children }: Element): string {
  const written = Object.entries(attributes)
    .filter((entry) => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${written}/>`;
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : elementToText(child)));
  return `<${tag}${written}>${inside.join('')}</${tag}>`;
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML cannot express most control characters, even escaped, so they are dropped. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
