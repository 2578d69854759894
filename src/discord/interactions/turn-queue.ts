/**
 * Lets askers through one at a time, with a turn of the event loop between two: in a burst of questions what is answered
 * goes out while the others wait, and those that wait too long are told so in time. Whoever comes alone does not wait.
 */
export function createTurnQueue(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let busy = false;
  const next = (): void => {
    const through = waiting.shift();
    busy = through !== undefined;
    if (through === undefined) return;
    through();
    setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (!busy) next();
    });
}
