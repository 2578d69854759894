import {
  MessageFlags,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { MODAL, REPLIES } from './replies.ts';

const NAMES = ['Kurt Weill', 'Kumiko Sato', 'Ada Kuhn', 'Ben Akers', 'Љубица Петровић'];

export const COMMANDS = [
  {
    name: 'who',
    description: 'Who somebody is',
    options: [
      { type: 3, name: 'name', description: 'The name, or part of it', required: true, autocomplete: true },
      { type: 5, name: 'share', description: 'Show the answer to everyone' },
      { type: 3, name: 'from', description: 'Not before this day' },
    ],
  },
  {
    name: 'show',
    description: 'Shows one part of what a message can hold',
    options: [
      { type: 3, name: 'what', description: 'Which part', required: true, choices: choicesOf(Object.keys(REPLIES)) },
    ],
  },
  {
    name: 'every',
    description: 'Takes an option of every kind',
    options: [
      { type: 3, name: 'text', description: 'Words', required: true, min_length: 2, max_length: 10 },
      { type: 4, name: 'count', description: 'A whole number', min_value: 1, max_value: 9 },
      { type: 10, name: 'ratio', description: 'A number' },
      { type: 5, name: 'sure', description: 'Whether it is sure' },
      { type: 6, name: 'person', description: 'A user' },
      { type: 7, name: 'place', description: 'A channel' },
      { type: 8, name: 'group', description: 'A role' },
      { type: 9, name: 'anyone', description: 'A user or a role' },
      { type: 11, name: 'proof', description: 'A file' },
      {
        type: 4,
        name: 'size',
        description: 'A size',
        choices: [
          { name: 'small', value: 1 },
          { name: 'large', value: 2 },
        ],
      },
    ],
  },
  {
    name: 'desk',
    description: 'The desk',
    options: [
      { type: 1, name: 'open', description: 'Opens the desk' },
      {
        type: 1,
        name: 'shut',
        description: 'Shuts the desk',
        options: [{ type: 3, name: 'why', description: 'Why', required: true }],
      },
    ],
  },
  { name: 'slow', description: 'Thinks first' },
  { name: 'silent', description: 'Never answers' },
  { name: 'hush', description: 'Answers the asker alone' },
  { name: 'rule', description: 'For administrators', default_member_permissions: '0' },
  { name: 'Check this', type: 3 },
  { name: 'Who is this', type: 2 },
];

function choicesOf(names: readonly string[]): { name: string; value: string }[] {
  return names.map((name) => ({ name, value: name }));
}

/** What the test holds back until it says go. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** A bot that does one thing of each kind. `/slow` and choices for "late" wait for the gate. */
export function answerer(wait: () => Gate): (interaction: Interaction) => Promise<unknown> {
  return async (interaction) => {
    if (interaction.isAutocomplete()) {
      const words = interaction.options.getFocused();
      if (words === 'late') await wait().opened;
      const found = NAMES.filter((name) => name.toLowerCase().includes(words.toLowerCase()));
      return interaction.respond(choicesOf(found)).catch(() => null);
    }
    if (interaction.isChatInputCommand()) return command(interaction, wait);
    if (interaction.isMessageContextMenuCommand())
      return interaction.reply({
        content: `Checked: ${interaction.targetMessage.content}`,
        flags: MessageFlags.Ephemeral,
      });
    if (interaction.isUserContextMenuCommand())
      return interaction.reply({
        content: `This is ${interaction.targetUser.username}`,
        flags: MessageFlags.Ephemeral,
      });
    if (interaction.isMessageComponent()) return component(interaction);
    if (interaction.isModalSubmit()) return submitted(interaction);
    throw new Error(`nothing is known of interactions of type ${interaction.type}`);
  };
}

async function command(interaction: ChatInputCommandInteraction, wait: () => Gate): Promise<unknown> {
  const { options, commandName } = interaction;
  switch (commandName) {
    case 'who': {
      const shared = options.getBoolean('share') ?? false;
      const from = options.getString('from');
      const content = `It is **${options.getString('name', true)}**${from === null ? '' : ` since ${from}`}.`;
      return interaction.reply(shared ? { content } : { content, flags: MessageFlags.Ephemeral });
    }
    case 'show':
      // The replies are written as the API takes them; discord.js passes such objects on.
      return interaction.reply(REPLIES[options.getString('what', true)]?.() as InteractionReplyOptions);
    case 'every':
      return interaction.reply(received(interaction));
    case 'desk':
      return interaction.reply(`${options.getSubcommand()} ${options.getString('why') ?? ''}`);
    case 'slow':
      await interaction.deferReply();
      await wait().opened;
      return interaction.editReply('Thought through.');
    case 'hush':
      return interaction.reply({ content: 'For your eyes only.', flags: MessageFlags.Ephemeral });
    case 'rule':
      return interaction.reply('Ruled.');
    default:
      return null;
  }
}

/** Every option as it arrived, in plain words. */
function received(interaction: ChatInputCommandInteraction): string {
  return interaction.options.data
    .map(
      (one) =>
        `${one.name}=${one.attachment?.name ?? one.user?.username ?? one.role?.name ?? one.channel?.name ?? String(one.value)}`,
    )
    .join(' ');
}

async function component(interaction: MessageComponentInteraction): Promise<unknown> {
  if (interaction.isAnySelectMenu()) {
    return interaction.reply({
      content: `${interaction.customId}: ${interaction.values.join(', ')}`,
      flags: MessageFlags.Ephemeral,
    });
  }
  switch (interaction.customId) {
    case 'edit':
      await interaction.deferUpdate();
      return interaction.followUp({ content: 'Counted.', flags: MessageFlags.Ephemeral });
    case 'reply':
      return interaction.update({ content: 'Replaced.', components: [] });
    case 'private':
      return interaction.reply({ content: 'Only for you.', flags: MessageFlags.Ephemeral });
    case 'modal':
      return interaction.showModal(MODAL);
    default:
      return null;
  }
}

async function submitted(interaction: ModalSubmitInteraction): Promise<unknown> {
  const { fields } = interaction;
  const wording = fields.getTextInputValue('wording');
  const kind = fields.getStringSelectValues('kind').join();
  const proof =
    fields
      .getUploadedFiles('proof')
      ?.map(({ name }) => name)
      .join() ?? 'none';
  return interaction.reply({
    content: `${wording} / ${fields.getTextInputValue('why')} / ${kind} / ${proof}`,
    flags: MessageFlags.Ephemeral,
  });
}
