/**
 * Work that can be done a little at a time: each step takes some ten microseconds, whatever the size of the whole. What is
 * built at once and what is built beside other work is built by the same code.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** All steps at once. */
export function runToEnd<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
