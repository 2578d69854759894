import { createHash } from 'node:crypto';
import { isRecord } from '../../is-record.ts';
import type { ShownFact } from '../corrections/shown-facts.ts';
import type { Tables } from '../database/schema.ts';

/** 132 bits: unique for ever, and short enough for the id of a button. */
const ID_LENGTH = 22;

/**
 * What is posted: a daily brief; notices to administrators about one; and what is told of the facts: a correction to those
 * who saw the error, what it could not reach, an answer to those who asked, files that were refused, facts that are old.
 */
const KINDS = ['brief', 'parked', 'uncertain', 'correction', 'unreached', 'answered', 'refused', 'stale'] as const;
type Kind = (typeof KINDS)[number];

/** News that is worth nothing six hours later. What is told of the facts arrives, however late. */
const EXPIRING_KINDS: ReadonlySet<Kind> = new Set<Kind>(['brief', 'parked', 'uncertain']);
export const expires = ({ kind }: Pick<OutboxKey, 'kind'>): boolean => EXPIRING_KINDS.has(kind);

/** One for each combination of the first four. */
export interface OutboxKey {
  readonly kind: Kind;
  /** The channel that it is about: of a notice another than the one it is posted to. */
  readonly channel: string;
  /** The edition of a brief; of what is told of the facts, an id of what it tells. */
  readonly edition: string;
  /** The local date of a brief; of an answer, when its question was opened; empty for what belongs to no day. */
  readonly date: string;
  readonly server: string;
  /** The channel that it is posted to. */
  readonly target: string;
  /** ISO, UTC. */
  readonly due: string;
}

/** A picture that goes with a message, frozen with it: drawn anew it might not be the same. */
export interface PictureFile {
  /** Letters, digits, dots, dashes and underscores. */
  readonly name: string;
  /** What it shows, at most 1,024 characters. */
  readonly alt: string;
  readonly base64: string;
}

/** A message as it is sent, JSON, and what it shows. The body names its pictures as `attachment://name`. */
export interface OutboxMessage {
  readonly body: Readonly<Record<string, unknown>>;
  readonly facts: readonly ShownFact[];
  readonly files?: readonly PictureFile[];
}

/** Everything that is frozen at the claim. `memo` is handed to the composer of the channel's next brief. */
export interface Payload {
  readonly messages: readonly OutboxMessage[];
  readonly memo: string | null;
}

export interface MessagePart extends Required<OutboxMessage> {
  /** From 0. */
  readonly part: number;
  /** When it was first tried; from then on it may be in the channel without our knowing. */
  readonly tried: string | null;
  /** The snowflake after which it must be if it is there. */
  readonly after: string | null;
  /** `deleted`: it was posted, and somebody has taken it away. */
  readonly state: 'waiting' | 'posted' | 'deleted';
}

/** A posting in the hands of this process, until another takes it over when the lease has ended. */
export interface LeasedEntry extends OutboxKey {
  readonly id: string;
  /** When its texts were written. ISO, UTC. */
  readonly written: string;
  /** Fences off earlier owners. */
  readonly token: number;
  /** Attempts without success since the last success, and refusals among them. */
  readonly tries: number;
  readonly refusals: number;
  readonly parts: readonly MessagePart[];
}

export function outboxId({
  kind,
  channel,
  date,
  edition,
}: Pick<OutboxKey, 'kind' | 'channel' | 'date' | 'edition'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, channel, date, edition]))
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

function factsOf(text: string): ShownFact[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) return [];
  return list.flatMap((fact: unknown) => {
    if (!isRecord(fact)) return [];
    const { story, fact: id, version } = fact;
    const whole = typeof story === 'string' && typeof id === 'string' && typeof version === 'string';
    return whole ? [{ story, fact: id, version }] : [];
  });
}

function filesOf(text: string | null): PictureFile[] {
  const list: unknown = text === null ? [] : JSON.parse(text);
  if (!Array.isArray(list)) return [];
  return list.flatMap((file: unknown) => {
    if (!isRecord(file)) return [];
    const { name, alt, base64 } = file;
    const whole = typeof name === 'string' && typeof alt === 'string' && typeof base64 === 'string';
    return whole ? [{ name, alt, base64 }] : [];
  });
}

function partOf(row: Tables['part']): MessagePart {
  const body: unknown = JSON.parse(row.body);
  return {
    part: row.part,
    body: isRecord(body) ? body : {},
    facts: factsOf(row.facts),
    files: filesOf(row.files),
    tried: row.tried,
    after: row.after,
    state: row.state === 'posted' || row.state === 'deleted' ? row.state : 'waiting',
  };
}

export function toLeasedEntry(row: Tables['posting'], parts: readonly Tables['part'][]): LeasedEntry {
  const { id, channel, edition, date, server, target, due, written, token, tries, refusals } = row;
  const kind = KINDS.find((known) => known === row.kind) ?? 'brief';
  const subject: OutboxKey = { kind, channel, edition, date, server, target, due };
  return { ...subject, id, written, token, tries, refusals, parts: parts.map(partOf) };
}
