import { COMPONENT } from '../discord-codes.ts';
import { everyComponent } from '../messages/normalize-components.ts';
import { isObject, objectsOf, textOf, textsOf, type JsonObject } from '../json.ts';
import { checkValues } from './component.ts';
import { NotPossible } from './not-possible.ts';
import type { Resolved } from './resolved.ts';

/**
 * What was typed into a modal, checked against the modal that was opened: nothing unknown, nothing missing that is
 * required, lengths as declared. Answers with the components in the shape that Discord sends: labels hold one value
 * each, old modals rows.
 */
export function modalData(modal: JsonObject, data: JsonObject, resolved: Resolved): JsonObject {
  const given = new Map(everyComponent(data['components']).map((one) => [textOf(one['custom_id']), one]));
  const fill = (field: JsonObject): JsonObject => {
    const { type, id, custom_id: customId } = field;
    return { type, id, custom_id: customId, ...valueOf(field, given.get(textOf(customId)) ?? {}, resolved) };
  };
  const components = objectsOf(modal['components']).map((part): JsonObject => {
    const { type, id, component } = part;
    if (type === COMPONENT.label && isObject(component)) return { type, id, component: fill(component) };
    if (type === COMPONENT.row) return { type, id, components: objectsOf(part['components']).map(fill) };
    return { type, id };
  });
  return { custom_id: modal['custom_id'], components };
}

function valueOf(field: JsonObject, given: JsonObject, resolved: Resolved): JsonObject {
  const name = textOf(field['custom_id']);
  // Everything in a modal must be filled in unless it says otherwise.
  const required = field['required'] !== false;
  if (field['type'] === COMPONENT.checkbox) return { value: given['value'] === true };
  if (field['type'] === COMPONENT.textInput || field['type'] === COMPONENT.radioGroup) {
    const value = textOf(given['value']);
    if (value === '') {
      if (required) throw new NotPossible(`"${name}" must be filled in.`);
      return { value: field['type'] === COMPONENT.textInput ? '' : null };
    }
    if (field['type'] === COMPONENT.radioGroup) return { value };
    if (value.length < Number(field['min_length'] ?? 0)) throw new NotPossible(`"${name}" is too short.`);
    if (value.length > Number(field['max_length'] ?? 4_000)) throw new NotPossible(`"${name}" is too long.`);
    return { value };
  }
  const values = textsOf(given['values']);
  if (values.length === 0 && !required) return { values: [] };
  if (field['type'] === COMPONENT.fileUpload) return { values: values.map((id) => resolved.upload(id)) };
  checkValues(field, values, resolved);
  return { values };
}
