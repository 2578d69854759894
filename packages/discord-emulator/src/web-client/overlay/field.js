import { h } from '../html.js';
import { icon } from '../icons.js';
import { Select } from '../message/select.js';
import { optionsOf } from '../message/select-options.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('./form.js').Field} Field */
/** @typedef {import('./form.js').Values} Values */
/** @typedef {(value: Values[string]) => void} Set */

/**
 * @param {Client} client @param {Field} field @param {Values[string] | undefined} value @param {string | null} wrong @param {Set} set
 */
export function drawField(client, field, value, wrong, set) {
  const { control, label, description } = field;
  const id = `field-${control.custom_id}`;
  const many = control.type === 21 || control.type === 22;
  const required = control.type !== 23 && (control.required ?? true);
  const words = [label, required ? h('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null];
  const about = [description ? `${id}-about` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  return h(
    many ? 'fieldset' : 'div',
    { class: 'field-of-form', key: control.custom_id, 'aria-describedby': many ? about : undefined },
    many ? h('legend', null, words) : h('label', { for: id, class: 'field-label' }, words),
    description ? h('p', { class: 'field-about', id: `${id}-about` }, description) : null,
    drawControl(client, field, value, set, {
      id,
      required: required && !many,
      'aria-invalid': wrong ? 'true' : undefined,
      'aria-describedby': about,
    }),
    wrong ? h('p', { class: 'field-wrong', id: `${id}-wrong` }, wrong) : null,
  );
}

/**
 * @param {Client} client @param {Field} field @param {Values[string] | undefined} value @param {Set} set
 * @param {{ id: string, required: boolean, 'aria-invalid': 'true' | undefined, 'aria-describedby': string | undefined }} about
 */
function drawControl(client, { control, label }, value, set, about) {
  if (control.type === 4) return textInput(control, typeof value === 'string' ? value : '', set, about);
  if (control.type === 19) return files(control, value, set, about);
  if (control.type === 21 || control.type === 22) return group(control, value, set, about.id);
  if (control.type === 23) {
    const tick = h('input', {
      ...about,
      type: 'checkbox',
      checked: value === true,
      onChange: () => set(value !== true),
    });
    return h('span', { class: 'tick' }, tick);
  }
  return h(Select, {
    id: about.id,
    name: label,
    placeholder: control.placeholder ?? 'Make a selection',
    options: optionsOf(client.view, control),
    values: Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [],
    min: control.min_values ?? 1,
    max: control.max_values ?? 1,
    searchable: control.type !== 3,
    invalid: about['aria-invalid'] !== undefined,
    describedBy: about['aria-describedby'] ?? '',
    onChange: set,
  });
}

/** @param {import('discord-api-types/v10').APITextInputComponent} control @param {string} text @param {Set} set @param {Record<string, unknown>} about */
function textInput(control, text, set, about) {
  const most = control.max_length ?? 4000;
  const shared = {
    ...about,
    class: 'text-input',
    value: text,
    placeholder: control.placeholder,
    maxLength: most,
    onInput: (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) set(target.value);
    },
  };
  const input =
    control.style === 2
      ? h('textarea', { ...shared, rows: 5 })
      : h('input', { ...shared, type: 'text', autocomplete: 'off' });
  const left = control.max_length ? h('small', { class: 'left', 'aria-hidden': 'true' }, most - text.length) : null;
  return h('div', { class: 'text-field' }, input, left);
}

/** @param {import('discord-api-types/v10').APIRadioGroupComponent | import('discord-api-types/v10').APICheckboxGroupComponent} control @param {Values[string] | undefined} value @param {Set} set @param {string} id */
function group(control, value, set, id) {
  const one = control.type === 21;
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return control.options.map((option, at) => {
    const has = one ? value === option.value : chosen.includes(option.value);
    const change = () => {
      if (one) set(option.value);
      else set(has ? chosen.filter((each) => each !== option.value) : [...chosen, option.value]);
    };
    const tick = h('input', {
      type: one ? 'radio' : 'checkbox',
      name: id,
      id: at === 0 ? id : undefined,
      checked: has,
      onChange: change,
    });
    return h(
      'label',
      { class: 'tick', key: option.value },
      tick,
      h('span', null, option.label, option.description ? h('small', null, option.description) : null),
    );
  });
}

/** @param {import('discord-api-types/v10').APIFileUploadComponent} control @param {Values[string] | undefined} value @param {Set} set @param {Record<string, unknown>} about */
function files(control, value, set, about) {
  const chosen = Array.isArray(value) ? value.filter((one) => one instanceof File) : [];
  const many = (control.max_values ?? 1) > 1;
  /** @param {Event} event */
  const onChange = (event) => {
    if (event.target instanceof HTMLInputElement) set([...(event.target.files ?? [])]);
  };
  return h(
    'div',
    { class: 'drop' },
    icon('file'),
    h('input', { ...about, type: 'file', multiple: many, onChange }),
    chosen.map((file) => h('small', { key: file.name }, file.name)),
  );
}
