import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { entering } from '../interactions/with-permission.ts';
import { KIND, LOOK } from '../format/message.ts';
import { type Answering, type Answers, atOnce, done, refused } from '../interactions/reply.ts';

/** What an editor says of a brief that may or may not be in its channel: it is there, or it is to be posted. */
const VERDICTS = ['there', 'again'] as const;
type Verdict = (typeof VERDICTS)[number];

const FORM = /^doubt\.(there|again)\.([\w-]{1,40})$/;

interface Doubt {
  readonly verdict: Verdict;
  readonly posting: string;
}

/** The buttons under the notice of such a brief. `posting` is the ledger's id of it, and gives no right to anything. */
export const doubtButtons = (posting: string, labels: Readonly<Record<Verdict, string>>) => ({
  type: KIND.row,
  components: VERDICTS.map((verdict) => ({
    type: KIND.button,
    style: verdict === 'there' ? LOOK.main : LOOK.plain,
    label: labels[verdict],
    custom_id: `doubt.${verdict}.${posting}`,
  })),
});

/** What a pressed button of a notice says; null for any other button. */
export function readDoubt(id: string): Doubt | null {
  const [, said, posting] = FORM.exec(id) ?? [];
  const verdict = VERDICTS.find((known) => known === said);
  return verdict === undefined || posting === undefined ? null : { verdict, posting };
}

/** Decides on a brief, for who may manage the channel of the notice; a second press finds it decided. */
export function answerDoubt(
  interaction: APIMessageComponentInteraction,
  { verdict, posting }: Doubt,
  answers: Answers,
): Answering {
  const { locale } = interaction;
  const { store } = answers.desk;
  if (store === null) return atOnce(refused(interaction, 'door.stale'));
  return entering(interaction, 'button:doubt', answers, async ({ from }) => {
    if (!from.managesChannel) return refused(interaction, 'door.notManager');
    return (await store.ledger.decide(posting, verdict))
      ? done(verdict === 'there' ? 'door.doubtThere' : 'door.doubtAgain', locale)
      : refused(interaction, 'door.doubtDecided', locale);
  });
}
