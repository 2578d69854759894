import type { Citation, Fact, Story } from '../../data/model/fact.ts';
import { buildCard } from './answer.ts';
import type { Block, Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { joinText, translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf, sourceLine } from '../fact-statement.ts';

/** UTF-16 units shown on either side of a snippet: a paragraph of a news text, seldom more. */
const AROUND = 600;

/** Facts with each snippet in the paragraph that it was copied from, marked, and the number of its line. */
export function sourceContextCard(facts: readonly Fact[], story: Story, language: Language): Card {
  return buildCard(story, language, {
    title: translate(language, 'context.title'),
    sections: [{ blocks: facts.map((fact) => block(fact, story, language)) }],
    facts,
  });
}

function block(fact: Fact, story: Story, language: Language): Block {
  const speaker =
    fact.said_by === undefined ? [] : translate(language, 'fact.speaker', { speaker: nameOf(fact.said_by, story) });
  return {
    fact: fact.id,
    lines: [
      { as: 'text', words: [{ code: fact.id }, ' ', ...speaker, fact.says] },
      ...fact.citations.flatMap((citation) => passage(citation, story, language)),
    ],
  };
}

function passage(citation: Citation, story: Story, language: Language): Line[] {
  const source = story.sources.get(citation.source);
  if (source === undefined) return [];
  const from = joinText(
    [...sourceLine(source, language), translate(language, 'source.line', { n: String(citation.line) })],
    ', ',
  );
  return [
    { as: 'quote', words: source.body === null ? [{ strong: citation.quote }] : paragraph(source.body, citation) },
    { as: 'small', words: from },
  ];
}

/** The lines of the text that the quotation touches, with the quotation marked. */
function paragraph(body: string, { quote, start }: Citation): StyledText {
  // Offsets of citations count code points; slicing counts UTF-16 units.
  const at = Array.from(body).slice(0, start).join('').length;
  const end = at + quote.length;
  const first = Math.max(body.lastIndexOf('\n', at - 1) + 1, at - AROUND);
  const stop = body.indexOf('\n', end);
  const last = Math.min(stop === -1 ? body.length : stop, end + AROUND);
  const before = `${body[first - 1] === '\n' || first === 0 ? '' : '…'}${body.slice(first, at)}`;
  const after = `${body.slice(end, last)}${last === body.length || body[last] === '\n' ? '' : '…'}`;
  return [before, { strong: quote } as const, after].filter((span) => span !== '');
}
