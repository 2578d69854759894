import type { Block, Card } from '../../reply/model/card.ts';
import { card } from '../../reply/cards/answer.ts';
import { sayInstant } from '../../reply/i18n/dates.ts';
import { say, word } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Ask, Choice, Desk, Typing } from '../command.ts';
import { benchOf, curatingOf } from '../curation/context.ts';
import { fit, languageFor, storyOf, typed } from '../ask.ts';

const MOST = 100;

/** What waits for an editor, oldest first, and the asker's own drafts. */
export async function list(ask: Ask, desk: Desk): Promise<Card> {
  const { store, index, server, actor, language } = await benchOf(ask, desk);
  const { story } = index;
  const all = await store.proposals.list({ story: story.id, server, states: ['open', 'draft'], limit: MOST });
  const names = await store.actors.names(all.map(({ proposer }) => proposer));
  const block = (proposal: Proposal): Block => ({
    lines: [
      {
        as: 'item',
        words: say(language, 'proposal.row', {
          act: say(language, `act.${proposal.act}`),
          id: { code: proposal.change.id },
          name: names.get(proposal.proposer) ?? say(language, 'proposal.somebody'),
          date: sayInstant(proposal.at, story.timezone, language),
        }),
      },
      ...(saidBy(proposal) === '' ? [] : [{ as: 'small', words: [saidBy(proposal)] } as const]),
    ],
  });
  const open = all.filter(({ state }) => state === 'open');
  const drafts = all.filter(({ state, proposer }) => state === 'draft' && proposer === actor);
  return card(story, language, {
    title: say(language, 'proposal.list', { n: open.length }),
    sections: [
      ...(open.length === 0 ? [] : [{ blocks: open.map(block) }]),
      ...(drafts.length === 0 ? [] : [{ heading: say(language, 'proposal.drafts'), blocks: drafts.map(block) }]),
    ],
  });
}

/** The sentence of a proposal, or the name that it gives. */
function saidBy({ change }: Proposal): string {
  if (change.on !== 'fact') return change.name;
  const { says } = change.fields;
  return typeof says === 'string' ? says : '';
}

/** Proposals as choices: those that wait, and drafts. */
export async function proposalChoices(typing: Typing, desk: Desk): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const language = languageFor(typing);
  const curating = await curatingOf(story.id, desk);
  if (desk.store === null || curating === null) return [];
  const { server } = curating;
  const all = await desk.store.proposals.list({ story: story.id, server, states: ['open', 'draft'], limit: MOST });
  const text = typed(typing, 'proposal').toLocaleLowerCase(language);
  return all
    .map(({ id, act, change, ...rest }) => ({
      name: fit(
        [`${word(language, `act.${act}`)} ${change.id}`, saidBy({ id, act, change, ...rest })]
          .filter(Boolean)
          .join(' · '),
      ),
      value: id,
    }))
    .filter(({ name }) => name.toLocaleLowerCase(language).includes(text))
    .slice(0, 25);
}
