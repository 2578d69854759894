import type { Block, Card, Line, Section } from './model/card.ts';
import { languageOf, toPlainText, translate } from './i18n/translate.ts';

const MARK: Readonly<Record<Line['as'], string>> = { text: '', item: '• ', quote: '  | ', small: '  ' };

/** The whole answer as plain text, for a terminal: every page, the same words in the same order as the message. */
export function cardText(card: Card, locale: string): string {
  const suggested = card.suggestions.map(({ label }) => label).join(', ');
  const parts = [
    [toPlainText(card.title), ...card.lead.map(lineText)].join('\n'),
    ...card.sections.map(sectionText),
    suggested === '' ? '' : toPlainText(translate(languageOf(locale), 'nothing.suggest', { names: suggested })),
    card.foot.map(lineText).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const sectionText = ({ heading, blocks }: Section): string =>
  [heading === undefined ? '' : `— ${toPlainText(heading)} —`, ...blocks.map(blockText)]
    .filter((part) => part !== '')
    .join('\n\n');

const blockText = ({ lines }: Block): string => lines.map(lineText).join('\n');

const lineText = ({ as, words }: Line): string =>
  toPlainText(words)
    .split('\n')
    .map((line) => `${MARK[as]}${line}`)
    .join('\n');
