import { isRecord } from '../../is-record.ts';
import { toStorableText } from '../database/storable-text.ts';
import type { Tables } from '../database/schema.ts';

/** Rows by their key. A column that the log does not tell is left out. */
type Rows<Name extends keyof Tables> = Map<string, Partial<Tables[Name]>>;

/** The tables that decide what is served, as the log tells them. */
export interface Replayed {
  readonly revision: Rows<'revision'>;
  readonly curator: Rows<'curator'>;
  readonly proposal: Rows<'proposal'>;
  readonly author: Rows<'author'>;
  readonly approval: Rows<'approval'>;
}

const storable = (value: unknown): string | null => (typeof value === 'string' ? toStorableText(value) : null);
const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);

/** What a change is about, as `changeSubject` of the proposals says it. */
const subjectOf = (change: unknown): string =>
  isRecord(change) ? `${String(change['on'])} ${String(change['id'])}` : '';

const UNDECIDED = new Set(['draft', 'open']);

/** Repeats what the log tells, row by row, in the order in which it happened. */
export function replay(rows: Iterable<Tables['audit']>): Replayed {
  const tables: Replayed = {
    revision: new Map(),
    curator: new Map(),
    proposal: new Map(),
    author: new Map(),
    approval: new Map(),
  };
  /** The newest revision of a subject. */
  const newest = new Map<string, number>();
  for (const row of rows) apply(row, tables, newest);
  return tables;
}

function apply(
  { seq, at, actor, act, subject: id, body: text }: Tables['audit'],
  tables: Replayed,
  newest: Map<string, number>,
): void {
  const parsed: unknown = JSON.parse(text);
  const body = isRecord(parsed) ? parsed : {};
  const known = tables.proposal.get(id);
  const version = typeof body['version'] === 'number' ? body['version'] : 1;
  const written = (): Partial<Tables['proposal']> => {
    const subject = subjectOf(body['change']);
    return {
      version,
      act: textOr(body['act'], ''),
      change: JSON.stringify(body['change']),
      subject,
      reason: storable(body['reason']),
      was: storable(body['was']),
      question: storable(body['question']),
      newest: newest.get(`${String(body['story'])} ${subject}`) ?? 0,
    };
  };
  const author = (): void => {
    if (actor !== null) tables.author.set(`${id} ${actor}`, { proposal: id, actor });
  };
  const decide = (state: string): void => {
    tables.proposal.set(id, { ...known, state, decided: at });
  };
  switch (act) {
    case 'propose': {
      const base = storable(body['base']);
      const fixed = {
        id,
        story: textOr(body['story'], ''),
        server: textOr(body['server'], ''),
        proposer: actor ?? '',
        at,
      };
      const state = textOr(body['state'], '');
      tables.proposal.set(id, { ...written(), ...fixed, base, state, decided: null, why: null });
      return author();
    }
    case 'edit': {
      const { base: _base, ...rest } = known ?? {};
      tables.proposal.set(id, { ...rest, ...written() });
      return author();
    }
    case 'open':
      tables.proposal.set(id, { ...known, state: 'open' });
      return;
    case 'count':
    case 'approve': {
      const approver = actor ?? '';
      tables.approval.set(`${id} ${version} ${approver}`, { proposal: id, version, actor: approver, at });
      if (act === 'count') return;
      decide('approved');
      const subject = subjectOf(body['change']);
      const story = textOr(body['story'], '');
      newest.set(`${story} ${subject}`, seq);
      tables.revision.set(String(seq), {
        seq,
        id,
        story,
        subject,
        act: textOr(body['act'], ''),
        change: JSON.stringify(body['change']),
        reason: storable(body['reason']),
        was: storable(body['was']),
        at,
        ...(known?.proposer !== undefined && { proposer: known.proposer }),
        approvers: JSON.stringify(body['approvers']),
        folded: null,
      });
      return;
    }
    case 'reject':
      decide('rejected');
      tables.proposal.set(id, { ...tables.proposal.get(id), why: storable(body['why']) });
      return;
    case 'withdraw':
      return decide('withdrawn');
    case 'fold': {
      // Rows of earlier versions do not tell the instant.
      const { folded: _folded, ...rest } = tables.revision.get(id) ?? {};
      const told = storable(body['at']);
      tables.revision.set(id, { ...rest, ...(told !== null && { folded: told }) });
      return;
    }
    case 'claim':
      tables.curator.set(id, { story: id, server: textOr(body['server'], ''), channel: textOr(body['channel'], '') });
      return;
    case 'release':
      tables.curator.delete(id);
      return;
    case 'forget':
      for (const [key, { proposal = '', actor: approver }] of tables.approval) {
        const isOpen = UNDECIDED.has(tables.proposal.get(proposal)?.state ?? '');
        if (approver === id && isOpen) tables.approval.delete(key);
      }
      return;
    default:
  }
}
