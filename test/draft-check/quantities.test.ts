import { describe, expect, it } from 'vitest';
import { makeConcepts } from '../../src/draft-check/terms/concepts.ts';
import { compareAmounts, countsIn } from '../../src/draft-check/terms/counts.ts';
import { areContraries } from '../../src/draft-check/terms/contraries.ts';
import { stem } from '../../src/draft-check/terms/concepts.ts';
import { readTerms } from '../../src/draft-check/terms/terms.ts';

const concepts = makeConcepts();
const one = (text: string) => {
  const [first] = countsIn(text, readTerms(text, concepts), []);
  if (!first) throw new Error(`There is no quantity in "${text}".`);
  return first;
};

describe('two quantities', () => {
  it.each([
    ['5 km', '5,000 metres'],
    ['48 hours', 'two days'],
    ['€2.3m', '2.3 million euros'],
    ['−12 °C', 'minus 12 degrees'],
    ['4.7 percent', '4.7%'],
    ['7–5', '7-5'],
    ['a third of the shares', 'one-third of the shares'],
    ['at least 30 people', 'no fewer than 30 people'],
    ['up to 10 years', 'at most 10 years'],
    ['more than 12,000 people', 'about 12,500 people'],
    ['a man of 34 who fled', 'a 34-year-old man'],
  ])('“%s” and “%s” are one amount', (a, b) => {
    expect(compareAmounts(one(a), one(b))).toBe('agrees');
  });

  it.each([
    ['5 km', '5 miles'],
    ['€2.3 million', '£2.3 million'],
    ['12 °C', '−12 °C'],
    ['−12 °F', '−12 °C'],
    ['4.7 percent', '4.7 percentage points'],
    ['7–5', '5–7'],
    ['two-thirds of the shares', 'one-third of the shares'],
    ['at least 30 people', 'at least 300 people'],
    ['fewer than 12,500 people', 'about 12,500 people'],
    ['from 4.7 percent', 'to 4.7 percent'],
    ['three hours', 'three minutes'],
  ])('“%s” and “%s” are not', (a, b) => {
    expect(compareAmounts(one(a), one(b))).toBe('differs');
  });

  it('may be one amount, of which one is told less exactly: then nothing is claimed', () => {
    expect(compareAmounts(one('30 people'), one('at least 30 people'))).toBeNull();
  });
});

describe('contraries', () => {
  it.each([
    ['rose', 'fell'],
    ['bought', 'sold'],
    ['won', 'lost'],
    ['opened', 'shut'],
    ['acquitted', 'convicted'],
    ['before', 'after'],
  ])('“%s” and “%s” exclude each other', (a, b) => {
    expect(areContraries(stem(a), stem(b))).toBe(true);
  });

  it.each([
    ['rose', 'climbed'],
    ['bought', 'paid'],
    ['doctors', 'break'],
  ])('“%s” and “%s” do not', (a, b) => {
    expect(areContraries(stem(a), stem(b))).toBe(false);
  });
});
