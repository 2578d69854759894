import { defaultsOf } from '../message/select-options.js';

/** @typedef {import('discord-api-types/v10').APIModalInteractionResponseCallbackData} ModalData */
/** @typedef {import('discord-api-types/v10').APIComponentInLabel} Labelled */
/** @typedef {ModalData['components'][number]} Part */
/** What stands in each field, by custom_id: words, chosen values, files, or a tick. @typedef {Record<string, string | string[] | File[] | boolean>} Values */
/** @typedef {{ part: Part, label: string, description: string | null, control: Labelled }} Field */

/** The fields of a form, labels and the older rows alike. @param {ModalData} modal @returns {Field[]} */
export function fieldsOf(modal) {
  return modal.components.flatMap((part) => fieldsIn(part));
}

/** @param {Part} part @returns {Field[]} */
function fieldsIn(part) {
  if (part.type === 18) {
    return [{ part, label: part.label, description: part.description ?? null, control: part.component }];
  }
  if (part.type !== 1) return [];
  return part.components.map((control) => ({ part, label: control.label ?? '', description: null, control }));
}

/** @param {ModalData} modal @returns {Values} */
export function initial(modal) {
  return Object.fromEntries(fieldsOf(modal).map(({ control }) => [control.custom_id, first(control)]));
}

/** @param {Labelled} control @returns {Values[string]} */
function first(control) {
  if (control.type === 4) return control.value ?? '';
  if (control.type === 21) return control.options.find((option) => option.default)?.value ?? '';
  if (control.type === 22) return control.options.filter((option) => option.default).map(({ value }) => value);
  if (control.type === 23) return control.default ?? false;
  return control.type === 19 ? [] : defaultsOf(control);
}

/** What is wrong with a field, in a sentence; null when it can be sent. @param {Field} field @param {Values[string] | undefined} value */
export function faultOf({ control }, value) {
  if (control.type === 23 || value === undefined || typeof value === 'boolean') return null;
  const required = control.required ?? true;
  if (value.length === 0) return required ? 'This field is required.' : null;
  if (control.type === 4) {
    if (value.length < (control.min_length ?? 0)) return `At least ${control.min_length} characters.`;
    if (value.length > (control.max_length ?? 4000)) return `At most ${control.max_length} characters.`;
  } else if (control.type !== 21) {
    const least = control.min_values ?? 1;
    if (value.length < least) return `Choose at least ${least}.`;
    const most = control.max_values ?? (control.type === 22 ? control.options.length : 1);
    if (value.length > most) return `Choose at most ${most}.`;
  }
  return null;
}

/** The form as Discord's client submits it; files are named by their number. @param {ModalData} modal @param {Values} values */
export function answers(modal, values) {
  /** @type {File[]} */
  const files = [];
  /** @param {Labelled} control */
  const answer = (control) => {
    const { type, custom_id, id } = control;
    const value = values[custom_id];
    const head = { type, custom_id, ...(id === undefined ? {} : { id }) };
    if (type === 4 || type === 21 || type === 23) return { ...head, value: value === '' && type === 21 ? null : value };
    if (type !== 19) return { ...head, values: value };
    const chosen = Array.isArray(value) ? value.filter((one) => one instanceof File) : [];
    const names = chosen.map((_, at) => String(files.length + at));
    files.push(...chosen);
    return { ...head, values: names };
  };
  const components = modal.components.map((part) => {
    const id = part.id === undefined ? {} : { id: part.id };
    if (part.type === 18) return { type: 18, ...id, component: answer(part.component) };
    if (part.type === 1) return { type: 1, ...id, components: part.components.map(answer) };
    return { type: part.type, ...id };
  });
  return { components, files };
}
