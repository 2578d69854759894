import type { Archive } from '../archive.ts';
import type { Body } from '../body.ts';
import { problemIn, type Draft, type Entry } from '../draft.ts';
import { fold, nearMiss, type Folded } from '../near-miss.ts';
import { problemAt, type Problem } from '../problem.ts';
import { cutWord, places } from '../quotation.ts';
import { entriesAt, has, textAt, type Fields, type Text } from '../tree.ts';
import { insideText } from './place.ts';

/** A quote of a text that may not be archived: only a short one is lawful, and no machine can check it. */
const LONGEST_UNARCHIVED = 200;

/** Every quote stands in its source, sign for sign, exactly once, and cuts no word. */
export function* quotes(draft: Draft, archive: Archive): Iterable<Problem> {
  const folded = new Map<Body, Folded>();
  for (const fact of draft.tables.facts.entries) {
    for (const cite of entriesAt(fact.node, 'cite')) {
      const quote = textAt(cite, 'quote');
      const source = textAt(cite, 'source')?.value ?? '';
      const body = archive.get(source);
      if (!quote || quote.value === '' || body === undefined) continue;
      if (body !== null) yield* inSource(fact, cite, quote, source, body, archive, folded);
      else if (quote.value.length > LONGEST_UNARCHIVED) {
        yield problemIn(
          fact,
          quote,
          `The text of ${source} may not be archived, and ${quote.value.length} signs of it are quoted.`,
          `Quote at most ${LONGEST_UNARCHIVED} signs.`,
        );
      }
    }
  }
}

function* inSource(
  fact: Entry,
  cite: Fields,
  quote: Text,
  source: string,
  body: Body,
  archive: Archive,
  folded: Map<Body, Folded>,
): Iterable<Problem> {
  const [before, after] = [textAt(cite, 'before'), textAt(cite, 'after')];
  const [found, again] = places(body.text, { quote: quote.value, before: before?.value, after: after?.value });
  if (found !== undefined && again === undefined) {
    const cut = cutWord(body.text, found, found + quote.value.length);
    // A damaged text may have lost the space between two words: the fact then says what is wrong with it.
    if (cut && !has(fact.node, 'damaged')) {
      yield problemIn(
        fact,
        quote,
        `The quote ${cut.side} in the middle of the word '${cut.word}'.`,
        'Quote whole words, or say in "damaged" what is wrong with the source.',
      );
    }
    return;
  }
  if (found !== undefined) {
    const all = places(body.text, { quote: quote.value, before: before?.value, after: after?.value });
    yield problemIn(
      fact,
      quote,
      `The quote stands in ${source} ${all.length === 2 ? 'twice' : `${all.length} times`}, in ${lines(all.map((at) => body.line(at)))}.`,
      'Make it longer, or add "before" or "after" with the words beside the one that is meant.',
    );
    return;
  }
  const alone = places(body.text, { quote: quote.value });
  if (alone.length > 0) {
    const wrong =
      before && places(body.text, { quote: quote.value, before: before.value }).length === 0
        ? before
        : (after ?? quote);
    const field = wrong === before ? 'before' : 'after';
    yield problemIn(
      fact,
      wrong,
      `The quote stands in ${source}, in ${lines(alone.map((at) => body.line(at)))}, but not ${field === 'before' ? 'behind' : 'in front of'} the words of '${field}'.`,
      `Copy the words right ${field} it from the source.`,
    );
    return;
  }
  yield missed(fact, quote, source, body, archive, folded);
}

function missed(
  fact: Entry,
  quote: Text,
  source: string,
  body: Body,
  archive: Archive,
  folded: Map<Body, Folded>,
): Problem {
  const elsewhere = [...archive].find(([, other]) => other !== null && other.text.includes(quote.value));
  if (elsewhere) {
    return problemIn(
      fact,
      quote,
      `The quote is not in ${source}, it is in ${elsewhere[0]}.`,
      `Write "source: ${elsewhere[0]}".`,
    );
  }
  const same = folded.get(body) ?? fold(body.text);
  folded.set(body, same);
  const near = nearMiss(body.text, same, quote.value);
  if (!near) {
    return problemIn(
      fact,
      insideText(fact.file, quote, 0),
      `The quote is not in ${source}.`,
      'Copy it from the archived text; never retype it.',
    );
  }
  const there = JSON.stringify(body.text.slice(Math.max(0, near.inText - 12), near.inText + 24));
  return problemAt(
    fact.file,
    insideText(fact.file, quote, near.inQuote).at,
    `The quote is not in ${source}: ${near.differs} (line ${body.line(near.inText)}).`,
    `Copy it from the archived text, which reads ${there} there.`,
  );
}

function lines(all: readonly number[]): string {
  const numbers = [...new Set(all)];
  if (numbers.length === 1) return `line ${String(numbers[0])}`;
  return `lines ${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}
