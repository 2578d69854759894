import type { Desk } from '../../commands/command.ts';
import { answered } from '../../reply/cards/notices.ts';
import type { Store } from '../../store/store.ts';
import { telling } from '../delivery/publisher.ts';
import { COLOUR, languageIn, posted } from '../rendering/channel-message.ts';
import type { Errand } from './job.ts';

interface AnswersOptions {
  readonly desk: Pick<Desk, 'stories' | 'clock'>;
  readonly store: Pick<Store, 'questions' | 'settings'>;
}

/** Tells each channel once what was asked there and is in the base now. What is under embargo waits for its instant. */
export function tellAnswers({ desk, store }: AnswersOptions): Errand {
  return async (announcer) => {
    const now = desk.clock.now();
    for (const question of await store.questions.untold()) {
      const story = desk.stories.get(question.story)?.(now).story;
      const fact = story?.facts.get(question.answer);
      if (story === undefined || fact === undefined || fact.status === 'retracted') continue;
      const language = await languageIn(store, question, story);
      const messages = posted(answered(question.asks, fact, story, language), story, language, COLOUR.brief);
      const subject = telling('answered', question.id, question, { now, date: question.at });
      await announcer.once(subject, { messages, memo: null });
    }
  };
}
