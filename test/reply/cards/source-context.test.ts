import { describe, expect, it } from 'vitest';
import { sourceContextCard } from '../../../src/reply/cards/source-context.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { desk, NOW } from '../../commands/ask-command.ts';

const story = desk.stories.get('harbour-flood')?.(NOW).story;
if (story === undefined) throw new Error('the story of the flood is not there');
const fact = (id: string) => story.facts.get(id) ?? expect.fail(id);

describe('the snippet in its paragraph', () => {
  it('shows the whole paragraph, the snippet marked, and the line', () => {
    const card = sourceContextCard([fact('h12')], story, 'en');
    const quote = card.sections[0]?.blocks[0]?.lines.find(({ as }) => as === 'quote');
    expect(quote?.words).toContainEqual({ strong: 'Harbour master Edda Brandt' });
    expect(cardText(card, 'en')).toContain('said that the North Quay had been closed since then');
    expect(cardText(card, 'en')).toMatch(/s1, Vessmouth Courier, .*, line 3/);
  });

  it('is the text of the archive, letter for letter, for every fact', () => {
    for (const each of story.facts.values()) {
      const { sections } = sourceContextCard([each], story, 'en');
      const shown = sections[0]?.blocks[0]?.lines.filter(({ as }) => as === 'quote') ?? [];
      shown.forEach(({ words }, at) => {
        const letters = words
          .map((span) => (typeof span === 'string' ? span : 'strong' in span ? span.strong : ''))
          .join('');
        const body = story.sources.get(each.citations[at]?.source ?? '')?.body ?? '';
        expect(body).toContain(letters.replace(/^…|…$/g, ''));
      });
      expect(shown).toHaveLength(each.citations.length);
    }
  });

  it('counts letters outside the basic plane as one, as the offsets do', () => {
    const body = '𝔄𝔅 before Water stood here. After';
    const source = { ...(story.sources.get('s1') ?? expect.fail()), body };
    const citation = { source: 's1', quote: 'Water stood here.', start: 10, end: 27, line: 1 };
    const card = sourceContextCard(
      [{ ...fact('h08'), citations: [citation] }],
      { ...story, sources: new Map([['s1', source]]) },
      'en',
    );
    expect(card.sections[0]?.blocks[0]?.lines[1]?.words).toEqual([
      '𝔄𝔅 before ',
      { strong: 'Water stood here.' },
      ' After',
    ]);
  });
});
