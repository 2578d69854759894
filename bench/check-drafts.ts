import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadStory } from '../src/data/load.ts';
import { makeChecker, type SentenceCheck } from '../src/draft-check/check-draft.ts';

const VERDICTS = ['agrees', 'agrees in part', 'differs', 'not in the base'] as const;
type Verdict = (typeof VERDICTS)[number];

/** A draft with the verdict that a person gave. */
interface DraftCase {
  readonly text: string;
  readonly kind: string;
  readonly now: string;
  readonly expect: Verdict;
}

/** How often drafts of one kind got each verdict. */
export interface VerdictRow {
  readonly set: string;
  readonly kind: string;
  readonly expect: Verdict;
  readonly n: number;
  readonly agrees: number;
  readonly 'agrees in part': number;
  readonly differs: number;
  readonly 'not in the base': number;
}

/** The promised rates for a set of drafts. */
export interface VerdictSummary {
  readonly set: string;
  /** Drafts that differ, and those called so. */
  readonly wrong: number;
  readonly found: number;
  /** Drafts that do not agree, and those called "agrees". */
  readonly notAgreeing: number;
  readonly falseAgrees: number;
  /** True drafts, and those called different. */
  readonly right: number;
  readonly falseAlarms: number;
}

const FOLDER = new URL('../test/fixtures/invented', import.meta.url).pathname;

/** The verdict of a text is the worst of its sentences. */
function verdictOf(checks: readonly SentenceCheck[]): Verdict {
  const given = new Set(checks.map(({ verdict }) => verdict));
  if (given.has('differs')) return 'differs';
  const told = [...given].filter((verdict) => verdict !== 'nothing to check');
  if (told.every((verdict) => verdict === 'not in the base')) return 'not in the base';
  return told.every((verdict) => verdict === 'agrees') ? 'agrees' : 'agrees in part';
}

async function casesOf(file: string): Promise<{ kind: string; expect: Verdict; got: Verdict }[]> {
  const checked = await loadStory(dirname(dirname(file)));
  if (!('story' in checked)) throw new Error(`The story of ${file} does not pass its check.`);
  const checker = makeChecker(checked);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { text, kind, now, expect } = JSON.parse(line) as DraftCase;
    return { kind, expect, got: verdictOf(checker.check(text, { now: Temporal.Instant.from(now) })) };
  });
}

/** Drafts about the invented stories: `fit` were seen while the rules were written, `held` were not. */
export async function runVerdictBench(): Promise<{ verdicts: VerdictRow[]; summary: VerdictSummary[] }> {
  const verdicts: VerdictRow[] = [];
  const summary: VerdictSummary[] = [];
  for (const set of ['fit', 'held']) {
    const files = existsSync(FOLDER) ? globSync(join(FOLDER, `*/sets/${set}-drafts.jsonl`)).toSorted() : [];
    const cases = (await Promise.all(files.map(casesOf))).flat();
    if (cases.length === 0) continue;
    for (const [name, group] of Map.groupBy(cases, ({ kind, expect }) => `${kind} → ${expect}`)) {
      const count = (verdict: Verdict) => group.filter(({ got }) => got === verdict).length;
      const [kind = '', expect = ''] = name.split(' → ');
      verdicts.push({
        set,
        kind,
        expect: VERDICTS.find((verdict) => verdict === expect) ?? 'agrees',
        n: group.length,
        agrees: count('agrees'),
        'agrees in part': count('agrees in part'),
        differs: count('differs'),
        'not in the base': count('not in the base'),
      });
    }
    const are = (expect: (verdict: Verdict) => boolean) => cases.filter((one) => expect(one.expect));
    const wrong = are((verdict) => verdict === 'differs');
    const others = are((verdict) => verdict !== 'agrees');
    const right = are((verdict) => verdict === 'agrees');
    summary.push({
      set,
      wrong: wrong.length,
      found: wrong.filter(({ got }) => got === 'differs').length,
      notAgreeing: others.length,
      falseAgrees: others.filter(({ got }) => got === 'agrees').length,
      right: right.length,
      falseAlarms: right.filter(({ got }) => got === 'differs').length,
    });
  }
  return { verdicts, summary };
}
