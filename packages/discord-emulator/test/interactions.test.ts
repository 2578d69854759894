import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { objectOf } from '../src/json.ts';
import { type Pair, ids, pair } from './bot.ts';

const COMMANDS = [
  { name: 'ping', description: 'Answers' },
  {
    name: 'ask',
    description: 'Takes everything',
    options: [
      { name: 'who', description: 'x', type: 6 },
      { name: 'where', description: 'x', type: 7 },
      { name: 'role', description: 'x', type: 8 },
      { name: 'count', description: 'x', type: 4, min_value: 1 },
      { name: 'sure', description: 'x', type: 5 },
      { name: 'kind', description: 'x', type: 3, choices: [{ name: 'Event', value: 'event' }] },
    ],
  },
  {
    name: 'fact',
    description: 'Nested',
    options: [
      { name: 'show', description: 'x', type: 1, options: [{ name: 'id', description: 'x', type: 3, required: true }] },
    ],
  },
  { name: 'secret', description: 'Administrators', default_member_permissions: '0' },
  { name: 'Check', type: 3 },
  { name: 'Look up', type: 2 },
];

async function prepared(handler: (interaction: Interaction) => Promise<unknown>): Promise<Pair> {
  const it = await pair();
  await it.client.application.commands.set(COMMANDS);
  it.answer(handler);
  return it;
}

