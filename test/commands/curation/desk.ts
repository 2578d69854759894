import { checkPermission, type Refusal, rankOf } from '../../../src/commands/permissions.ts';
import { PERMISSION_RULES } from '../../../src/commands/index.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import type { StoryFiles } from '../../../src/data/files/read-folder.ts';
import { applyRevisions, checkRevised, type Change } from '../../../src/data/revisions/revision.ts';
import type { Proposal } from '../../../src/store/curation/proposals.ts';
import type { Store } from '../../../src/store/store.ts';
import { filesOf, sha256 } from '../../data/small-story.ts';
import { type Act, type Known, neededFor } from './model.ts';

const BODY = 'The ferry ran aground. The bell was heard. The pilot had left.\n';
const CITE = [{ source: 's1', quote: 'The bell was heard.' }];
/** The facts that the files begin with. */
export const FIRST = ['f1', 'f2', 'f3'];

const files = (id: string): StoryFiles =>
  filesOf(
    {
      'story.yml': 'title: A ferry\nline: It ran aground.\ntimezone: UTC\nlanguage: en\n',
      'sources.yml': `- id: s1\n  text: sources/s1.txt\n  sha256: ${sha256(BODY)}\n  language: en\n`,
      'sources/s1.txt': BODY,
      'who.yml': '[]\n',
      'where.yml': '[]\n',
      'questions.yml': '[]\n',
      'facts.yml': FIRST.map(
        (fact) =>
          `# of ${fact}\n- id: ${fact}\n  kind: state\n  says: ${fact} says\n  status: reported\n  cite:\n    - source: s1\n      quote: |-\n        The ferry ran aground.\n`,
      ).join('\n'),
    },
    id,
  );

/** What `/settings role` has set in the server. */
const ROLES = { reporter: [], editor: ['r1'], administrator: [] };

/** The program as curation meets it: a store, and the files of a story. */
export class Desk {
  readonly store: Store;
  readonly story: string;
  readonly proposals: Proposal[] = [];
  /** Who has no role in Discord any more. */
  readonly #without = new Set<string>();
  #files: StoryFiles;
  #hands = 0;

  constructor(store: Store, story: string) {
    this.store = store;
    this.story = story;
    this.#files = files(story);
  }

  actor(name: string): Promise<string> {
    return this.store.pseudonyms.of(`${this.story} ${name}`, name);
  }

  async propose(name: string, act: Act, id: string, text: string, state: 'draft' | 'open'): Promise<void> {
    const proposer = await this.actor(name);
    const was = act === 'correct' ? `before ${this.proposals.length}` : null;
    const fixed = { story: this.story, server: 's1', base: null, question: null, reason: 'So it is.', was };
    this.proposals.push(
      await this.store.proposals.add({ ...fixed, act, change: change(act, id, text), proposer, state }),
    );
  }

  async edit(at: number, version: number, name: string, text: string): Promise<boolean> {
    const { id, act, change: old } = this.#at(at);
    const edit = { change: change(act as Act, old.id, text) };
    return (await this.store.proposals.edit(id, version, await this.actor(name), edit)) !== null;
  }

  async open(at: number, version: number): Promise<boolean> {
    return (await this.store.proposals.open(this.#at(at).id, version)) !== null;
  }

  async approve(at: number, version: number, name: string): Promise<string> {
    const refusal = this.#barred('button:approve', name);
    if (refusal !== null) return refusal;
    const { id, act } = this.#at(at);
    return this.store.proposals.approve(id, version, await this.actor(name), neededFor(act as Act));
  }

  async reject(at: number, version: number, name: string): Promise<boolean> {
    if (this.#barred('form:fact.reject', name) !== null) return false;
    return this.store.proposals.reject(this.#at(at).id, version, await this.actor(name), 'No.');
  }

  async withdraw(at: number, version: number, name: string): Promise<boolean> {
    return this.store.proposals.withdraw(this.#at(at).id, version, await this.actor(name));
  }

  async forget(name: string): Promise<number> {
    await this.actor(name);
    return (await this.store.users.forget(this.store.users.hash(`${this.story} ${name}`))).proposals;
  }

  /** Discord tells the roles with each click, so one that is lost is lost at once. */
  role(name: string, has: boolean): void {
    if (has) this.#without.delete(name);
    else this.#without.add(name);
  }

  /** Somebody writes into the files by hand what no change touches. */
  byHand(): void {
    this.#hands += 1;
    const stored = this.#files.yaml.get('facts.yml');
    const text = stored && 'bytes' in stored ? new TextDecoder().decode(stored.bytes) : '';
    const bytes = new TextEncoder().encode(`# by hand ${this.#hands}\n${text}`);
    this.#files = { ...this.#files, yaml: new Map([...this.#files.yaml, ['facts.yml', { bytes }]]) };
  }

  /** What is approved is written into the files; `isCut` when the power goes before it is marked. */
  async export(isCut: boolean): Promise<number> {
    const rows = await this.store.revisions.list(this.story);
    this.#files = applyRevisions(this.#files, rows).files;
    if (isCut) return 0;
    await this.store.revisions.fold(
      rows.map(({ seq }) => seq),
      Temporal.Instant.from('2031-03-18T09:00:00Z'),
    );
    return rows.length;
  }

  /** The facts as readers get them. */
  async served(): Promise<ReadonlyMap<string, Known>> {
    const checked = checkRevised(this.#files, await this.store.revisions.list(this.story));
    if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
    return new Map(
      [...checked.story.facts.values()].map(({ id, says, status, checked: signed, corrected }) => [
        id,
        { says, status, checked: signed !== undefined, corrections: corrected.length },
      ]),
    );
  }

  #barred(entry: string, name: string): Refusal | null {
    const roles = this.#without.has(name) ? [] : ['r1'];
    const from = { ...TERMINAL, server: 's1', roles, rank: rankOf(roles, ROLES) };
    return checkPermission(entry, from, { curating: { server: 's1', channel: 'c1' }, refused: null }, PERMISSION_RULES);
  }

  #at(at: number): Proposal {
    const proposal = this.proposals[at];
    if (!proposal) throw new Error(`There is no proposal ${at}.`);
    return proposal;
  }
}

function change(act: Act, id: string, text: string): Change {
  const fields = {
    add: { kind: 'state', says: text, status: 'reported', because: null, cite: CITE },
    correct: { says: text },
    retract: {},
    verify: {},
  };
  return { on: 'fact', id, fields: fields[act] };
}
