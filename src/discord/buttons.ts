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

/**
 * The rows of buttons under an answer, with the question in their ids. The page buttons are there also for an answer of one
 * page if the question needs their ids. A question too long even for these gets no buttons: the door refuses it earlier.
 */
export function buttonRows(showing: Omit<Showing, 'wide'>, state: string): Row[] {
  for (const wide of [false, true]) {
    const placed = actions.flatMap((action) =>
      action
        .faces({ ...showing, wide })
        .map((face) => ({ action, face: { ...face, label: cut(visible(face.label), BUTTON_LABEL) } }))
        .filter(({ face }) => face.label !== ''),
    );
    const ids = writeIds(
      placed.map(({ action, face }) => ({ action: action.name, argument: face.argument })),
      state,
    );
    if (placed.length === 0) return [];
    if (ids !== null)
      return rowsOf(placed.map(({ action, face }, place) => ({ action, button: button(face, ids[place] ?? '') })));
  }
  return [];
}

function rowsOf(placed: readonly { readonly action: Action; readonly button: Button }[]): Row[] {
  return (['names', 'pages'] as const)
    .map((row) => placed.filter(({ action }) => action.row === row).map((one) => one.button))
    .filter((buttons) => buttons.length > 0)
    .map((components) => ({ type: KIND.row, components: components.slice(0, ROW_BUTTONS) }));
}

const button = ({ label, look, disabled }: Face, id: string): Button => ({
  type: KIND.button,
  style: LOOK[look],
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});
