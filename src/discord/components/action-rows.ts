import type { APIActionRowComponent } from 'discord-api-types/v10';
import { stripInvisible } from '../format/escape.ts';
import { actions } from './actions/index.ts';
import type { Action, ButtonSpec, AnswerView } from './actions/action.ts';
import { encodeCustomIds } from './custom-id.ts';
import { MAX_BUTTON_LABEL, MAX_ROW_BUTTONS, MAX_SELECT_PLACEHOLDER, MAX_SELECT_TEXT } from '../limits.ts';
import { COMPONENT_TYPE, BUTTON_STYLE, type Button, type Select } from '../format/message.ts';
import { truncate } from '../format/text.ts';

/** The custom ids of all components of a message, nested ones included. */
export function customIdsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
    const own = 'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [];
    return [...own, ...customIdsIn(inner)];
  });
}

type Row = APIActionRowComponent<Button | Select>;

/** The components of an answer: at most five buttons a row, or one select menu. */
export type ActionRows = Readonly<Record<Action['row'], readonly Row[]>>;

export const NO_ACTION_ROWS: ActionRows = { names: [], pages: [] };

/**
 * The components of an answer, with the question in their ids. An answer of one page has page buttons too where the question
 * needs the space in their ids. `fitsCustomIds` refuses questions that are too long even for these.
 */
export function actionRows(showing: Omit<AnswerView, 'wide'>, state: string): ActionRows {
  for (const wide of [false, true]) {
    const shown = { ...showing, wide };
    const placed = actions.flatMap((action) =>
      action
        .buttons(shown)
        .map((face) => ({ action, face: withinLimits(face) }))
        .filter(({ face }) => face.label !== '' && face.choices?.length !== 0),
    );
    const presses = placed.map(({ action, face }) => ({ action: action.name, argument: face.argument }));
    const ids = encodeCustomIds(presses, state);
    if (ids === null && placed.length > 0) continue;
    const made = placed.map(({ action, face }, place) => ({
      row: action.row,
      made: control(face, ids?.[place] ?? ''),
    }));
    const inRow = (row: Action['row']): Row[] => rowsOf(made.filter((one) => one.row === row).map((one) => one.made));
    return { names: inRow('names'), pages: inRow('pages') };
  }
  return NO_ACTION_ROWS;
}

function rowsOf(controls: readonly (Button | Select)[]): Row[] {
  const rows: Row[] = [];
  for (const one of controls) {
    const last = rows.at(-1);
    const joins =
      one.type === COMPONENT_TYPE.button &&
      last?.components[0]?.type === COMPONENT_TYPE.button &&
      last.components.length < MAX_ROW_BUTTONS;
    if (joins) last.components.push(one);
    else rows.push({ type: COMPONENT_TYPE.row, components: [one] });
  }
  return rows;
}

/** Without invisible characters, and inside the limits. Choices with an empty label are left out. */
function withinLimits({ label, choices, ...face }: ButtonSpec): ButtonSpec {
  if (choices === undefined) return { ...face, label: truncate(stripInvisible(label), MAX_BUTTON_LABEL) };
  const shown = choices.map((choice) => ({
    ...choice,
    label: truncate(stripInvisible(choice.label), MAX_SELECT_TEXT),
  }));
  return {
    ...face,
    label: truncate(stripInvisible(label), MAX_SELECT_PLACEHOLDER),
    choices: shown.filter((choice) => choice.label !== ''),
  };
}

const control = (face: ButtonSpec, id: string): Button | Select =>
  face.choices === undefined ? button(face, id) : select(face, face.choices, id);

const button = ({ label, look, disabled }: ButtonSpec, id: string): Button => ({
  type: COMPONENT_TYPE.button,
  style: BUTTON_STYLE[look],
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});

const select = ({ label }: ButtonSpec, choices: NonNullable<ButtonSpec['choices']>, id: string): Select => ({
  type: COMPONENT_TYPE.select,
  custom_id: id,
  placeholder: label,
  options: choices.map(({ argument, label: name, note }) => {
    const description = truncate(stripInvisible(note ?? ''), MAX_SELECT_TEXT);
    return { label: name, value: argument, ...(description !== '' && { description }) };
  }),
});
