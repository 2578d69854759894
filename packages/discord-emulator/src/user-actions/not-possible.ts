/** Something that Discord's own client would not let a user do. Its message says what, for the page and for tests. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}
