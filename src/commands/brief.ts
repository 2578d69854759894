import type { Card } from '../reply/model/card.ts';
import { type Asked, brief as compose } from '../reply/brief/brief.ts';
import { knownFrom } from '../reply/brief/memo.ts';
import { sayDate } from '../reply/i18n/dates.ts';
import { usable } from '../data/queries/fact-relations.ts';
import { beginsSince } from '../data/queries/chronology.ts';
import type { Ask, Command, Desk } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { languageFor, storyOf } from './ask.ts';
import { dayOption } from './lookup/option-filters.ts';
import { dayIn } from './local-day.ts';

/** Where the story stands, on demand, by the composer of the daily post. */
export const brief = {
  data: declare('brief', [{ name: 'since' }, { name: 'as_of' }]),
  query: 'since',
  async answer(ask, desk) {
    const index = storyOf(ask, desk);
    const { story } = index;
    const language = languageFor(ask);
    const since = dayOption('since', ask, index, language)?.from ?? null;
    if (since === null) return briefAt(ask, desk);
    const old = usable(story).filter((fact) => !beginsSince(fact, since));
    const known = new Map(old.map(({ id, version }) => [id, version]));
    const asked = await askedIn(desk, story.id, ask.from.server);
    return compose(
      story,
      { today: dayIn(story.timezone, ask.now), known, since: sayDate(since, language), asked },
      language,
    );
  },
  complete: completeQuery,
} satisfies Command;

/** The brief of a channel: new is what it was not told by its last one. */
export async function briefAt(ask: Ask, desk: Desk): Promise<Card> {
  const { story } = storyOf(ask, desk);
  const language = languageFor(ask);
  const { channel } = ask.from;
  const last = desk.store === null || channel === null ? null : await desk.store.ledger.last(channel);
  const at = last === null ? null : Temporal.Instant.from(last.due).toZonedDateTimeISO(story.timezone);
  return compose(
    story,
    {
      today: dayIn(story.timezone, ask.now),
      known: knownFrom(last?.memo ?? null, story),
      since: at === null ? null : sayDate(at.toPlainDate().toString(), language),
      asked: await askedIn(desk, story.id, ask.from.server),
    },
    language,
  );
}

/** More open questions than these are on no brief. */
const MOST_ASKED = 50;

/** What is not known yet of a story, as the desk of a server has logged it, oldest first. */
export async function askedIn({ store }: Desk, story: string, server: string | null): Promise<readonly Asked[]> {
  const open = (await store?.questions.list({ story, server, limit: MOST_ASKED })) ?? [];
  const names = await store?.actors.names(open.flatMap(({ owner }) => owner ?? []));
  return open.map(({ asks, owner }) => ({ asks, owner: names?.get(owner ?? '') ?? null }));
}
