import { REQUIRED_PERMISSIONS } from '../interactions/context.ts';

/**
 * The URL at which the manager of a server invites the bot, with the permissions that it needs and no others:
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(application: string): string {
  const permissions = Object.values(REQUIRED_PERMISSIONS).reduce((all, one) => all | one, 0n);
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: permissions.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
