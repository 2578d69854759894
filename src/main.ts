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

const { start } = await import('./app.ts');
await start();
