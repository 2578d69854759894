/**
 * An older Node would fail on what is imported, in ways that say nothing, so it is asked first and the rest is loaded
 * after. npm scripts run under the Node that `npm ci` brings.
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
