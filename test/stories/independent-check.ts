import { parse } from 'yaml';
import type { Story } from '../../src/data/model/fact.ts';
import type { Bytes } from './mutations.ts';

type Entry = Readonly<Record<string, unknown>>;

const decode = (bytes: Uint8Array | undefined): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** A file as another reader than the loader's own has it: plain values, every scalar as text. */
function entries(bytes: Uint8Array | undefined): readonly Entry[] {
  const read: unknown = parse(decode(bytes), { schema: 'failsafe', logLevel: 'silent' });
  return Array.isArray(read) ? (read as Entry[]) : [];
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What a fact says, so far as two readers can be compared: text by text. */
interface Said {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cites: readonly unknown[];
}

const NAMED = [
  'kind',
  'says',
  'status',
  'when',
  'when_said',
  'when_how',
  'time',
  'said_by',
  'told',
  'basis',
  'words',
  'because',
  'damaged',
  'where_how',
  'note',
];
const LISTS = ['who', 'where', 'contradicts', 'supersedes', 'asks'];

/** The offset of a quote, counted character by character. */
function placed(body: string, quote: string, after: string | undefined): unknown {
  const places: number[] = [];
  for (let at = 0; at + quote.length <= body.length; at += 1) {
    if (body.slice(at, at + quote.length) !== quote) continue;
    if (
      after === undefined ||
      body
        .slice(at + quote.length)
        .trimStart()
        .startsWith(after)
    )
      places.push(at);
  }
  const [at = -1] = places;
  if (places.length !== 1) return `in ${places.length} places`;
  const before = body.slice(0, at);
  return { start: [...before].length, end: [...before].length + [...quote].length, line: before.split('\n').length };
}

/** The facts of these files, read and placed by nothing of the loader. */
export function independent(files: Bytes): readonly Said[] {
  const bodies = new Map(
    entries(files['sources.yml']).map(({ id, text: name }) => [
      String(id),
      text(name) === undefined || name === 'null' ? null : decode(files[String(name)]),
    ]),
  );
  const names = Object.keys(files).filter((name) => name === 'facts.yml' || /^facts\/[^/]+\.yml$/.test(name));
  return names.toSorted().flatMap((name) =>
    entries(files[name]).map((entry) => ({
      id: String(entry['id']),
      fields: Object.fromEntries([
        ...NAMED.map((field) => [field, text(entry[field])] as const),
        ...LISTS.map((field) => [field, texts(entry[field])] as const),
      ]),
      cites: (entry['cite'] as readonly Entry[]).map(({ source, quote, after }) => {
        const body = bodies.get(String(source));
        const place =
          body === null ? { start: 0, end: 0, line: 0 } : placed(body ?? '', String(quote), text(after)?.trim());
        return { source, quote, ...(place as object) };
      }),
    })),
  );
}

/** The same of a story that the loader made. */
export const loaded = (story: Story): readonly Said[] =>
  [...story.facts.values()].map((fact) => {
    const fields = new Map<string, unknown>(Object.entries(fact));
    return {
      id: fact.id,
      fields: Object.fromEntries([
        ...NAMED.map((field) => [field, fields.get(field)] as const),
        ...LISTS.map((field) => [field, fields.get(field)] as const),
      ]),
      cites: fact.citations.map(({ source, quote, start, end, line }) => ({ source, quote, start, end, line })),
    };
  });
