/** The room serves Preact's own files from its package; here they have the package's types. */
declare module '*/vendor/preact/preact.mjs' {
  export * from 'preact';
}
