import { z } from 'zod';

/**
 * The fact model: what a story's files may contain. The checker and the editors' completion (`facts -- schema`) are both
 * made from these schemas. Every scalar is text as the file has it (`12:00` is not 720, `no` is not false).
 */

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const id = z
  .string()
  .regex(ID, 'An id is made of lower-case letters a to z, digits and single hyphens: town-hall.')
  .max(60)
  .describe('Lower-case letters, digits and hyphens; never changed once published.');
const ids = z.array(id).default([]);
const line = z.string().regex(/^\S(?:.*\S)?$/, 'This must be one line, without spaces or line ends around it.');
const sentence = line.max(600);
const name = line.max(80);
const SCRIPT =
  'A language is written as two or three small letters, with a script where it matters: sr-Cyrl, sr-Latn, sq.';
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/;
const names = z
  .record(z.string().regex(LANGUAGE, SCRIPT), z.array(name).min(1))
  .default({})
  .describe('Other forms that people type, by language and, where it matters, script: {sr-Cyrl: […], sq: […]}.');
const edtf = z
  .string()
  .min(1)
  .describe('EDTF level 0 or 1: 2023-05-31, 2023-04, 2023-05-29/.., 2023-05-31~, 2023-05-XX.');
const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(?:\.\d+)?$/, 'Degrees are written as 42.9075, south and west with a minus.')
    .refine((text) => Math.abs(Number(text)) <= limit, `This lies between -${limit} and ${limit} degrees.`)
    .transform(Number);
const days = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'This is a number of whole days: 30.')
  .transform(Number);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const KINDS = ['event', 'state', 'position', 'quote', 'figure', 'role'] as const;
export const STATUSES = ['confirmed', 'reported', 'attributed', 'disputed', 'unverified', 'retracted'] as const;
/** How a border in dispute may be drawn. */
export const BORDER_LINES = ['solid', 'dashed', 'hidden'] as const;

export type Status = (typeof STATUSES)[number];

/** How maps of the story are drawn. */
const mapSchema = z.strictObject({
  names: z
    .record(z.string(), name)
    .default({})
    .describe("The house form of countries that are no place of the story, by the borders' own name: {Czechia: …}."),
  official: z
    .record(id, z.array(z.string().regex(LANGUAGE, SCRIPT)).min(1))
    .default({})
    .describe('Languages of the second name on a map, by the place where they are official: {kosovo: [sq, sr-Latn]}.'),
  disputed: z
    .record(
      z.string().regex(/^\S.* \/ .*\S$/, 'Write two countries with a slash between them: Kosovo / Serbia.'),
      z.enum(BORDER_LINES),
    )
    .default({})
    .describe('How the border between two countries is drawn: {Kosovo / Serbia: dashed}.'),
});

/** story.yml */
export const storySchema = z.strictObject({
  title: name,
  line: sentence.describe('The story in one sentence.'),
  timezone: z.string().describe('IANA zone in which the story happens: Europe/Belgrade.'),
  language: z.string().describe('BCP 47 tag of the house language: en.'),
  shelf_life: z.partialRecord(z.enum(KINDS), days).default({}).describe('Days after which a fact of this kind is old.'),
  map: mapSchema.optional(),
  servers: z
    .array(z.string().regex(/^\d{1,20}$/, 'Write the id of a Discord server: digits alone.'))
    .optional()
    .describe('Ids of the Discord servers that may ask about the story, and of which one curates it.'),
  open: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('true: anybody may ask about the story, in any server and in direct messages.'),
});

/** An entry of sources.yml. */
export const sourceSchema = z.strictObject({
  id,
  outlet: name.nullable().default(null).describe('null when it is not known.'),
  title: line.nullable().default(null),
  url: z
    .url({ protocol: /^https?$/, error: 'An address begins with https:// or http://.' })
    .nullable()
    .default(null),
  text: z.string().nullable().describe('The file of the archived text, or null when it may not be archived.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 signs of 0 to 9 and a to f.')
    .nullable()
    .default(null),
  published: edtf.nullable().default(null),
  published_how: z.enum(['stated', 'inferred', 'unknown']).default('unknown'),
  retrieved: edtf.nullable().default(null),
  language: z.string().min(2),
  translated_from: z.string().min(2).nullable().default(null),
  origin: name.nullable().default(null).describe('The agency: sources of one origin count once.'),
  licence: line.nullable().default(null),
  embargo: z.string().nullable().default(null).describe('ISO instant before which nothing of it may be shown.'),
  note: z.string().min(1).optional(),
});

