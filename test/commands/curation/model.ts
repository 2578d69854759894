/**
 * What curation is meant to do, told apart from the code that does it: plain values, no store, no YAML. Each act says what
 * it answers.
 */
export interface Waiting {
  readonly proposer: string;
  readonly authors: Set<string>;
  approvals: Set<string>;
  version: number;
  state: 'draft' | 'open' | 'approved' | 'rejected' | 'withdrawn';
  act: Act;
  fact: string;
  text: string;
  /** How many changes of the fact were approved when it was last written. */
  seen: number;
}

export type Act = 'add' | 'correct' | 'retract' | 'verify';

export interface Known {
  says: string;
  status: string;
  checked: boolean;
  corrections: number;
}

export class Model {
  readonly facts = new Map<string, Known>();
  readonly proposals: Waiting[] = [];
  readonly approved = new Map<string, number>();
  /** Who may decide no more. */
  readonly lost = new Set<string>();
  /** Rows of the log. */
  rows = 0;

  propose(actor: string, act: Act, fact: string, text: string, state: 'draft' | 'open'): void {
    const seen = this.approved.get(fact) ?? 0;
    const fixed = { proposer: actor, authors: new Set([actor]), approvals: new Set<string>(), version: 1 };
    this.proposals.push({ ...fixed, state, act, fact, text, seen });
    this.rows += 1;
  }

  edit(at: number, version: number, actor: string, text: string): boolean {
    const one = this.proposals[at];
    if (!one || !isUndecided(one) || one.version !== version) return false;
    one.version += 1;
    one.authors.add(actor);
    one.approvals = new Set();
    one.text = text;
    one.seen = this.approved.get(one.fact) ?? 0;
    this.rows += 1;
    return true;
  }

  open(at: number, version: number): boolean {
    const one = this.proposals[at];
    if (one?.state !== 'draft' || one.version !== version) return false;
    one.state = 'open';
    this.rows += 1;
    return true;
  }

  approve(at: number, version: number, actor: string): string {
    if (this.lost.has(actor)) return 'needs.editor';
    const one = this.proposals[at];
    if (one?.state !== 'open') return 'closed';
    if (one.authors.has(actor)) return 'own';
    if (one.version !== version) return 'stale';
    if (one.approvals.has(actor)) return 'twice';
    if (one.seen !== (this.approved.get(one.fact) ?? 0)) return 'stale';
    if (one.act === 'add' && one.seen > 0) return 'stale';
    one.approvals.add(actor);
    this.rows += 1;
    if (one.approvals.size < neededFor(one.act)) return 'counted';
    one.state = 'approved';
    this.approved.set(one.fact, one.seen + 1);
    this.#become(one);
    return 'approved';
  }

  reject(at: number, version: number, actor: string): boolean {
    return !this.lost.has(actor) && this.#close(at, version, 'rejected');
  }

  withdraw(at: number, version: number, actor: string): boolean {
    return this.proposals[at]?.proposer === actor && this.#close(at, version, 'withdrawn');
  }

  /** How many proposals go with the person. */
  forget(actor: string): number {
    const own = this.proposals.filter((one) => one.authors.has(actor) && isUndecided(one));
    for (const one of own) one.state = 'withdrawn';
    for (const one of this.proposals) if (isUndecided(one)) one.approvals.delete(actor);
    this.rows += own.length + 1;
    return own.length;
  }

  #close(at: number, version: number, state: 'rejected' | 'withdrawn'): boolean {
    const one = this.proposals[at];
    if (!one || !isUndecided(one) || one.version !== version) return false;
    one.state = state;
    this.rows += 1;
    return true;
  }

  #become({ act, fact, text }: Waiting): void {
    const before = this.facts.get(fact);
    if (act === 'add') {
      this.facts.set(fact, { corrections: 0, checked: false, ...before, says: text, status: 'reported' });
      return;
    }
    if (!before) return;
    if (act === 'correct') this.facts.set(fact, { ...before, says: text, corrections: before.corrections + 1 });
    if (act === 'retract') this.facts.set(fact, { ...before, status: 'retracted' });
    if (act === 'verify') this.facts.set(fact, { ...before, checked: true });
  }
}

export const neededFor = (act: Act): 1 | 2 => (act === 'retract' ? 2 : 1);
const isUndecided = ({ state }: Waiting): boolean => state === 'draft' || state === 'open';
