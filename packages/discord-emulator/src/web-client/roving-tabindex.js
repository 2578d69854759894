/**
 * Arrow keys among the elements of a group, of which only one is a tab stop.
 * @param {KeyboardEvent & { currentTarget: EventTarget | null }} event @param {string} selector the elements, in order
 */
export function rove(event, selector) {
  const group = event.currentTarget;
  if (!(group instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
  const all = [...group.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
  const at = all.indexOf(event.target);
  if (at === -1) return;
  const steps = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  if (!Object.hasOwn(steps, event.key)) return;
  const next = steps[/** @type {keyof typeof steps} */ (event.key)];
  event.preventDefault();
  event.stopPropagation();
  all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
}
