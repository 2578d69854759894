import { AttachmentBuilder, ContainerBuilder, MessageFlags, TextDisplayBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { ids, pair } from './bot.ts';

test('a discord.js client logs in, registers a command and answers it, and the asker sees the answer', async () => {
  await using it = await pair();
  expect(it.client.guilds.cache.size).toBe(2);
  const [command] = (
    await it.client.application.commands.set([
      {
        name: 'who',
        description: 'Who is it',
        options: [{ name: 'name', description: 'A name', type: 3, required: true, autocomplete: true }],
      },
    ])
  ).values();
  expect(command?.name).toBe('who');
  it.answer(async (interaction) => {
    if (interaction.isAutocomplete())
      return interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }]);
    if (!interaction.isChatInputCommand()) throw new Error('another kind');
    const container = new ContainerBuilder().addTextDisplayComponents(
      new TextDisplayBuilder().setContent(`It is ${interaction.options.getString('name', true)}`),
    );
    return interaction.reply({ components: [container], flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
  });
  const mara = it.emulator.as(ids.reporter).in(ids.desk);
  expect(await mara.type('who', 'name', 'ku')).toEqual([{ name: 'ku!', value: 'x' }]);
  const seen = await mara.slash('who', { name: 'kurti' });
  expect(seen.kind).toBe('message');
  expect(JSON.stringify(seen.message)).toContain('It is kurti');
  expect(mara.messages()).toHaveLength(1);
  expect(it.emulator.as(ids.editor).in(ids.desk).messages()).toHaveLength(0);
});

test('a deferred answer with a file fills the place of "thinking…"', async () => {
  await using it = await pair();
  await it.client.application.commands.set([{ name: 'map', description: 'A map' }]);
  it.answer(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    const file = new AttachmentBuilder(Buffer.from('hello'), { name: 'a note.txt' });
    await interaction.editReply({ content: 'here', files: [file] });
  });
  const seen = await it.emulator.as(ids.reporter).in(ids.desk).slash('map');
  expect(seen.message?.content).toBe('here');
  const [file] = seen.message?.attachments ?? [];
  expect(file?.filename).toBe('a_note.txt');
  const response = await fetch(file?.url ?? '');
  expect(await response.text()).toBe('hello');
});