/** An entry of who.yml. */
export const whoSchema = z.strictObject({
  id,
  type: z.enum(['person', 'organisation', 'group']),
  name: name.describe('The house form.'),
  role: z
    .strictObject({
      title: name,
      of: id.describe('An organisation, group or place of this story.').optional(),
      from: edtf.optional(),
      to: edtf.optional(),
    })
    .optional(),
  names,
  weak: z.array(name).default([]).describe('Forms that help to find but never win alone.'),
  unnamed: flag.default(false).describe('true for a person whom the sources do not name.'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'A Wikidata id is a Q and digits: Q243.')
    .optional(),
  note: z.string().min(1).optional(),
});

/** An entry of where.yml. */
export const whereSchema = z.strictObject({
  id,
  name: name.describe('The house form.'),
  names,
  weak: z.array(name).default([]),
  in: id.optional().describe('The place around it.'),
  lat: degrees(90).optional(),
  lon: degrees(180).optional(),
  precision: line
    .optional()
    .describe('What the point stands for: town centre. One that begins with country or region gets no dot on a map.'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'A Wikidata id is a Q and digits: Q243.')
    .optional(),
  geonames: z
    .string()
    .regex(/^[1-9]\d*$/, 'A GeoNames id is made of digits.')
    .optional(),
  note: z.string().min(1).optional(),
});

/** One entry of `cite`: a W3C TextQuoteSelector. The quote is found in the source exactly once. */
const citeSchema = z.strictObject({
  source: id,
  quote: z.string().min(1),
  before: z
    .string()
    .min(1)
    .optional()
    .describe('Words right before the quote, where it stands in the source more than once.'),
  after: z.string().min(1).optional().describe('Words right after it.'),
});

/** An entry of facts.yml. */
export const factSchema = z.strictObject({
  id,
  kind: z.enum(KINDS),
  says: sentence.describe("One plain sentence of the desk's own, without its attribution."),
  status: z.enum(STATUSES),
  cite: z.array(citeSchema).min(1),
  who: ids,
  where: ids,
  where_how: z.enum(['stated', 'inferred']).optional(),
  when: edtf.optional(),
  when_said: z.string().min(1).optional().describe('The words of the source for the time.'),
  when_how: z.enum(['stated', 'inferred', 'unknown']).optional(),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time is written with 24 hours and two digits each: 09:05.')
    .optional(),
  said_by: id.optional(),
  told: id.optional().describe('Who heard it from the speaker.'),
  basis: z.enum(['eyewitness', 'said', 'statement', 'heard', 'document']).optional(),
  words: z.string().min(1).optional().describe('The exact words inside the quote.'),
  damaged: line.optional().describe('What is wrong with the text of the source here.'),
  figure: z
    .strictObject({
      value: z.string().min(1).describe('As printed: "approximately 50,000", "a few dozen".'),
      unit: line,
      counts: line.describe('What it counts.'),
      about: flag.default(false),
    })
    .optional(),
  contradicts: ids,
  supersedes: ids,
  corrected: z.array(z.strictObject({ on: edtf, was: sentence, because: sentence, by: name })).default([]),
  because: sentence.optional().describe('Why it was retracted.'),
  checked: z.strictObject({ by: name, on: edtf }).optional(),
  question: id.optional(),
  asks: z.array(line).default([]).describe('Search words that an editor would use.'),
  note: z.string().min(1).optional().describe('For the desk only; never shown.'),
});

/** An entry of questions.yml: what the desk does not know yet. */
export const questionSchema = z.strictObject({
  id,
  asks: sentence,
  facts: ids,
  opened: edtf,
  owner: name.optional(),
  state: z.enum(['open', 'answered', 'dropped']).default('open'),
  answer: id.optional(),
});

/**
 * `cite` after loading. `start` and `end` count Unicode code points of the archived text; `line` counts from 1. All three are
 * 0 where the source may not be archived (its `body` is null): such a quote was not checked by machine.
 */
export interface Citation {
  readonly source: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export type StoryHead = z.output<typeof storySchema>;
export type Who = z.output<typeof whoSchema>;
export type Where = z.output<typeof whereSchema>;
export type Question = z.output<typeof questionSchema>;

/** `body` is the archived text, byte for byte, or null when it may not be archived. */
export type Source = Omit<z.output<typeof sourceSchema>, 'text'> & { readonly body: string | null };

/** `version` changes with every change of what the fact says (a hash of its content). */
export type Fact = Omit<z.output<typeof factSchema>, 'cite'> & {
  readonly citations: readonly Citation[];
  readonly version: string;
};

/** A story that passed the check, frozen. The maps keep the order of the files. */
export interface Story extends StoryHead {
  readonly id: string;
  /** A hash of all its files. */
  readonly version: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly who: ReadonlyMap<string, Who>;
  readonly where: ReadonlyMap<string, Where>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly questions: ReadonlyMap<string, Question>;
}
