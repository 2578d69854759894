import { openQuestions } from '../../commands/brief.ts';
import { mayPostIn } from '../../commands/story-access.ts';
import type { Desk } from '../../commands/command.ts';
import { brief } from '../../reply/brief/brief.ts';
import { readMemo, writeMemo } from '../../reply/brief/memo.ts';
import type { Card, Line } from '../../reply/model/card.ts';
import { formatDate } from '../../reply/i18n/dates.ts';
import type { Theme } from '../../reply/model/picture.ts';
import { languageOf, translate, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { withAgeNotes } from '../../reply/cards/time-notes.ts';
import type { OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import { uncertainPostButtons } from '../components/uncertain-post-buttons.ts';
import { ACCENT_COLOUR, toChannelMessages, channelMessageBody } from '../rendering/channel-message.ts';
import { withPicture } from '../delivery/picture.ts';
import type { BriefWriter, BriefRequest } from './daily-brief.ts';
import { type PictureOptions, attachmentsOf } from '../attachments/uploads.ts';
import { localDay } from '../../local-day.ts';

/** Writes the brief of a channel's story, and notices to administrators about briefs. */
export function createBriefWriter(desk: Desk, studio: PictureOptions | null = null): BriefWriter {
  const { stories, store } = desk;
  const settingsOf = async (server: string, channel: string) => (await store?.settings.at(server, channel)) ?? {};
  return {
    async brief(occasion) {
      const { story: id, language: tag, theme = 'dark' } = await settingsOf(occasion.server, occasion.channel);
      const only = stories.size === 1 ? [...stories.keys()][0] : undefined;
      const story = stories.get(id ?? only ?? '')?.(occasion.at).story;
      // Nothing rather than another story, or one that is closed to the server now.
      if (story === undefined || !(await mayPostIn(story.id, occasion.server, desk))) return null;
      const language = languageOf(tag ?? story.language);
      const { date, last } = occasion;
      const since = last === null ? null : zoned(last.due, story.timezone);
      const known = readMemo(last?.memo ?? null, story);
      const card = brief(
        story,
        {
          today: date,
          known,
          since: since === null ? null : formatDate(since, language),
          asked: await openQuestions(desk, story.id, occasion.server),
        },
        language,
      );
      const told = withNotes(withAgeNotes(card, story, date, language), occasion, story.timezone, language);
      const head = (await store?.audit.head()) ?? null;
      // Without buttons: a brief is read by everybody and turned by nobody.
      const messages = toChannelMessages(withHead(told, head, language), story, language, ACCENT_COLOUR.brief);
      return { messages: await illustrated(messages, card, theme, studio), memo: writeMemo(story) };
    },
    async notice({ kind, server, channel, edition, date, code, posting }) {
      const { notices, language: tag } = await settingsOf(server, channel);
      if (notices === undefined) return null;
      const language = languageOf(tag ?? 'en');
      const key = `digest.notice.${kind}` as const;
      const text = translateText(language, key, { edition, date: formatDate(date, language), code });
      const labels = {
        there: translateText(language, 'door.doubtIsThere'),
        again: translateText(language, 'door.doubtPost'),
      };
      const buttons = kind === 'uncertain' ? [uncertainPostButtons(posting, labels)] : [];
      return {
        target: notices,
        message: { body: channelMessageBody([text], ACCENT_COLOUR.brief, buttons), facts: [] },
      };
    },
  };
}

const zoned = (instant: string, zone: string): string => localDay(Temporal.Instant.from(instant), zone);

/** A late brief says so, and names the days on which there was none. */
function withNotes(card: Card, { late, at, missed }: BriefRequest, zone: string, language: Language): Card {
  const small = (words: Line['words']): Line => ({ as: 'small', words });
  const time = at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  const dates = missed.map((date) => formatDate(date, language)).join(', ');
  return {
    ...card,
    lead: [
      ...(late ? [small(translate(language, 'digest.late', { time }))] : []),
      ...(missed.length > 0 ? [small(translate(language, 'digest.missed', { dates }))] : []),
      ...card.lead,
    ],
  };
}

/** Digits of the hash: enough to detect a log that was rewritten, few enough to be read out. */
const PRINTED = 12;

/** The head of the audit log, so that a log rewritten later can be detected. */
function withHead(card: Card, head: { readonly seq: number; readonly hash: string } | null, language: Language): Card {
  if (head === null) return card;
  const hash = { code: head.hash.slice(0, PRINTED) };
  const line: Line = { as: 'small', words: translate(language, 'brief.audit', { row: String(head.seq), hash }) };
  return { ...card, foot: [...card.foot, line] };
}

/** The store keeps one for 40 days for each channel and morning. */
const MAX_PICTURE_BYTES = 300 * 1024;

/** Adds the timeline to the first message. The text says the same, so a brief does not wait long for it. */
async function illustrated(
  messages: readonly OutboxMessage[],
  card: Card,
  theme: Theme,
  studio: PictureOptions | null,
): Promise<readonly OutboxMessage[]> {
  const [first, ...rest] = messages;
  const pictures = (card.pictures ?? []).slice(0, 1);
  if (studio === null || first === undefined || pictures.length === 0) return messages;
  const [drawn] = await attachmentsOf({ ...card, pictures, files: [] }, theme, studio);
  if (drawn === undefined || drawn.data.byteLength > MAX_PICTURE_BYTES) return messages;
  const file = { name: drawn.name, alt: drawn.alt ?? '', base64: Buffer.from(drawn.data).toString('base64') };
  return [
    withPicture(
      first,
      file,
      messages.flatMap(({ facts }) => facts),
    ),
    ...rest,
  ];
}
