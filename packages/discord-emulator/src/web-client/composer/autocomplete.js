/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('./choices.js').Choice} Choice */
/** What the bot offered, and for which words of which option. Null: it offered nothing in time. @typedef {{ at: number, text: string, choices: Choice[] | null }} Answer */

/**
 * Asks the bot for choices at every key, and hands on only the answer to the newest question: an answer that comes late
 * belongs to words that are no longer there.
 * @param {(data: Record<string, unknown>) => Promise<{ name: string, value: string | number }[] | null>} complete
 * @param {(answer: Answer) => void} hear
 */
export function createAsker(complete, hear) {
  let turn = 0;
  let asked = '';
  return {
    /** @param {number} at @param {string} text @param {() => Record<string, unknown>} data */
    async ask(at, text, data) {
      const question = `${at} ${text}`;
      if (question === asked) return;
      asked = question;
      turn += 1;
      const mine = turn;
      const choices = await complete(data());
      if (mine !== turn) return;
      hear({ at, text, choices: choices?.map(({ name, value }) => ({ label: name, value })) ?? null });
    },
    /** What is on its way is no longer wanted; the same question may be asked again. */
    drop() {
      turn += 1;
      asked = '';
    },
  };
}
