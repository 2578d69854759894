import { edtf } from '../../data/model/edtf.ts';
import type { Fact } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import {
  beginsOnOrAfter,
  isOngoing,
  nearestFactDays,
  oldestFirst,
  undatedFacts,
  type Range,
} from '../../data/queries/chronology.ts';
import {
  distinctNamesLine,
  meaningLine,
  buildCard,
  echoQuery,
  factSection,
  notFoundLine,
  nothingFoundCard,
} from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line } from '../model/card.ts';
import { formatDateRange } from '../i18n/dates.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import type { LookupResult } from '../lookup-result.ts';
import { timelineEntry } from '../fact-statement.ts';
import { timelinePictures } from '../pictures/timeline.ts';

/**
 * A timeline: by `time` oldest first, then what is undated in a block of its own; by `fit` as found, what answers the
 * question best first, dated or not.
 */
export function timelineCard(sought: LookupResult, order: 'time' | 'fit'): Card {
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
  const loose = order === 'time' ? undatedFacts(facts) : [];
  const title =
    asked === ''
      ? translate(language, 'timeline.all', { story: { em: story.title } })
      : translate(language, 'timeline.title', { asked: { strong: echoQuery(asked) } });
  const pictures = timelinePictures(facts, { title, story, language, lanes: narrowedTo });
  return buildCard(story, language, {
    title,
    pictures,
    lead: [...understood(range, language), ...meaningLine(sought), ...distinctNamesLine(sought)],
    sections: [
      ...factSection(
        translate(language, order === 'time' ? 'timeline.dated' : 'timeline.best'),
        timed,
        story,
        language,
        timelineEntry,
      ),
      ...factSection(translate(language, 'timeline.undated'), loose, story, language, timelineEntry),
    ],
    facts: [...timed, ...loose],
  });
}

/** Of a whole story or of a day: what happened and what was said, and the states that still go on; not who holds which office. */
const isOfTheTimeline = (fact: Fact): boolean =>
  fact.kind !== 'role' && (fact.kind !== 'state' || isOngoing(fact)) && fact.when !== undefined;

const isOlder = (fact: Fact, range: Range | null): boolean =>
  range !== null && range.from !== null && isOngoing(fact) && !beginsOnOrAfter(fact, range.from);

/** Of what is dated to a month no single day is known. */
const isCoarse = ({ when = '' }: Fact, range: Range | null): boolean =>
  range !== null && range.from !== null && range.from === range.to && edtf(when).precision !== 'day';

function empty(sought: LookupResult): Card {
  const { index, language, range } = sought;
  const { story } = index;
  const miss = notFoundLine(sought);
  if (range === null) return nothingFoundCard(story, language, miss);
  const { earlier, later } = nearestFactDays(usableFacts(story), range);
  const line = (key: 'timeline.earlier' | 'timeline.later', day: string | null): Line[] =>
    day === null
      ? []
      : [{ as: 'text', words: translate(language, key, { date: formatDateRange({ from: day, to: day }, language) }) }];
  return nothingFoundCard(story, language, {
    ...miss,
    title: translate(language, 'timeline.noneOn', {
      date: formatDateRange(range, language),
      story: { em: story.title },
    }),
    lead: [...line('timeline.earlier', earlier), ...line('timeline.later', later)],
  });
}

/** The days that were understood, so that "wednesday" is never left to guess. */
function understood(range: Range | null, language: Language): Line[] {
  if (range === null) return [];
  return [
    { as: 'small', words: translate(language, 'timeline.understood', { date: formatDateRange(range, language) }) },
  ];
}
