import type { APIActionRowComponent } from 'discord-api-types/v10';
import { visible } from '../format/escape.ts';
import { actions } from './actions/index.ts';
import type { Action, Face, Showing } from './actions/action.ts';
import { writeIds } from './custom-id.ts';
import { BUTTON_LABEL, ROW_BUTTONS, SELECT_HEADING, SELECT_TEXT } from '../limits.ts';
import { KIND, LOOK, type Button, type Select } from '../format/message.ts';
import { cut } from '../format/text.ts';

/** The ids of all buttons of a message, wherever they stand. */
export function idsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
    const own = 'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [];
    return [...own, ...idsIn(inner)];
  });
}

type Row = APIActionRowComponent<Button | Select>;

/** The buttons of an answer, in rows of at most five; a menu has a row of its own. */
export type Rows = Readonly<Record<Action['row'], readonly Row[]>>;

export const NO_ROWS: Rows = { names: [], pages: [] };

/**
 * The buttons of an answer, with the question in their ids. The page buttons are there also for an answer of one page if
 * the question needs their ids. A question too long even for these gets no buttons: the door refuses it earlier.
 */
export function buttonRows(showing: Omit<Showing, 'wide'>, state: string): Rows {
  for (const wide of [false, true]) {
    const shown = { ...showing, wide };
    const placed = actions.flatMap((action) =>
      action
        .faces(shown)
        .map((face) => ({ action, face: legible(face) }))
        .filter(({ face }) => face.label !== '' && face.choices?.length !== 0),
    );
    const presses = placed.map(({ action, face }) => ({ action: action.name, argument: face.argument }));
    const ids = writeIds(presses, state);
    if (ids === null && placed.length > 0) continue;
    const made = placed.map(({ action, face }, place) => ({
      row: action.row,
      made: control(face, ids?.[place] ?? ''),
    }));
    const inRow = (row: Action['row']): Row[] => rowsOf(made.filter((one) => one.row === row).map((one) => one.made));
    return { names: inRow('names'), pages: inRow('pages') };
  }
  return NO_ROWS;
}

function rowsOf(controls: readonly (Button | Select)[]): Row[] {
  const rows: Row[] = [];
  for (const one of controls) {
    const last = rows.at(-1);
    const joins =
      one.type === KIND.button && last?.components[0]?.type === KIND.button && last.components.length < ROW_BUTTONS;
    if (joins) last.components.push(one);
    else rows.push({ type: KIND.row, components: [one] });
  }
  return rows;
}

/** The face without what cannot be seen, and inside the limits; choices that show nothing are left out. */
function legible({ label, choices, ...face }: Face): Face {
  if (choices === undefined) return { ...face, label: cut(visible(label), BUTTON_LABEL) };
  const shown = choices.map((choice) => ({ ...choice, label: cut(visible(choice.label), SELECT_TEXT) }));
  return {
    ...face,
    label: cut(visible(label), SELECT_HEADING),
    choices: shown.filter((choice) => choice.label !== ''),
  };
}

const control = (face: Face, id: string): Button | Select =>
  face.choices === undefined ? button(face, id) : select(face, face.choices, id);

const button = ({ label, look, disabled }: Face, id: string): Button => ({
  type: KIND.button,
  style: LOOK[look],
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});

const select = ({ label }: Face, choices: NonNullable<Face['choices']>, id: string): Select => ({
  type: KIND.select,
  custom_id: id,
  placeholder: label,
  options: choices.map(({ argument, label: name, note }) => {
    const description = cut(visible(note ?? ''), SELECT_TEXT);
    return { label: name, value: argument, ...(description !== '' && { description }) };
  }),
});
