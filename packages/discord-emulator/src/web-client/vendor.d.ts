/** The emulator serves Preact's own file from its package; here it has the package's types, with elements all of one type. */
declare module '*/vendor/preact/preact.mjs' {
  import type { AllHTMLAttributes, Attributes, ComponentChildren, ComponentType, SVGAttributes, VNode } from 'preact';
  export { Component, Fragment, createRef, render } from 'preact';

  type Anything = AllHTMLAttributes<HTMLElement> & SVGAttributes;
  export function h(
    tag: string,
    props?:
      | (Attributes &
          Partial<Record<Exclude<keyof Anything, 'ref'>, unknown>> & { ref?: unknown } & {
            [name: `aria-${string}`]: string | undefined;
          })
      | null,
    ...children: ComponentChildren[]
  ): VNode;
  export function h<P>(type: ComponentType<P>, props: (Attributes & P) | null, ...children: ComponentChildren[]): VNode;
}
