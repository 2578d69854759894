import { visible } from './escape.ts';
import { actions } from './actions/index.ts';
import type { Action, Face, Showing } from './actions/action.ts';
import { writeIds } from './custom-id.ts';
import { BUTTON_LABEL, ROW_BUTTONS } from './limits.ts';
import { KIND, LOOK, type Button } from './message.ts';
import { cut } from './typed.ts';

/** The ids of all buttons of a message, wherever they stand. */
export function idsIn(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
    const own = 'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [];
    return [...own, ...idsIn(inner)];
  });
}

interface Row {
  type: typeof KIND.row;
  components: Button[];
}

/** The buttons of an answer, in rows of at most five. */
export type Rows = Readonly<Record<Action['row'], readonly Row[]>>;

export const NO_ROWS: Rows = { names: [], pages: [] };

/**
 * The buttons of an answer, with the question in their ids. The page buttons are there also for an answer of one page if
 * the question needs their ids. A question too long even for these gets no buttons: the door refuses it earlier.
 */
export function buttonRows(showing: Omit<Showing, 'wide'>, state: string): Rows {
  for (const wide of [false, true]) {
    const placed = actions.flatMap((action) =>
      action
        .faces({ ...showing, wide })
        .map((face) => ({ action, face: { ...face, label: cut(visible(face.label), BUTTON_LABEL) } }))
        .filter(({ face }) => face.label !== ''),
    );
    const presses = placed.map(({ action, face }) => ({ action: action.name, argument: face.argument }));
    const ids = writeIds(presses, state);
    if (ids === null && placed.length > 0) continue;
    const buttons = placed.map(({ action, face }, place) => ({
      row: action.row,
      made: button(face, ids?.[place] ?? ''),
    }));
    const inRow = (row: Action['row']): Row[] =>
      rowsOf(buttons.filter((one) => one.row === row).map(({ made }) => made));
    return { names: inRow('names'), pages: inRow('pages') };
  }
  return NO_ROWS;
}

const rowsOf = (buttons: readonly Button[]): Row[] =>
  Array.from({ length: Math.ceil(buttons.length / ROW_BUTTONS) }, (_, n) => ({
    type: KIND.row,
    components: buttons.slice(n * ROW_BUTTONS, (n + 1) * ROW_BUTTONS),
  }));

const button = ({ label, look, disabled }: Face, id: string): Button => ({
  type: KIND.button,
  style: LOOK[look],
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});
