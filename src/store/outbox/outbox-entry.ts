import { createHash } from 'node:crypto';
import { isRecord } from '../../is-record.ts';
import type { ShownFact } from '../corrections/shown-facts.ts';
import type { Tables } from '../database/schema.ts';

/** 132 bits: unique for ever, and short enough for the id of a button. */
const ID_LENGTH = 22;

/**
 * What is posted, by the words that databases hold: a daily brief; notices to administrators that a channel is parked or
 * that a brief is uncertain; a correction, the list of messages that it could not reach, an answered question, rejected
 * files, stale facts; the card of a proposal.
 */
const KINDS = [
  'brief',
  'parked',
  'uncertain',
  'correction',
  'unreached',
  'answered',
  'refused',
  'stale',
  'proposal',
] as const;
export type OutboxKindName = (typeof KINDS)[number];

/** One entry for each combination of the first four. */
export interface OutboxKey {
  readonly kind: OutboxKindName;
  /** The channel that it is about; a notice is posted to another one (`target`). */
  readonly channel: string;
  /** The edition of a brief; the id of a correction, a question, a proposal, a story or a version of its files. */
  readonly edition: string;
  /**
   * The local date of a brief; when an answered question was opened; how many cards a proposal had before; the day of a list
   * of stale facts; else empty.
   */
  readonly date: string;
  readonly server: string;
  /** The channel that it is posted to. */
  readonly target: string;
  /** ISO, UTC. */
  readonly due: string;
}

/** A picture of a message, stored with it: drawn again it might differ. */
export interface PictureFile {
  /** Letters, digits, dots, dashes and underscores. */
  readonly name: string;
  /** What it shows, at most 1,024 characters. */
  readonly alt: string;
  readonly base64: string;
}

/** A message as JSON, and the facts that it shows. The body names its pictures as `attachment://name`. */
export interface OutboxMessage {
  readonly body: Readonly<Record<string, unknown>>;
  readonly facts: readonly ShownFact[];
  readonly files?: readonly PictureFile[];
}

/**
 * Everything that an entry stores. `memo` is a note of the kind: of a brief what readers know by now, of stale facts which
 * were asked about, of a card what it shows.
 */
export interface Payload {
  readonly messages: readonly OutboxMessage[];
  readonly memo: string | null;
}

export interface MessagePart extends Required<OutboxMessage> {
  /** From 0. */
  readonly part: number;
  /** When it was first tried. From then on it may be in the channel although no answer said so. */
  readonly tried: string | null;
  /** Look for it after this snowflake. */
  readonly after: string | null;
  /** `deleted`: it was posted, and somebody deleted it. */
  readonly state: 'waiting' | 'posted' | 'deleted';
  /** The id of the posted message. */
  readonly message: string | null;
}

/** An entry that this process may work on until the lease ends. */
export interface LeasedEntry extends OutboxKey {
  readonly id: string;
  /** `open`: parts of it are to be posted. `posted`: its message is to be edited. */
  readonly state: 'open' | 'posted';
  /** When its text was composed. ISO, UTC. */
  readonly written: string;
  /** The fencing token: grows with each lease, so that writes of an earlier holder are refused. */
  readonly token: number;
  /** Failed attempts since the last success, and refusals among them. */
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
    message: row.message,
  };
}

export function toLeasedEntry(row: Tables['posting'], parts: readonly Tables['part'][]): LeasedEntry {
  const { id, channel, edition, date, server, target, due, written, token, tries, refusals } = row;
  const kind = KINDS.find((known) => known === row.kind) ?? 'brief';
  const key: OutboxKey = { kind, channel, edition, date, server, target, due };
  const state = row.state === 'posted' ? 'posted' : 'open';
  return { ...key, id, state, written, token, tries, refusals, parts: parts.map(partOf) };
}
