import { createHash } from 'node:crypto';
import type { LeasedEntry, OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import { FLAG_COMPONENTS_V2 } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';

/** Discord takes 25 characters at most; 24 of base64url hold 144 bits. */
const NONCE_LENGTH = 24;
const MARK_LENGTH = 10;

type Named = Pick<LeasedEntry, 'id'>;

function digest(posting: Named, part: number): string {
  return createHash('sha256').update(`${posting.id}|${part}`).digest('base64url');
}

/** The same for every attempt at this part, in every process: Discord then makes one message of them. */
export function deliveryNonce(posting: Named, part: number): string {
  return digest(posting, part).slice(0, NONCE_LENGTH);
}

/**
 * What the part shows of itself, and by which it is known again in the channel: Discord keeps the nonce for minutes only,
 * and does not promise to give it back. Letters and digits alone, so that no markdown can come of it.
 */
export function deliveryRef(posting: Named, part: number): string {
  return digest(posting, part).replaceAll(/[-_]/g, '').slice(-MARK_LENGTH);
}

/**
 * The message with its mark as a last small line, `2/3 · ref Xk3f90aLpQ`: at most 27 characters more, and one component
 * more where the message is made of components.
 */
export function withDeliveryRef(message: OutboxMessage, posting: Named, part: number, parts: number): OutboxMessage {
  const line = `-# ${parts > 1 ? `${part + 1}/${parts} · ` : ''}ref ${deliveryRef(posting, part)}`;
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
