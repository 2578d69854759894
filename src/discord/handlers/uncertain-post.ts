import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { withPermission } from '../interactions/permission.ts';
import { COMPONENT_TYPE, BUTTON_STYLE } from '../format/message.ts';
import { type PendingReply, type HandlerContext, immediately, confirmation, refusal } from '../interactions/reply.ts';

/** What an editor says of a brief that may or may not be in its channel: it is there, or it is to be posted. */
const VERDICTS = ['there', 'again'] as const;
type Verdict = (typeof VERDICTS)[number];

const FORM = /^doubt\.(there|again)\.([\w-]{1,40})$/;

interface UncertainPostId {
  readonly verdict: Verdict;
  readonly posting: string;
}

/** The buttons under the notice of such a brief. `posting` is the ledger's id of it, and gives no right to anything. */
export const uncertainPostButtons = (posting: string, labels: Readonly<Record<Verdict, string>>) => ({
  type: COMPONENT_TYPE.row,
  components: VERDICTS.map((verdict) => ({
    type: COMPONENT_TYPE.button,
    style: verdict === 'there' ? BUTTON_STYLE.main : BUTTON_STYLE.plain,
    label: labels[verdict],
    custom_id: `doubt.${verdict}.${posting}`,
  })),
});

/** What a pressed button of a notice says; null for any other button. */
export function parseUncertainPostId(id: string): UncertainPostId | null {
  const [, said, posting] = FORM.exec(id) ?? [];
  const verdict = VERDICTS.find((known) => known === said);
  return verdict === undefined || posting === undefined ? null : { verdict, posting };
}

/** Decides on a brief, for who may manage the channel of the notice; a second press finds it decided. */
export function handleUncertainPost(
  interaction: APIMessageComponentInteraction,
  { verdict, posting }: UncertainPostId,
  answers: HandlerContext,
): PendingReply {
  const { locale } = interaction;
  const { store } = answers.desk;
  if (store === null) return immediately(refusal(interaction, 'door.stale'));
  return withPermission(interaction, 'button:doubt', answers, async ({ from }) => {
    if (!from.managesChannel) return refusal(interaction, 'door.notManager');
    return (await store.outbox.resolve(posting, verdict))
      ? confirmation(verdict === 'there' ? 'door.doubtThere' : 'door.doubtAgain', locale)
      : refusal(interaction, 'door.doubtDecided', locale);
  });
}
