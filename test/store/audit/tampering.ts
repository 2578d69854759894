import { DatabaseSync } from 'node:sqlite';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly act: string;
  readonly subject: string;
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}

const FIELDS = ['at', 'actor', 'act', 'subject', 'body', 'prev', 'hash'] as const;

/** A log of which somebody changes the file behind our back, and puts it back as it was. */
export function tamperer(file: string) {
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous=off');
  const rowOf = database.prepare('select * from audit where seq = ?');
  const insert = database.prepare('insert into audit values (:seq, :at, :actor, :act, :subject, :body, :prev, :hash)');
  const remove = database.prepare('delete from audit where seq = ?');
  const row = (seq: number): Row => {
    const { seq: number, at, actor, act, subject, body, prev, hash } = rowOf.get(seq) ?? {};
    const text = (value: unknown): string => String(value);
    return {
      seq: Number(number),
      at: text(at),
      actor: actor === null ? null : text(actor),
      act: text(act),
      subject: text(subject),
      body: text(body),
      prev: text(prev),
      hash: text(hash),
    };
  };
  const put = (one: Row): void => {
    remove.run(one.seq);
    insert.run({ ...one });
  };

  /** One field of one row is another by one sign, or empty. */
  function change(count: number, draw: () => number): { first: number; undo: () => void } {
    const before = row(1 + Math.floor(draw() * count));
    const field = FIELDS[Math.floor(draw() * FIELDS.length)] ?? 'at';
    const text = before[field] ?? 'x';
    const at = Math.floor(draw() * text.length);
    const sign = 'abcdef0123456789'[Math.floor(draw() * 16)] ?? 'a';
    const changed = text.slice(0, at) + (text[at] === sign ? `${sign}${sign}` : sign) + text.slice(at + 1);
    put({ ...before, [field]: field === 'actor' && draw() < 0.2 && before.actor !== null ? null : changed });
    return { first: before.seq, undo: () => put(before) };
  }

  return {
    close: () => database.close(),
    /** Gives the first row that is not as it was written, or the place of one that is missing. */
    ways: {
      'a sign of a row': change,
      'a row taken out': (count: number, draw: () => number) => {
        const gone = row(1 + Math.floor(draw() * count));
        remove.run(gone.seq);
        return { first: gone.seq, undo: () => put(gone) };
      },
      'a row put in': (count: number, draw: () => number) => {
        const like = row(1 + Math.floor(draw() * count));
        // Between two rows there is no room for a number: it can only stand before the first or behind the last.
        const seq = draw() < 0.5 ? count + 1 : -Math.floor(draw() * 5);
        put({ ...like, seq });
        return { first: seq, undo: () => void remove.run(seq) };
      },
      'two rows swapped': (count: number, draw: () => number) => {
        const [one, other] = [row(1 + Math.floor(draw() * (count - 1))), row(count)];
        put({ ...one, seq: other.seq });
        put({ ...other, seq: one.seq });
        return {
          first: one.seq,
          undo: () => {
            put(one);
            put(other);
          },
        };
      },
      'the end cut off': (count: number, draw: () => number) => {
        const gone = Array.from({ length: 1 + Math.floor(draw() * 5) }, (_, n) => row(count - n));
        for (const { seq } of gone) remove.run(seq);
        return { first: gone.at(-1)?.seq ?? 0, undo: () => gone.forEach(put) };
      },
      'the end cut off, and the head with it': (count: number, draw: () => number) => {
        const gone = Array.from({ length: 1 + Math.floor(draw() * 5) }, (_, n) => row(count - n));
        for (const { seq } of gone) remove.run(seq);
        const last = row(count - gone.length);
        const head = database.prepare('update chain set seq = ?, hash = ?');
        head.run(last.seq, last.hash);
        return {
          first: last.seq + 1,
          undo: () => {
            gone.forEach(put);
            head.run(count, gone[0]?.hash ?? '');
          },
        };
      },
    },
  };
}
