import type { Block, Card } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import { MAX_MESSAGE_COMPONENTS, MAX_MESSAGE_TEXT } from '../limits.ts';
import { splitBlock } from './split-block.ts';
import { lineToMarkdown, toMarkdown } from '../format/markdown.ts';

/** One message: its texts in order, with a separator between each two, and the ids of the facts in them. */
export interface Page {
  readonly texts: readonly string[];
  readonly facts: readonly string[];
}

/** UTF-16 units: three screens of a phone. A block that began before this may make the page longer. */
const COMFORT = 3_000;
/** A longer title or foot is not repeated on every page. */
const REPEATED = 500;
/**
 * Space on every page for who asked and for "Did you mean", so that an answer has the same pages before and after it is
 * shared.
 */
export const ASKED_BY_LENGTH = 400;
/** Components beside texts: the container, three rows, ten buttons, a gallery and three files. */
const OTHERS = 18;
/** Texts of one page between title and foot. Each but the first needs a separator before it. */
const TEXTS = Math.floor((MAX_MESSAGE_COMPONENTS - OTHERS) / 2) - 2;

interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/**
 * Lays an answer out in pages, each within Discord's limits. A page ends between blocks, and nothing is left out. Title and
 * foot are on every page; a heading is repeated where its section continues. It stops after `most` pages.
 */
export function paginate(card: Card, continued: string, most = Number.POSITIVE_INFINITY): readonly Page[] {
  const continuation = (): string => lineToMarkdown({ as: 'small', words: [{ em: continued }] });
  const head = fixed(heading(card.outcome === 'refused' ? '' : '##', card.title));
  const foot = fixed(card.foot.map(lineToMarkdown).filter(Boolean).join('\n'));
  const available = MAX_MESSAGE_TEXT - ASKED_BY_LENGTH - (head?.length ?? 0) - (foot?.length ?? 0);
  const pages: { texts: string[]; readonly facts: Set<string> }[] = [{ texts: [], facts: new Set() }];
  let used = 0;
  for (const part of partsOf(card, head === null, foot === null)) {
    let begun = false;
    let before = '';
    for (const { piece, fact } of piecesOf(part, available - part.heading.length - 1, continuation)) {
      if (pages.length > most) break;
      const opening = part.heading === '' || piece === '' ? part.heading + piece : `${part.heading}\n${piece}`;
      const following = `${gap(before, piece)}${piece}`;
      const texts = pages.at(-1)?.texts ?? [];
      const full = used > 0 && used + (begun ? following : opening).length > Math.min(COMFORT, available);
      if (full || (!begun && texts.length === TEXTS)) {
        pages.push({ texts: [opening], facts: new Set() });
        used = opening.length;
      } else if (begun) {
        texts.push(`${texts.pop() ?? ''}${following}`);
        used += following.length;
      } else {
        texts.push(opening);
        used += opening.length;
      }
      if (fact !== undefined) pages.at(-1)?.facts.add(fact);
      begun = true;
      before = piece;
    }
  }
  return pages
    .slice(0, most)
    .map(({ texts, facts }) => ({ texts: withEnds(head ?? '', texts, foot ?? ''), facts: [...facts] }));
}

/** The pieces of a part, as far as they are read. A heading without blocks is shown too. */
function* piecesOf({ heading: over, blocks }: Part, longest: number, continuation: () => string) {
  let none = true;
  for (const block of blocks) {
    for (const piece of splitBlock(block, longest, continuation)) {
      none = false;
      yield { piece, fact: block.fact };
    }
  }
  if (none && over !== '') yield { piece: '', fact: undefined };
}

/** The title shares a text with what follows, unless that has a heading of its own. */
function withEnds(head: string, [first = '', ...rest]: readonly string[], foot: string): string[] {
  const apart = first.startsWith('###') || head === '';
  const top = apart ? [head, first] : [`${head}\n${first}`];
  return [...top, ...rest, foot].map((text) => text.trim()).filter((text) => text !== '');
}

function partsOf(card: Card, titleFlows: boolean, footFlows: boolean): Part[] {
  const lead = [...(titleFlows ? [{ as: 'text' as const, words: card.title }] : []), ...card.lead];
  return [
    { heading: '', blocks: [{ lines: lead }] },
    ...card.sections.map(({ heading: words = [], blocks }) => {
      const repeated = fixed(heading('###', words));
      return repeated === null
        ? { heading: '', blocks: [{ lines: [{ as: 'text' as const, words }] }, ...blocks] }
        : { heading: repeated, blocks };
    }),
    { heading: '', blocks: footFlows ? [{ lines: card.foot }] : [] },
  ];
}

const fixed = (text: string): string | null => (text.length > REPEATED ? null : text);

/** Discord strips `#` from the end of a heading, so a heading that ends with one is plain text. */
function heading(level: '##' | '###' | '', words: StyledText): string {
  const text = toMarkdown(words).trim();
  if (text === '') return '';
  return level === '' || text.endsWith('#') ? text : `${level} ${text}`;
}

/** Blocks of one line are close, like a list; others have an empty line between them. */
const gap = (before: string, after: string): string => (before.includes('\n') || after.includes('\n') ? '\n\n' : '\n');
