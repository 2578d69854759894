import type { Card } from '../reply/model/card.ts';
import { type Asked, brief as compose } from '../reply/brief/brief.ts';
import { readMemo } from '../reply/brief/memo.ts';
import { formatDate } from '../reply/i18n/dates.ts';
import { usableFacts } from '../data/queries/fact-relations.ts';
import { beginsOnOrAfter } from '../data/queries/chronology.ts';
import type { Ask, Desk } from './command.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { languageFor, storyOf } from './ask.ts';
import { dayOption } from './lookup/option-filters.ts';
import { localDay } from '../local-day.ts';

/** The daily brief on demand. */
export const brief = defineCommand({
  name: 'brief',
  options: [{ name: 'since' }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'since',
  async answer(ask, desk) {
    const index = storyOf(ask, desk);
    const { story } = index;
    const language = languageFor(ask);
    const since = dayOption('since', ask, index, language)?.from ?? null;
    if (since === null) return channelBrief(ask, desk);
    const old = usableFacts(story).filter((fact) => !beginsOnOrAfter(fact, since));
    const known = new Map(old.map(({ id, version }) => [id, version]));
    const asked = await openQuestions(desk, story.id, ask.from.server);
    return compose(
      story,
      { today: localDay(ask.now, story.timezone), known, since: formatDate(since, language), asked },
      language,
    );
  },
  autocomplete: completeOption,
});

/** The brief of a channel: new is what its last brief did not have. */
export async function channelBrief(ask: Ask, desk: Desk): Promise<Card> {
  const { story } = storyOf(ask, desk);
  const language = languageFor(ask);
  const { channel } = ask.from;
  const last = desk.store === null || channel === null ? null : await desk.store.outbox.last(channel);
  return compose(
    story,
    {
      today: localDay(ask.now, story.timezone),
      known: readMemo(last?.memo ?? null, story),
      since: last === null ? null : formatDate(localDay(Temporal.Instant.from(last.due), story.timezone), language),
      asked: await openQuestions(desk, story.id, ask.from.server),
    },
    language,
  );
}

const MOST_ASKED = 50;

/** Open questions that a server has logged about a story, oldest first. */
export async function openQuestions({ store }: Desk, story: string, server: string | null): Promise<readonly Asked[]> {
  const open = (await store?.questions.list({ story, server, limit: MOST_ASKED })) ?? [];
  const names = await store?.pseudonyms.names(open.flatMap(({ owner }) => owner ?? []));
  return open.map(({ asks, owner }) => ({ asks, owner: names?.get(owner ?? '') ?? null }));
}
