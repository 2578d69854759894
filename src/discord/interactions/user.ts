import type { APIInteraction } from 'discord-api-types/v10';
import { stripInvisible } from '../format/escape.ts';

/** How the person who acts is called where they act. */
export function displayName({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string {
  const person = member?.user ?? user;
  return stripInvisible(member?.nick ?? person?.global_name ?? person?.username ?? '');
}

/** The id of the person who acts; empty if Discord does not say. */
export const userId = ({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string =>
  (member?.user ?? user)?.id ?? '';
