import { COMPONENT_TYPE, BUTTON_STYLE } from '../format/message.ts';

export const UNCERTAIN_POST_PREFIX = 'doubt.';
const CUSTOM_ID = /^doubt\.(there|again)\.([\w-]{1,40})$/;

/** What an editor says of a brief that may be in its channel: it is there, or it should be posted again. */
const VERDICTS = ['there', 'again'] as const;
type Verdict = (typeof VERDICTS)[number];

export interface UncertainPostId {
  readonly verdict: Verdict;
  /** The id of the outbox entry. It gives no rights. */
  readonly posting: string;
}

/** The buttons under the notice about such a brief. */
export const uncertainPostButtons = (posting: string, labels: Readonly<Record<Verdict, string>>) => ({
  type: COMPONENT_TYPE.row,
  components: VERDICTS.map((verdict) => ({
    type: COMPONENT_TYPE.button,
    style: verdict === 'there' ? BUTTON_STYLE.main : BUTTON_STYLE.plain,
    label: labels[verdict],
    custom_id: `${UNCERTAIN_POST_PREFIX}${verdict}.${posting}`,
  })),
});

/** Reads the id of such a button; null for any other id. */
export function parseUncertainPostId(customId: string): UncertainPostId | null {
  const [, name, posting] = CUSTOM_ID.exec(customId) ?? [];
  const verdict = VERDICTS.find((known) => known === name);
  return verdict === undefined || posting === undefined ? null : { verdict, posting };
}
