import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import type { Problem } from '../model/problem.ts';
import { find, has, textAt, textsAt, type Text } from '../yaml/tree.ts';

/** Names, places on the map, and the states of questions that cannot be meant as they are written. */
export function* names(draft: UncheckedStory): Iterable<Problem> {
  for (const entry of [...draft.tables.who.entries, ...draft.tables.where.entries]) yield* weak(entry);
  for (const place of draft.tables.where.entries) {
    for (const [one, other] of [
      ['lat', 'lon'],
      ['lon', 'lat'],
    ] as const) {
      const known = textAt(place.node, one);
      if (known && !has(place.node, other)) {
        yield problemIn(
          place,
          known,
          `'${one}' stands without '${other}'.`,
          'Write both, or neither: no point is better than a wrong one.',
        );
      }
    }
  }
  for (const question of draft.tables.questions.entries) {
    const [state, answer] = [textAt(question.node, 'state'), textAt(question.node, 'answer')];
    if (state?.value === 'answered' && !answer) {
      yield problemIn(
        question,
        state,
        'The question is answered, but by no fact.',
        'Add "answer: …" with the id of the fact.',
      );
    }
    if (answer && state?.value !== 'answered') {
      yield problemIn(
        question,
        answer,
        'The question has an answer, but its state does not say so.',
        'Write "state: answered", or delete the answer.',
      );
    }
  }
}

/** A weak form never matches alone, a name does: one form cannot be both. */
function* weak(entry: Entry): Iterable<Problem> {
  const strong = [textAt(entry.node, 'name'), ...strongForms(entry)];
  for (const form of textsAt(entry.node, 'weak')) {
    if (strong.some((name) => name?.value.toLowerCase() === form.value.toLowerCase())) {
      yield problemIn(
        entry,
        form,
        `'${form.value}' is both a weak form and a name.`,
        'Delete it in one of the two places.',
      );
    }
  }
}

function strongForms({ node }: Entry): readonly Text[] {
  const forms = find(node, ['names']);
  return forms?.is === 'fields' ? [...forms.fields.keys()].flatMap((language) => textsAt(forms, language)) : [];
}
