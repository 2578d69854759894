import { brief as compose } from '../reply/brief.ts';
import { sayDate } from '../reply/dates.ts';
import { usable } from '../search/about.ts';
import { beginsSince } from '../search/chronology.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { languageFor, storyOf } from './desk.ts';
import { dayOption } from './filters.ts';

/** Where the story stands, on demand, by the composer of the daily post. */
export const brief = {
  data: declare('brief', [{ name: 'since' }]),
  query: 'since',
  answer(ask, desk) {
    const index = storyOf(ask, desk);
    const { story } = index;
    const language = languageFor(ask);
    const since = dayOption('since', ask, index, language)?.from ?? null;
    const old = since === null ? [] : usable(story).filter((fact) => !beginsSince(fact, since));
    const today = ask.now.toZonedDateTimeISO(story.timezone).toPlainDate().toString();
    return compose(
      story,
      {
        today,
        known: new Map(old.map(({ id, version }) => [id, version])),
        since: since === null ? null : sayDate(since, language),
      },
      language,
    );
  },
  complete: completeQuery,
} satisfies Command;
