/**
 * The rows as they lie in either engine. Ids and instants are text, JSON is text, a flag does not occur; users stand as
 * keyed hashes only.
 */
interface SettingRow {
  scope: string;
  id: string;
  key: string;
  value: string;
}

interface MissRow {
  id: string;
  story: string;
  server: string | null;
  channel: string;
  kind: string;
  command: string;
  asked: string;
  expected: string | null;
  locale: string;
  asker: string;
  at: string;
}

interface QuestionRow {
  id: string;
  story: string;
  server: string | null;
  channel: string;
  asks: string;
  state: string;
  asker: string | null;
  at: string;
}

interface ShownRow {
  message: string;
  channel: string;
  story: string;
  fact: string;
  version: string;
  at: string;
}

interface DigestRow {
  channel: string;
  edition: string;
  server: string;
  time: string;
  zone: string;
  /** ISO weekdays, "12345". */
  days: string;
  since: string;
  state: string;
  reason: string | null;
}

interface PostingRow {
  id: string;
  kind: string;
  server: string;
  channel: string;
  edition: string;
  date: string;
  /** The channel that it is posted to: of a notice another than the one it is about. */
  target: string;
  due: string;
  state: string;
  reason: string | null;
  memo: string | null;
  /** When its texts were written. */
  written: string;
  /** Counts up with every owner: what an earlier owner still wants to write is refused. */
  token: number;
  /** Until then it has an owner, or is left in peace. */
  lease: string;
  tries: number;
  refusals: number;
}

interface PartRow {
  posting: string;
  part: number;
  /** JSON: the message as it is sent, and the facts that it shows. */
  body: string;
  facts: string;
  /** When it was first tried, and the snowflake after which it must then be: from there on, doubt. */
  tried: string | null;
  after: string | null;
  state: string;
  message: string | null;
}

interface SecretRow {
  name: string;
  value: string;
}

export interface Tables {
  secret: SecretRow;
  setting: SettingRow;
  miss: MissRow;
  question: QuestionRow;
  shown: ShownRow;
  digest: DigestRow;
  posting: PostingRow;
  part: PartRow;
}
