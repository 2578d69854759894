import { AttachmentBuilder, MessageFlags, type InteractionReplyOptions } from 'discord.js';
import { png } from './pictures.ts';

const picture = (
  name: string,
  width: number,
  height: number,
  colour: readonly [number, number, number],
): AttachmentBuilder => new AttachmentBuilder(png(width, height, colour), { name });

const row = (...components: object[]): object => ({ type: 1, components });
const button = (custom_id: string, label: string, style: number, more: object = {}): object => ({
  type: 2,
  custom_id,
  label,
  style,
  ...more,
});
const text = (content: string): object => ({ type: 10, content });

/** Replies by name, each with another part of what a message can hold, as Discord's API takes them. */
export const REPLIES: Readonly<Record<string, () => Reply>> = {
  container: () => ({
    flags: MessageFlags.IsComponentsV2,
    files: [picture('map.png', 480, 270, [70, 110, 150]), picture('seal.png', 160, 160, [150, 90, 70])],
    components: [
      {
        type: 17,
        accent_color: 0x2f7473,
        components: [
          {
            type: 9,
            components: [
              text('## Harbour master'),
              text('Runs the port since <t:1618953630:D>.\n-# reported · Harbour Gazette, line 4'),
            ],
            accessory: { type: 11, media: { url: 'attachment://seal.png' }, description: 'The seal of the port' },
          },
          { type: 14, divider: true, spacing: 2 },
          text(
            '> "The pier is **closed** until further notice."\n- said to the *Gazette*\n- [the article](https://example.com/pier)',
          ),
          { type: 12, items: [{ media: { url: 'attachment://map.png' }, description: 'A map of the harbour' }] },
          {
            type: 9,
            components: [text('Two more facts rest on this source.')],
            accessory: button('reply', 'Show them', 2),
          },
          { type: 14, divider: false },
          row(
            button('edit', 'Count', 1),
            button('modal', 'Correct', 2),
            button('off', 'Not yet', 4, { disabled: true }),
          ),
        ],
      },
    ],
  }),
  gallery: () => ({
    flags: MessageFlags.IsComponentsV2,
    files: [
      picture('one.png', 300, 200, [90, 60, 140]),
      picture('two.png', 200, 300, [60, 130, 90]),
      picture('three.png', 200, 200, [170, 120, 40]),
    ],
    components: [
      {
        type: 12,
        items: [
          { media: { url: 'attachment://one.png' }, description: 'The first picture' },
          { media: { url: 'attachment://two.png' }, description: 'The second picture' },
          { media: { url: 'attachment://three.png' }, description: 'The third picture', spoiler: true },
        ],
      },
    ],
  }),
  file: () => ({
    flags: MessageFlags.IsComponentsV2,
    files: [new AttachmentBuilder(Buffer.from('line one\n'), { name: 'notes.txt' })],
    components: [text('The notes:'), { type: 13, file: { url: 'attachment://notes.txt' } }],
  }),
  attachments: () => ({
    content: 'Two files and a hidden one.',
    files: [
      picture('plain.png', 120, 80, [40, 90, 160]).setDescription('A plain picture'),
      picture('SPOILER_hidden.png', 120, 80, [160, 40, 60]).setDescription('A hidden picture'),
      new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'table.csv' }),
    ],
  }),
  embed: () => ({
    content: 'An embed of the first kind:',
    files: [picture('wide.png', 400, 120, [120, 80, 60]), picture('thumb.png', 80, 80, [60, 80, 120])],
    embeds: [
      {
        color: 0xe67e22,
        author: { name: 'Harbour Gazette', url: 'https://example.com' },
        title: 'Pier **closed**',
        url: 'https://example.com/pier',
        description: 'Until further notice. ||Or until Monday.||',
        fields: [
          { name: 'Boats', value: '12', inline: true },
          { name: 'Crews', value: '40', inline: true },
          { name: 'Why', value: 'The _storm_ of `Tuesday`' },
        ],
        image: { url: 'attachment://wide.png' },
        thumbnail: { url: 'attachment://thumb.png' },
        footer: { text: 'Line 12' },
        timestamp: '2023-06-01T10:00:00.000Z',
      },
    ],
  }),
  buttons: () => ({
    content: 'Five styles:',
    components: [
      row(
        button('edit', 'Primary', 1),
        button('reply', 'Secondary', 2),
        button('private', 'Success', 3),
        button('modal', 'Danger', 4, { emoji: { name: '✏️' } }),
        { type: 2, style: 5, label: 'Link', url: 'https://example.com' },
      ),
      row(button('ignore', 'No answer', 2), button('off', 'Off', 2, { disabled: true })),
    ],
  }),
  selects: () => ({
    content: 'Five selects:',
    components: [
      row({
        type: 3,
        custom_id: 'string',
        placeholder: 'Choose a fish',
        options: [
          { label: 'Cod', value: 'cod', description: 'From the north' },
          { label: 'Herring', value: 'herring' },
          { label: 'Sprat', value: 'sprat' },
        ],
      }),
      row({ type: 5, custom_id: 'user', placeholder: 'Choose people', min_values: 1, max_values: 2 }),
      row({ type: 6, custom_id: 'role', placeholder: 'Choose a role' }),
      row({ type: 7, custom_id: 'mentionable', placeholder: 'Choose anyone' }),
      row({ type: 8, custom_id: 'channel', placeholder: 'Choose a channel', channel_types: [0] }),
    ],
  }),
  markdown: () => ({
    content: [
      '# One\n## Two\n### Three\n-# small',
      '**bold** *italic* __under__ ~~struck~~ `code` ||hidden||',
      '> quoted\n> twice',
      '- a\n  - b\n- c\n1. first\n2. second',
      '```js\nconst a = 1;\n```',
      '<@1400000000000000101> <@&1400000000000000202> <#1400000000000000302> </who:1> <:fish:12345> <t:0:d>',
      '[masked](https://example.com/masked) https://example.com/bare <https://example.com/quiet> \\*escaped\\*',
      '<img src=x onerror=alert(1)> <script>alert(1)</script>',
    ].join('\n'),
    allowedMentions: { parse: [] },
  }),
  spoiler: () => ({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 17, spoiler: true, components: [text('The ending is in [here](https://example.com).')] }],
  }),
};

type Reply = Omit<InteractionReplyOptions, 'components' | 'flags'> & {
  components?: readonly object[];
  flags?: MessageFlags.IsComponentsV2;
};

export const MODAL = {
  title: 'Correct a fact',
  custom_id: 'correct',
  components: [
    { type: 10, content: 'What is **wrong**?' },
    {
      type: 18,
      label: 'The new wording',
      description: 'One sentence',
      component: { type: 4, custom_id: 'wording', style: 1, min_length: 3, max_length: 60, required: true },
    },
    { type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 2, required: false } },
    {
      type: 18,
      label: 'Kind',
      component: {
        type: 3,
        custom_id: 'kind',
        options: [
          { label: 'Count', value: 'count' },
          { label: 'Name', value: 'name' },
        ],
      },
    },
    { type: 18, label: 'Proof', component: { type: 19, custom_id: 'proof', required: false } },
  ],
};
