/** A client's session: it outlives its sockets for as long as it may be resumed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** [index, count]. */
  readonly shard: readonly [number, number];
  /** The number of the last dispatch. */
  seq: number;
  /** The last dispatches, for RESUME: at place 0 the oldest. */
  readonly kept: { readonly seq: number; readonly frame: string }[];
  /** The socket that listens; null between a close and a RESUME. */
  send: ((frame: string) => void) | null;
  /** Cancels the end of a session that waits for its RESUME. */
  keep: () => void;
}

export function openSession(id: string, intents: number, shard: readonly [number, number]): Session {
  return { id, intents, shard, seq: 0, kept: [], send: null, keep: () => {} };
}

/** Numbers a dispatch, stores it, and sends it if a socket is open. `data` is JSON already. */
export function push(session: Session, event: string, data: string, limit: number): void {
  session.seq += 1;
  const frame = `{"t":${JSON.stringify(event)},"s":${session.seq},"op":0,"d":${data}}`;
  session.kept.push({ seq: session.seq, frame });
  if (session.kept.length > limit) session.kept.shift();
  session.send?.(frame);
}

/** The frames after `seq`, or null where some of them are no longer known. */
export function missed(session: Session, seq: number): readonly string[] | null {
  if (seq > session.seq) return null;
  const frames = session.kept.filter((one) => one.seq > seq);
  return frames.length === session.seq - seq ? frames.map((one) => one.frame) : null;
}
