/**
 * The rows, the same in both engines. Ids, instants and JSON are text, there are no booleans, and users are keyed hashes.
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
  asks: string;
  state: string;
  /** An actor. */
  owner: string | null;
  /** The id of a fact. */
  answer: string | null;
  at: string;
}

interface AskerRow {
  question: string;
  channel: string;
  /** Of `users.hash`; empty once the person was forgotten: the channel still gets the answer. */
  hash: string;
}

interface ShownRow {
  message: string;
  channel: string;
  /** null for a direct message, and in rows that are older than this column. */
  server: string | null;
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
  /** The channel that it is posted to; of a notice not the one that it is about. */
  target: string;
  due: string;
  state: string;
  reason: string | null;
  memo: string | null;
  /** When its texts were written. */
  written: string;
  /** The fencing token: each lease adds 1, and a write with an older one is refused. */
  token: number;
  /** Until then it is leased, or waits for its next attempt. */
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
  /** JSON: its pictures; null where it has none. */
  files: string | null;
  /** When it was first tried, and the snowflake after which it then has to be looked for. */
  tried: string | null;
  after: string | null;
  state: string;
  message: string | null;
}

interface SecretRow {
  name: string;
  value: string;
}

/** A curator. Erased with the person; rows that contain the id stay. */
interface ActorRow {
  id: string;
  hash: string;
  name: string;
}

interface ProposalRow {
  id: string;
  version: number;
  story: string;
  server: string;
  act: string;
  /** JSON. */
  change: string;
  /** What it changes: `fact f001`. */
  subject: string;
  reason: string | null;
  was: string | null;
  base: string | null;
  /** The newest revision of the subject when it was written; 0 where there was none. */
  newest: number;
  state: string;
  proposer: string;
  question: string | null;
  at: string;
  decided: string | null;
  why: string | null;
}

/** An author of a proposal: authors approve none of its versions. */
interface AuthorRow {
  proposal: string;
  actor: string;
}

interface ApprovalRow {
  proposal: string;
  version: number;
  actor: string;
  at: string;
}

interface RevisionRow {
  /** The number of its row in the audit log. */
  seq: number;
  id: string;
  story: string;
  subject: string;
  act: string;
  change: string;
  reason: string | null;
  was: string | null;
  at: string;
  proposer: string;
  /** JSON: actors. */
  approvers: string;
  /** Since when the files hold it. */
  folded: string | null;
}

interface ContentRow {
  hash: string;
  bytes: Uint8Array;
}

interface SnapshotRow {
  story: string;
  version: string;
  at: string;
  /** JSON: the folder, and the hash of each file by its path. */
  files: string;
}

interface AuditRow {
  seq: number;
  at: string;
  actor: string | null;
  act: string;
  subject: string;
  /** JSON. */
  body: string;
  prev: string;
  hash: string;
}

/** One row: the head of the audit log, and the lock for writing to it. */
interface ChainRow {
  name: string;
  seq: number;
  hash: string;
}

interface CuratorRow {
  story: string;
  server: string;
  channel: string;
}

interface CorrectionRow {
  id: string;
  story: string;
  fact: string;
  act: string;
  day: string;
  at: string;
  state: string;
}

/** A version of a fact that has the correction. */
interface CorrectedRow {
  correction: string;
  version: string;
}

interface MarkRow {
  correction: string;
  message: string;
  channel: string;
  server: string | null;
  state: string;
  reason: string | null;
}

/** The lease of a message that needs a banner. */
interface MarkingRow {
  message: string;
  channel: string;
  lease: string;
  token: number;
  tries: number;
  refusals: number;
}

export interface Tables {
  correction: CorrectionRow;
  corrected: CorrectedRow;
  mark: MarkRow;
  marking: MarkingRow;
  secret: SecretRow;
  setting: SettingRow;
  miss: MissRow;
  question: QuestionRow;
  shown: ShownRow;
  digest: DigestRow;
  posting: PostingRow;
  part: PartRow;
  asker: AskerRow;
  actor: ActorRow;
  proposal: ProposalRow;
  author: AuthorRow;
  approval: ApprovalRow;
  revision: RevisionRow;
  content: ContentRow;
  snapshot: SnapshotRow;
  audit: AuditRow;
  chain: ChainRow;
  curator: CuratorRow;
}
