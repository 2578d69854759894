/** Keeps the best few of many scored documents; of equal scores the earlier document. */
export class TopK {
  readonly #most: number;
  readonly #scores: Float64Array;
  readonly #docs: Uint32Array;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
    this.#scores = new Float64Array(most);
    this.#docs = new Uint32Array(most);
  }

  /** Whether the document would be among the best so far. */
  takes(score: number, doc: number): boolean {
    if (this.#size < this.#most) return this.#most > 0;
    const worst = this.#scores[0] ?? 0;
    return score > worst || (score === worst && doc < (this.#docs[0] ?? 0));
  }

  add(score: number, doc: number): void {
    if (this.#size < this.#most) {
      this.#rise(this.#size++, score, doc);
    } else if (this.takes(score, doc)) this.#sink(score, doc);
  }

  /** All that was kept, best first. The heap is empty afterwards. */
  drain(): { doc: number; score: number }[] {
    const kept = Array.from({ length: this.#size }, (_, at) => ({
      doc: this.#docs[at] ?? 0,
      score: this.#scores[at] ?? 0,
    }));
    this.#size = 0;
    return kept.toSorted((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** Whether the one at `at` is worse than the given. */
  #worse(at: number, score: number, doc: number): boolean {
    const other = this.#scores[at] ?? 0;
    return other < score || (other === score && (this.#docs[at] ?? 0) > doc);
  }

  #rise(from: number, score: number, doc: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#worse(parent, score, doc)) break;
      this.#move(at, parent);
      at = parent;
    }
    this.#set(at, score, doc);
  }

  #sink(score: number, doc: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      const other = child + 1;
      if (other < this.#size && this.#worse(other, this.#scores[child] ?? 0, this.#docs[child] ?? 0)) child = other;
      if (!this.#worse(child, score, doc)) break;
      this.#move(at, child);
      at = child;
    }
    this.#set(at, score, doc);
  }

  #move(to: number, from: number): void {
    this.#set(to, this.#scores[from] ?? 0, this.#docs[from] ?? 0);
  }

  #set(at: number, score: number, doc: number): void {
    this.#scores[at] = score;
    this.#docs[at] = doc;
  }
}
