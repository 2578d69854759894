import type { Archive } from '../files/read-sources.ts';
import type { SourceText } from '../text/source-text.ts';
import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import { fold, nearMiss, type Folded } from '../text/nearest-quote.ts';
import type { Finding, Problem } from '../model/problem.ts';
import { cutWord, places, type Selector } from '../text/text-quote-selector.ts';
import { entriesAt, has, textAt, type Text } from '../yaml/tree.ts';
import { insideText } from './file-position.ts';

/** Of a text that may not be archived only a little may be quoted, and no machine can check it. */
const LONGEST_UNARCHIVED = 200;

interface Cited {
  readonly fact: Entry;
  readonly source: Text;
  readonly quote: Text;
  readonly before: Text | undefined;
  readonly after: Text | undefined;
  readonly body: SourceText;
}

/** Every quote occurs in its source exactly once, character by character, and cuts no word. */
export function* quotes(draft: UncheckedStory, archive: Archive): Iterable<Problem> {
  const folded = new Map<SourceText, Folded>();
  for (const fact of draft.tables.facts.entries) {
    for (const cite of entriesAt(fact.node, 'cite')) {
      const [source, quote] = [textAt(cite, 'source'), textAt(cite, 'quote')];
      const body = source && archive.get(source.value);
      if (!source || !quote || quote.value === '' || body === undefined) continue;
      if (body !== null) {
        const [before, after] = [textAt(cite, 'before'), textAt(cite, 'after')];
        yield* inSource({ fact, source, quote, before, after, body }, archive, folded);
      } else if (quote.value.length > LONGEST_UNARCHIVED) {
        const message = `The text of ${source.value} may not be archived, and ${quote.value.length} signs of it are quoted.`;
        yield at(fact, quote, 0, message, `Quote at most ${LONGEST_UNARCHIVED} signs.`);
      }
    }
  }
}

const at = (fact: Entry, text: Text, offset: number, message: string, cure: string, finding?: Finding) =>
  problemIn(fact, insideText(fact.file, text, offset), message, cure, finding);

function* inSource(cited: Cited, archive: Archive, folded: Map<SourceText, Folded>): Iterable<Problem> {
  const { fact, source, quote, body } = cited;
  const [first, second] = places(body.text, selectorOf(cited));
  if (first === undefined) {
    const alone = [...places(body.text, { quote: quote.value })];
    yield alone.length > 0 ? misplaced(cited, alone) : missed(cited, archive, folded);
  } else if (second !== undefined) {
    const found = [...places(body.text, selectorOf(cited))];
    yield at(
      fact,
      quote,
      0,
      `The quote stands in ${source.value} ${found.length === 2 ? 'twice' : `${found.length} times`}, ${lines(body, found)}.`,
      'Make it longer, or add "before" or "after" with the words beside the one that is meant.',
    );
  } else {
    const cut = cutWord(body.text, first, first + quote.value.length);
    // A damaged text may have lost the space between two words: the fact then says what is wrong with it.
    if (!cut || has(fact.node, 'damaged')) return;
    yield at(
      fact,
      quote,
      cut.side === 'begins' ? 0 : quote.value.length,
      `The quote ${cut.side} in the middle of the word '${cut.word}'.`,
      'Quote whole words, or say in "damaged" what is wrong with the source.',
    );
  }
}

const selectorOf = ({ quote, before, after }: Cited): Selector => ({
  quote: quote.value,
  before: before?.value,
  after: after?.value,
});

/** The quote is there, and the words beside it are not. */
function misplaced({ fact, source, quote, before, after, body }: Cited, found: readonly number[]): Problem {
  const behind = before && places(body.text, { quote: quote.value, before: before.value }).next().done === true;
  const [wrong, field, side] = behind ? [before, 'before', 'behind'] : [after ?? quote, 'after', 'in front of'];
  return at(
    fact,
    wrong,
    0,
    `The quote stands in ${source.value}, ${lines(body, found)}, but not ${side} the words of '${field}'.`,
    `Copy the words right ${field} it from the source.`,
  );
}

function missed({ fact, source, quote, body }: Cited, archive: Archive, folded: Map<SourceText, Folded>): Problem {
  const id = source.value;
  const elsewhere = [...archive].find(([, other]) => other !== null && other.text.includes(quote.value));
  if (elsewhere) {
    return problemIn(
      fact,
      source,
      `The quote is not in ${id}, it is in ${elsewhere[0]}.`,
      `Write "source: ${elsewhere[0]}".`,
      { code: 'quote-elsewhere', mentions: [id, elsewhere[0]] },
    );
  }
  const same = folded.get(body) ?? fold(body.text);
  folded.set(body, same);
  const near = nearMiss(body.text, same, quote.value);
  if (!near) return at(fact, quote, 0, ...quoteMissing(id));
  const there = body.text.slice(Math.max(0, near.inText - 12), near.inText + 24).replaceAll(/\s/gu, ' ');
  return at(
    fact,
    quote,
    near.inQuote,
    `The quote is not in ${id}: ${near.differs} (line ${body.line(near.inText)}).`,
    `Copy it from the archived text, which reads there: … ${there} …`,
  );
}

/** For a quote that is in no text. It names no other text, so it is safe under embargo. */
export const quoteMissing = (source: string): readonly [message: string, cure: string, finding: Finding] => [
  `The quote is not in ${source}.`,
  'Copy it from the archived text; never retype it.',
  { code: 'quote-missing', mentions: [source] },
];

function lines(body: SourceText, found: readonly number[]): string {
  const numbers = [...new Set(found.map((offset) => body.line(offset)))];
  if (numbers.length === 1) return `in line ${String(numbers[0])}`;
  return `in lines ${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}