describe('every kind of interaction reaches discord.js, and its answer the user', () => {
  test('options of every type arrive resolved', async () => {
    await using it = await prepared(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const parts = [
        options.getUser('who')?.username,
        options.getChannel('where')?.name,
        options.getRole('role')?.name,
        options.getInteger('count'),
        options.getBoolean('sure'),
        options.getString('kind'),
      ];
      await interaction.reply(parts.join(' '));
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    const options = {
      who: ids.editor,
      where: ids.morning,
      role: ids.roles.editors,
      count: 3,
      sure: true,
      kind: 'event',
    };
    expect((await mara.slash('ask', options)).message?.content).toBe('tomas morning-meeting Editors 3 true event');
  });

  test('a sub-command with its options', async () => {
    await using it = await prepared(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString('id', true)}`);
    });
    const seen = await it.emulator.as(ids.reporter).in(ids.desk).slash('fact show', { id: 'f001' });
    expect(seen.message?.content).toBe('show f001');
  });

  test('menus on a message and on a user', async () => {
    await using it = await prepared(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`checked: ${interaction.targetMessage.content}`);
      if (interaction.isUserContextMenuCommand())
        await interaction.reply(`looked up: ${interaction.targetUser.username}`);
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    const said = mara.say('Six were hurt.');
    const checked = await mara.menu('Check', said.id);
    expect(checked.message).toMatchObject({ content: 'checked: Six were hurt.', type: 23 });
    expect((await mara.menu('Look up', ids.editor)).message?.content).toBe('looked up: tomas');
  });

  test('buttons: a new answer, an update in place, and one that is acknowledged and changed later', async () => {
    const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
      ['reply', 'update', 'later'].map((id) =>
        new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary),
      ),
    );
    await using it = await prepared(async (interaction) => {
      if (interaction.isChatInputCommand()) return interaction.reply({ content: 'choose', components: [buttons] });
      if (!interaction.isButton()) return;
      if (interaction.customId === 'reply') return interaction.reply({ content: 'new', flags: MessageFlags.Ephemeral });
      if (interaction.customId === 'update') return interaction.update('changed');
      await interaction.deferUpdate();
      return interaction.editReply('changed later');
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    const { message } = await mara.slash('ping');
    const id = message?.id ?? '';
    expect(await mara.press(id, 'reply')).toMatchObject({
      kind: 'message',
      message: { content: 'new', flags: 64, type: 19 },
    });
    expect(await mara.press(id, 'update')).toMatchObject({ kind: 'update', message: { id, content: 'changed' } });
    const tomas = it.emulator.as(ids.editor).in(ids.desk);
    expect(await tomas.press(id, 'later')).toMatchObject({ kind: 'update', message: { id, content: 'changed later' } });
    expect(mara.messages().at(0)?.edited_timestamp).not.toBeNull();
  });

  test('selects of texts, users, roles and channels', async () => {
    const row = <
      Menu extends StringSelectMenuBuilder | UserSelectMenuBuilder | RoleSelectMenuBuilder | ChannelSelectMenuBuilder,
    >(
      menu: Menu,
    ): ActionRowBuilder<Menu> => new ActionRowBuilder<Menu>().addComponents(menu);
    await using it = await prepared(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const text = new StringSelectMenuBuilder()
          .setCustomId('text')
          .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
        const components = [
          row(text.setMaxValues(2)),
          row(new UserSelectMenuBuilder().setCustomId('user')),
          row(new RoleSelectMenuBuilder().setCustomId('role')),
          row(new ChannelSelectMenuBuilder().setCustomId('channel')),
        ];
        await interaction.reply({ content: 'choose', components });
      }
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join('+'));
      if (interaction.isUserSelectMenu()) await interaction.reply(interaction.users.map((one) => one.username).join());
      if (interaction.isRoleSelectMenu()) await interaction.reply(interaction.roles.map((one) => one.name).join());
      if (interaction.isChannelSelectMenu()) {
        await interaction.reply(interaction.channels.map((one) => ('name' in one ? String(one.name) : '')).join());
      }
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    const id = (await mara.slash('ping')).message?.id ?? '';
    expect((await mara.select(id, 'text', ['a', 'b'])).message?.content).toBe('a+b');
    expect((await mara.select(id, 'user', [ids.editor])).message?.content).toBe('tomas');
    expect((await mara.select(id, 'role', [ids.roles.editors])).message?.content).toBe('Editors');
    expect((await mara.select(id, 'channel', [ids.morning])).message?.content).toBe('morning-meeting');
  });

  test('a modal is opened, filled in and answered', async () => {
    await using it = await prepared(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const text = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short).setMinLength(3);
        const pick = new StringSelectMenuBuilder().setCustomId('kind').addOptions({ label: 'A', value: 'a' });
        const modal = new ModalBuilder().setCustomId('m').setTitle('Why');
        modal.addLabelComponents(
          new LabelBuilder().setLabel('Why').setTextInputComponent(text),
          new LabelBuilder().setLabel('Kind').setStringSelectMenuComponent(pick),
        );
        await interaction.showModal(modal);
      }
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        await interaction.reply(`${fields.getTextInputValue('why')} ${fields.getStringSelectValues('kind').join()}`);
      }
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    const { kind, modal } = await mara.slash('ping');
    expect(kind).toBe('modal');
    await expect(mara.submit(objectOf(modal), { why: 'x', kind: ['a'] })).rejects.toThrow(/too short/);
    expect((await mara.submit(objectOf(modal), { why: 'because', kind: ['a'] })).message?.content).toBe('because a');
  });

  test('a direct channel with the bot', async () => {
    await using it = await prepared(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`guild: ${interaction.guildId}`);
    });
    const direct = it.emulator.state.directs.get(ids.reporter) ?? '';
    expect((await it.emulator.as(ids.reporter).in(direct).slash('ping')).message?.content).toBe('guild: null');
  });
});

describe('what a user cannot do', () => {
  test('use a command that is for others, press what is not there, choose what is not offered', async () => {
    await using it = await prepared(async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply({ content: 'private', flags: MessageFlags.Ephemeral });
    });
    const mara = it.emulator.as(ids.reporter).in(ids.desk);
    await expect(mara.slash('secret')).rejects.toThrow(/permissions/);
    expect((await it.emulator.as(ids.administrator).in(ids.desk).slash('secret')).kind).toBe('message');
    await expect(mara.slash('ask', { kind: 'other' })).rejects.toThrow(/choices/);
    await expect(mara.slash('ask', { count: 0 })).rejects.toThrow(/range/);
    await expect(mara.slash('fact show')).rejects.toThrow(/filled in/);
    await expect(mara.type('ask', 'kind', 'e')).rejects.toThrow(/does not complete/);
    const { message } = await mara.slash('ping');
    await expect(mara.press(message?.id ?? '', 'nothing')).rejects.toThrow(/no component/);
    await expect(
      it.emulator
        .as(ids.editor)
        .in(ids.desk)
        .press(message?.id ?? '', 'x'),
    ).rejects.toThrow(/does not see/);
    await expect(it.emulator.as(ids.reporter).in(ids.board).slash('ping')).rejects.toThrow(/does not see/);
  });
});
