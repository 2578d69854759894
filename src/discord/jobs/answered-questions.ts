import { mayPostIn } from '../../commands/story-access.ts';
import type { Desk } from '../../commands/command.ts';
import { answeredNotice } from '../../reply/cards/notices.ts';
import type { Store } from '../../store/store.ts';
import { noticeKey } from '../delivery/outbox-consumer.ts';
import { ACCENT_COLOUR, channelLanguage, toChannelMessages } from '../rendering/channel-message.ts';
import type { Job } from './job.ts';

interface AnswersOptions {
  readonly desk: Pick<Desk, 'stories' | 'clock' | 'servers' | 'store'>;
  readonly store: Pick<Store, 'questions' | 'settings'>;
}

/** Posts the answer once in each channel that asked the question. An answer under embargo waits until it ends. */
export function answeredQuestionsJob({ desk, store }: AnswersOptions): Job {
  return async (consumer) => {
    const now = desk.clock.now();
    for (const question of await store.questions.untold()) {
      const story = desk.stories.get(question.story)?.(now).story;
      const fact = story?.facts.get(question.answer);
      if (story === undefined || fact === undefined || fact.status === 'retracted') continue;
      if (!(await mayPostIn(story.id, question.server, desk))) continue;
      const language = await channelLanguage(store, question, story);
      const messages = toChannelMessages(
        answeredNotice(question.asks, fact, story, language),
        story,
        language,
        ACCENT_COLOUR.brief,
      );
      const subject = noticeKey('answered', question.id, question, { now, date: question.at });
      await consumer.publishOnce(subject, { messages, memo: null });
    }
  };
}
