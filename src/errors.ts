/**
 * An error whose message is meant for the person who asked or who runs the desk: one sentence that says what is wrong,
 * where, and what to do. Everything else that is thrown is a defect of ours: it is logged, and answered by one neutral
 * sentence.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
}
