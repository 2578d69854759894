import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { commands } from '../src/commands/index.ts';
import { processConfig } from '../src/config.ts';
import { ReaderError } from '../src/errors.ts';
import { loadDesk } from '../src/create-desk.ts';
import { answerQuestion, optionsOf, readQuestion, SUBCOMMAND, type Question } from './questions.ts';

/** `npm run -s ask`: the commands and renderer of Discord, in a terminal. */
const USAGE = `npm run -s ask -- COMMAND WORDS [--OPTION VALUE …] [--now INSTANT] [--locale TAG] [--story ID] [--json]
npm run -s ask -- --jsonl < questions.jsonl
npm run -s ask -- check < draft.txt
Commands: ${commands.map(({ definition: data }) => data.name).join(', ')}.`;

const optionNames = new Set(commands.flatMap(({ definition: data }) => optionsOf(data)));

/** `fact show h03` is the command `fact` with its subcommand, as in Discord. */
function subcommandOf(name: string, [first = '']: readonly string[]): string | null {
  const options = commands.find(({ definition: data }) => data.name === name)?.definition.options ?? [];
  return options.some((option) => option.type === SUBCOMMAND && option.name === first) ? first : null;
}
const flags = ['now', 'locale', 'story'] as const;

async function main(): Promise<void> {
  const parsed = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      ...Object.fromEntries([...flags, ...optionNames].map((name) => [name, { type: 'string' }] as const)),
    },
  });
  const { positionals } = parsed;
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const { desk, refusals } = await loadDesk(processConfig(), systemClock);
  for (const { id } of refusals) console.error(`The story "${id}" is left out: npm run -s facts -- check tells why.`);
  if (values['jsonl'] === true) {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') console.log(JSON.stringify(await answerQuestion(readQuestion(line), desk)));
    }
    return;
  }
  const [command, ...rest] = positionals;
  if (command === undefined) throw new ReaderError(USAGE);
  const action = subcommandOf(command, rest);
  const words = action === null ? rest : rest.slice(1);
  const given = Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const question: Question = {
    ...Object.fromEntries(given.filter(([name]) => flags.some((flag) => flag === name))),
    command,
    query: words.join(' '),
    options: {
      ...(action !== null && { action }),
      ...Object.fromEntries(given.filter(([name]) => optionNames.has(name))),
    },
  };
  const takesDraft = commands.some(({ definition: data, draft }) => data.name === command && draft !== undefined);
  const draft = takesDraft && words.length === 0 && !process.stdin.isTTY ? await text(process.stdin) : null;
  const answer = await answerQuestion(draft === null ? question : { ...question, query: draft }, desk);
  console.log(values['json'] === true ? JSON.stringify(answer) : answer.text);
}

try {
  await main();
} catch (error) {
  const known = error instanceof ReaderError || (error instanceof TypeError && 'code' in error);
  if (!known) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
