import { parseArgs } from 'node:util';
import { commands } from '../src/commands/index.ts';
import { processConfig } from '../src/config.ts';
import { loadStories } from '../src/data/load.ts';
import { deploy } from '../src/discord/registration/deploy.ts';
import { ReaderError } from '../src/errors.ts';

const USAGE = `npm run deploy -- [--guild ID] [--delete] [--dry-run]
  --guild ID   one server instead of all
  --delete     also delete commands that are on Discord and not ours
  --dry-run    say what would be done, and do nothing`;

try {
  const { values } = parseArgs({
    options: {
      guild: { type: 'string' },
      delete: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { DISCORD_TOKEN: token, DISCORD_API: api, STORIES_DIR } = processConfig();
  if (token === null) throw new ReaderError('DISCORD_TOKEN is not set: there is nothing to deploy to.');
  const { stories } = await loadStories(STORIES_DIR);
  const isOpen = [...stories.values()].some(({ open }) => open === true);
  const guild = values.guild === undefined ? {} : { guild: values.guild };
  const lines = await deploy({ token, api, commands, isOpen, remove: values.delete, dry: values['dry-run'], ...guild });
  console.log(lines.join('\n'));
} catch (error) {
  const usage = error instanceof TypeError && 'code' in error;
  if (!usage && !(error instanceof ReaderError)) throw error;
  console.error(usage ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 1;
}
