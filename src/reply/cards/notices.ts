import type { Fact, Story } from '../../data/model/fact.ts';
import type { Problem } from '../../data/model/problem.ts';
import { staleFacts } from '../../data/queries/freshness.ts';
import { buildCard, EMPTY_CARD, factSection } from './answer.ts';
import type { Block, Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { attributedStatement } from '../fact-statement.ts';

const item = (words: StyledText): Block => ({ lines: [{ as: 'item', words }] });
const text = (words: StyledText): Line => ({ as: 'text', words });

/** For those who asked: what they wanted to know is in the base now. */
export function answeredNotice(asks: string, fact: Fact, story: Story, language: Language): Card {
  return buildCard(story, language, {
    title: translate(language, 'answered.title'),
    lead: [text(translate(language, 'answered.asked', { question: { strong: asks } }))],
    sections: factSection(null, [fact], story, language),
    facts: [fact],
  });
}

/** Files of a story that were not taken. */
export interface RejectedFiles {
  readonly id: string;
  readonly problems: readonly Problem[];
  /** Something in them is under embargo: their text is not repeated. */
  readonly hides: boolean;
}

/** Nobody corrects more at a time. */
const MOST_PROBLEMS = 10;

/** For the editors: what is wrong with the files, and where. Paths begin with the name of the story. */
export function rejectedFilesNotice({ id, problems, hides }: RejectedFiles, language: Language): Card {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ file, line, column, message, cure }) => {
    const place = { code: `${placeIn(id, file)}:${line}:${column}` };
    return item(hides ? [place] : [place, ` ${message} ${cure}`]);
  });
  const left = problems.length - shown.length;
  return {
    ...EMPTY_CARD,
    title: translate(language, 'refused.title', { story: { code: id } }),
    lead: [
      text(translate(language, 'refused.goesOn')),
      ...(hides
        ? [text(translate(language, 'refused.hides', { command: { code: 'npm run -s facts -- check' } }))]
        : []),
    ],
    sections: [{ blocks: [...shown, ...(left === 0 ? [] : [item(translate(language, 'refused.more', { n: left }))])] }],
  };
}

/** Without the folders around the story: they are the machine's. */
function placeIn(story: string, file: string): string {
  const parts = file.split(/[/\\]/u);
  const at = parts.lastIndexOf(story);
  return at === -1 ? (parts.at(-1) ?? file) : parts.slice(at).join('/');
}

/** More than these are asked about on the next day. */
const MOST_OLD = 10;

/** Facts past their shelf life that nobody was asked about yet, as a pair of id and version each. */
export function staleFactsNotice(
  story: Story,
  today: string,
  isAsked: (fact: Fact) => boolean,
): { readonly facts: readonly Fact[]; readonly card: (language: Language) => Card } {
  const old = staleFacts(story, today)
    .filter(({ fact }) => !isAsked(fact))
    .slice(0, MOST_OLD);
  const facts = old.map(({ fact }) => fact);
  return {
    facts,
    card: (language) =>
      buildCard(story, language, {
        title: translate(language, 'stale.title', { n: old.length }),
        lead: [text(translate(language, 'stale.lead'))],
        sections: [
          {
            blocks: old.map(({ fact, freshness: { by, days } }) => ({
              ...item([
                ...attributedStatement(fact, story, language),
                ' · ',
                { code: fact.id },
                ' · ',
                ...translate(language, by === 'checked' ? 'stale.checked' : 'stale.never', { n: days }),
                ' · ',
                ...(fact.checked === undefined
                  ? translate(language, 'stale.desk')
                  : translate(language, 'stale.owner', { owner: { strong: fact.checked.by } })),
              ]),
              fact: fact.id,
            })),
          },
        ],
        facts,
      }),
  };
}
