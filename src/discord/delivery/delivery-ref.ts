import { createHash } from 'node:crypto';
import type { LeasedEntry, OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import { FLAG_COMPONENTS_V2 } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';

/** Discord takes at most 25 characters; 24 of base64url hold 144 bits. */
const NONCE_LENGTH = 24;
const REF_LENGTH = 10;

type EntryId = Pick<LeasedEntry, 'id'>;

function digest(entry: EntryId, part: number): string {
  return createHash('sha256').update(`${entry.id}|${part}`).digest('base64url');
}

/** The same for every attempt at this part in every process: Discord makes one message of them. */
export function deliveryNonce(entry: EntryId, part: number): string {
  return digest(entry, part).slice(0, NONCE_LENGTH);
}

/**
 * The visible reference by which a part is found in the channel: Discord keeps a nonce for minutes only, and does not
 * promise to return it. Letters and digits only, so that it is never markdown.
 */
export function deliveryRef(entry: EntryId, part: number): string {
  return digest(entry, part).replaceAll(/[-_]/g, '').slice(-REF_LENGTH);
}

/**
 * The message with its reference as a last small line, `2/3 · ref Xk3f90aLpQ`: at most 27 characters more, and one
 * component more in a message of components.
 */
export function withDeliveryRef(message: OutboxMessage, entry: EntryId, part: number, parts: number): OutboxMessage {
  const line = `-# ${parts > 1 ? `${part + 1}/${parts} · ` : ''}ref ${deliveryRef(entry, part)}`;
  const { flags, components, content } = message.body;
  const v2 = typeof flags === 'number' && (flags & FLAG_COMPONENTS_V2) !== 0;
  const body = v2
    ? { ...message.body, components: [...listOf(components), { type: COMPONENT_TYPE.text, content: line }] }
    : { ...message.body, content: typeof content === 'string' && content !== '' ? `${content}\n${line}` : line };
  return { ...message, body };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
