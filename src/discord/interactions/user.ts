import type { APIInteraction } from 'discord-api-types/v10';
import { visible } from '../format/escape.ts';

/** How the person who acts is called where they act. */
export function nameOf({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string {
  const person = member?.user ?? user;
  return visible(member?.nick ?? person?.global_name ?? person?.username ?? '');
}

/** The id of the person who acts; empty if Discord does not say. */
export const idOf = ({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string =>
  (member?.user ?? user)?.id ?? '';
