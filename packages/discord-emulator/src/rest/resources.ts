import { refusal } from '../api-error.ts';
import { memberJson } from '../gateway/ready-events.ts';
import { textOf } from '../json.ts';
import { directChannel } from '../world/build-state.ts';
import { guildFor } from './access.ts';
import type { Call } from '../context.ts';
import { ok, type Route } from './router.ts';

/** A day, after which the count of IDENTIFYs is reset. */
const RESET_MS = 86_400_000;

function applicationOf({ core: { state } }: Call): unknown {
  const { id, name, about } = state.application;
  return {
    id,
    name,
    icon: null,
    description: about,
    summary: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot: state.bot,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: [...state.users.values()].find((one) => one.bot !== true) ?? state.bot,
    approximate_guild_count: state.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    event_webhooks_types: [],
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { 0: {} },
  };
}

/** Who and where: the gateway's address, the application, users, servers, members, roles, direct channels. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway', open: true, run: (call) => ok({ url: gatewayUrl(call) }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    run: (call) =>
      ok({
        url: gatewayUrl(call),
        shards: call.core.settings.shards,
        session_start_limit: {
          total: 1_000,
          remaining: Math.max(0, call.core.gateway.identifiesLeft()),
          reset_after: RESET_MS,
          max_concurrency: 1,
        },
      }),
  },
  { method: 'GET', path: '/applications/@me', run: (call) => ok(applicationOf(call)) },
  { method: 'GET', path: '/oauth2/applications/@me', run: (call) => ok(applicationOf(call)) },
  {
    method: 'GET',
    path: '/users/@me',
    run: ({ core }) =>
      ok({ ...core.state.bot, mfa_enabled: false, locale: 'en-GB', premium_type: 0, email: null, verified: true }),
  },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    run: ({ core: { state } }) =>
      ok(
        [...state.guilds.values()]
          .filter((guild) => guild.members.has(state.bot.id))
          .map(({ api }) => ({
            id: api.id,
            name: api.name,
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          })),
      ),
  },
  {
    method: 'GET',
    path: '/users/:user',
    run: ({ core, params }) => {
      const user = core.state.users.get(params['user'] ?? '');
      if (!user) throw refusal(10013);
      return ok(user);
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    form: 'direct channel',
    run: ({ core, body }) => {
      const channel = directChannel(core.state, textOf(body['recipient_id']), core.newId);
      if (!channel) throw refusal(10013);
      return ok({ ...channel, recipients: channel.recipients?.filter((one) => one.id !== core.state.bot.id) });
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild',
    run: (call) => {
      const guild = guildFor(call);
      return ok({ ...guild.api, roles: [...guild.roles.values()] });
    },
  },
  { method: 'GET', path: '/guilds/:guild/roles', run: (call) => ok([...guildFor(call).roles.values()]) },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    run: (call) => {
      const { api } = guildFor(call);
      const channels = [...call.core.state.channels.values()];
      return ok(channels.filter((one) => one.guild_id === api.id && one.thread_metadata === undefined));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    run: (call) => {
      const member = guildFor(call).members.get(call.params['user'] ?? '');
      if (!member) throw refusal(10007);
      return ok(memberJson(member));
    },
  },
];

function gatewayUrl(call: Call): string {
  return `${call.core.origin().replace('http', 'ws')}/gateway`;
}
