import type { Block, Card } from '../../reply/model/card.ts';
import { buildCard } from '../../reply/cards/answer.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { translate, translateText } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Ask, Choice, Desk, Typing } from '../command.ts';
import { curationContext, curationClaimOf } from '../curation/context.ts';
import { choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';

const MOST = 100;

/** Open proposals, oldest first, and the asker's own drafts. */
export async function listProposals(ask: Ask, desk: Desk): Promise<Card> {
  const { store, index, server, actor, language } = await curationContext(ask, desk);
  const { story } = index;
  const all = await store.proposals.list({ story: story.id, server, states: ['open', 'draft'], limit: MOST });
  const names = await store.pseudonyms.names(all.map(({ proposer }) => proposer));
  const block = (proposal: Proposal): Block => ({
    lines: [
      {
        as: 'item',
        words: translate(language, 'proposal.row', {
          act: translate(language, `act.${proposal.act}`),
          id: { code: proposal.change.id },
          name: names.get(proposal.proposer) ?? translate(language, 'proposal.somebody'),
          date: formatInstant(proposal.at, story.timezone, language),
        }),
      },
      ...(saidBy(proposal) === '' ? [] : [{ as: 'small', words: [saidBy(proposal)] } as const]),
    ],
  });
  const open = all.filter(({ state }) => state === 'open');
  const drafts = all.filter(({ state, proposer }) => state === 'draft' && proposer === actor);
  return buildCard(story, language, {
    title: translate(language, 'proposal.list', { n: open.length }),
    sections: [
      ...(open.length === 0 ? [] : [{ blocks: open.map(block) }]),
      ...(drafts.length === 0 ? [] : [{ heading: translate(language, 'proposal.drafts'), blocks: drafts.map(block) }]),
    ],
  });
}

/** The sentence of a proposed fact, or the proposed name. */
function saidBy({ change }: Proposal): string {
  if (change.on !== 'fact') return change.name;
  const { says } = change.fields;
  return typeof says === 'string' ? says : '';
}

/** Open proposals and drafts as choices. */
export async function proposalChoices(typing: Typing, desk: Desk): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const language = languageFor(typing);
  const curating = await curationClaimOf(story.id, desk);
  if (desk.store === null || curating === null) return [];
  const { server } = curating;
  const all = await desk.store.proposals.list({ story: story.id, server, states: ['open', 'draft'], limit: MOST });
  const text = optionText(typing, 'proposal').toLocaleLowerCase(language);
  return all
    .map(({ id, act, change, ...rest }) => ({
      name: choiceLabel(
        [`${translateText(language, `act.${act}`)} ${change.id}`, saidBy({ id, act, change, ...rest })]
          .filter(Boolean)
          .join(' · '),
      ),
      value: id,
    }))
    .filter(({ name }) => name.toLocaleLowerCase(language).includes(text))
    .slice(0, 25);
}
