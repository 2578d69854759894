/**
 * Lets one caller through per turn of the event loop. In a burst of questions, finished answers are sent and slow ones are
 * deferred while others wait. A single caller does not wait.
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
