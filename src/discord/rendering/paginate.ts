import type { Block, Card } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import { MAX_MESSAGE_COMPONENTS, MAX_MESSAGE_TEXT } from '../limits.ts';
import { splitBlock } from './split-block.ts';
import { lineToMarkdown, toMarkdown } from '../format/markdown.ts';

/** What one message shows: its texts in order, a separator between each two, and the facts in them. */
export interface Page {
  readonly texts: readonly string[];
  readonly facts: readonly string[];
}

/** Three screens of a phone. A block that began before this may still make the page longer. */
const COMFORT = 3_000;
/** A title or a foot beyond this is not repeated on every page: it flows with the rest. */
const REPEATED = 500;
/**
 * Kept free on every page for who asked and for "Did you mean", so that an answer has the same pages before and after it is
 * posted.
 */
export const ASKED_BY_LENGTH = 400;
/** The container, three rows and ten buttons at most; a gallery and three files. */
const OTHERS = 18;
/** Texts of one page between head and foot; before each but the first stands a separator. */
const TEXTS = Math.floor((MAX_MESSAGE_COMPONENTS - OTHERS) / 2) - 2;

interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/**
 * Lays an answer out in pages, each within Discord's limits. A page ends between blocks; nothing is left out. Title and
 * foot stand on every page, a heading again where its section goes on. Beyond `most` pages nothing is laid out.
 */
export function paginate(card: Card, continued: string, most = Number.POSITIVE_INFINITY): readonly Page[] {
  const goesOn = (): string => lineToMarkdown({ as: 'small', words: [{ em: continued }] });
  const head = fixed(heading(card.outcome === 'refused' ? '' : '##', card.title));
  const foot = fixed(card.foot.map(lineToMarkdown).filter(Boolean).join('\n'));
  const room = MAX_MESSAGE_TEXT - ASKED_BY_LENGTH - (head?.length ?? 0) - (foot?.length ?? 0);
  const pages: { texts: string[]; readonly facts: Set<string> }[] = [{ texts: [], facts: new Set() }];
  let used = 0;
  for (const part of partsOf(card, head === null, foot === null)) {
    let begun = false;
    let before = '';
    for (const { piece, fact } of piecesOf(part, room - part.heading.length - 1, goesOn)) {
      if (pages.length > most) break;
      const opening = part.heading === '' || piece === '' ? part.heading + piece : `${part.heading}\n${piece}`;
      const following = `${gap(before, piece)}${piece}`;
      const texts = pages.at(-1)?.texts ?? [];
      const full = used > 0 && used + (begun ? following : opening).length > Math.min(COMFORT, room);
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

/** What a part shows, as far as it is wanted: a heading is shown even over nothing. */
function* piecesOf({ heading: over, blocks }: Part, longest: number, goesOn: () => string) {
  let none = true;
  for (const block of blocks) {
    for (const piece of splitBlock(block, longest, goesOn)) {
      none = false;
      yield { piece, fact: block.fact };
    }
  }
  if (none && over !== '') yield { piece: '', fact: undefined };
}

/** The title stands in one text with what follows it where that has no heading of its own: it is the same thought. */
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

/** Discord takes the signs off the end of a heading that ends with `#`, so such a one stands in bold alone. */
function heading(level: '##' | '###' | '', words: StyledText): string {
  const text = toMarkdown(words).trim();
  if (text === '') return '';
  return level === '' || text.endsWith('#') ? text : `${level} ${text}`;
}

/** Blocks of one line stand close, as a list does; others are set apart. */
const gap = (before: string, after: string): string => (before.includes('\n') || after.includes('\n') ? '\n\n' : '\n');
