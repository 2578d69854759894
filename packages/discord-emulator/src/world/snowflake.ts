/** 2015-01-01T00:00:00Z, where Discord's ids begin to count. */
const EPOCH_MS = 1_420_070_400_000;

export type NewId = () => string;

/**
 * Ids that grow for ever, with their time in the upper bits. More than 4,096 in one millisecond borrow from the next:
 * a clock that stands still in a test must not run out of them.
 */
export function snowflakes(now: () => number): NewId {
  let last = -1;
  let count = 0;
  return () => {
    const ms = Math.max(now(), last);
    count = ms === last ? count + 1 : 0;
    last = ms;
    if (count > 4095) {
      last += 1;
      count = 0;
    }
    return (((BigInt(last) - BigInt(EPOCH_MS)) << 22n) | BigInt(count)).toString();
  };
}

/** When the id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH_MS;
}

/** Which of `count` shards a server belongs to. */
export function shardOf(guild: string, count: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(count));
}

/** Orders ids by age: they are numbers of up to 20 digits, so a longer one is the younger. */
export function byAge(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
