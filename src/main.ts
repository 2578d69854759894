/**
 * An older Node fails on the imports with unclear errors, so its version is checked before they are loaded. npm scripts run
 * under the Node that `npm ci` installs.
 */
const NEEDED = 26;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `Factdesk runs on Node ${NEEDED} or newer, and this is ${process.versions.node}. ` +
      'Run "npm ci", which brings its own, and start it with "npm start".\n',
  );
  process.exit(1);
}

if (!isSupported()) {
  process.stderr.write(
    `Factdesk is supported on Linux with glibc, and this is ${process.platform === 'linux' ? 'Linux without glibc' : process.platform}. ` +
      'It may work here, but nobody has tested it.\n',
  );
}

function isSupported(): boolean {
  if (process.platform !== 'linux') return false;
  // Without this, Node asks for the names of all network neighbours.
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { readonly header?: object };
  return header !== undefined && 'glibcVersionRuntime' in header;
}

const { start } = await import('./app.ts');
await start();
