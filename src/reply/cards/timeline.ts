import { edtf } from '../../data/model/edtf.ts';
import type { Fact } from '../../data/model/fact.ts';
import { usable } from '../../data/queries/fact-relations.ts';
import { beginsSince, isOpen, nearestDays, oldestFirst, undated, type Range } from '../../data/queries/chronology.ts';
import { apartLine, card, echo, factSection, missOf, nothing } from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line } from '../model/card.ts';
import { sayRange } from '../i18n/dates.ts';
import { say } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import type { Sought } from '../lookup-result.ts';
import { entry } from '../fact-statement.ts';
import { timelineOf } from '../pictures/timeline.ts';

/**
 * A timeline: by `time` oldest first, then what is undated in a block of its own; by `fit` as found, what answers the
 * question best first, dated or not.
 */
export function chronicle(sought: Sought, order: 'time' | 'fit'): Card {
  const { index, language, range, asked, by, narrowedTo } = sought;
  const { story } = index;
  const facts = withConflicts(sought.facts, story).filter((fact) =>
    by === 'filter' ? isOfTheTimeline(fact) : by === 'words' || fact.kind !== 'role',
  );
  if (facts.length === 0) return empty(sought);
  // A day on which nothing but an older state goes on, or of which only the month is known, has no facts of its own.
  if (by === 'filter' && facts.every((fact) => isOlder(fact, range) || isCoarse(fact, range)))
    return empty({ ...sought, related: facts });
  const timed = order === 'time' ? oldestFirst(facts) : facts;
  const loose = order === 'time' ? undated(facts) : [];
  const title =
    asked === ''
      ? say(language, 'timeline.all', { story: { em: story.title } })
      : say(language, 'timeline.title', { asked: { strong: echo(asked) } });
  const pictures = timelineOf(facts, { title, story, language, lanes: narrowedTo });
  return card(story, language, {
    title,
    pictures,
    lead: [...understood(range, language), ...apartLine(sought)],
    sections: [
      ...factSection(
        say(language, order === 'time' ? 'timeline.dated' : 'timeline.best'),
        timed,
        story,
        language,
        entry,
      ),
      ...factSection(say(language, 'timeline.undated'), loose, story, language, entry),
    ],
    facts: [...timed, ...loose],
  });
}

/** Of a whole story or of a day: what happened and what was said, and the states that still go on; not who holds which office. */
const isOfTheTimeline = (fact: Fact): boolean =>
  fact.kind !== 'role' && (fact.kind !== 'state' || isOpen(fact)) && fact.when !== undefined;

const isOlder = (fact: Fact, range: Range | null): boolean =>
  range !== null && range.from !== null && isOpen(fact) && !beginsSince(fact, range.from);

/** Of what is dated to a month no single day is known. */
const isCoarse = ({ when = '' }: Fact, range: Range | null): boolean =>
  range !== null && range.from !== null && range.from === range.to && edtf(when).precision !== 'day';

function empty(sought: Sought): Card {
  const { index, language, range } = sought;
  const { story } = index;
  const miss = missOf(sought);
  if (range === null) return nothing(story, language, miss);
  const { earlier, later } = nearestDays(usable(story), range);
  const line = (key: 'timeline.earlier' | 'timeline.later', day: string | null): Line[] =>
    day === null
      ? []
      : [{ as: 'text', words: say(language, key, { date: sayRange({ from: day, to: day }, language) }) }];
  return nothing(story, language, {
    ...miss,
    title: say(language, 'timeline.noneOn', { date: sayRange(range, language), story: { em: story.title } }),
    lead: [...line('timeline.earlier', earlier), ...line('timeline.later', later)],
  });
}

/** The days that were understood, so that "wednesday" is never left to guess. */
function understood(range: Range | null, language: Language): Line[] {
  if (range === null) return [];
  return [{ as: 'small', words: say(language, 'timeline.understood', { date: sayRange(range, language) }) }];
}
