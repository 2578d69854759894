import type { Fault } from '../api-error.ts';
import { COMPONENT, OPTION } from '../discord-codes.ts';
import { objectsOf, type JsonObject } from '../json.ts';
import { placed, selectRules, uniqueRules } from './components.ts';
import { tooLong } from './lengths.ts';

/** The choices of an autocomplete: text of at most 100 characters, and values of the option's own type. */
export function choiceRules(data: JsonObject, option: number | null): Fault[] {
  const faults: Fault[] = [];
  const wanted = option === OPTION.integer || option === OPTION.number ? 'number' : 'string';
  for (const [index, choice] of objectsOf(data['choices']).entries()) {
    const path = ['data', 'choices', index, 'value'];
    faults.push(...tooLong(path, choice['value'], 100));
    if (option === null || typeof choice['value'] === wanted) continue;
    faults.push({ path, code: 'BASE_TYPE_INVALID', message: `The option takes a ${wanted}.` });
  }
  return faults;
}

/** What the description misses about a modal: one to five parts, no custom_id twice, selects as in messages. */
export function modalRules(data: JsonObject): Fault[] {
  const path = ['data', 'components'];
  const all = placed(data['components'], path);
  const faults = [...uniqueRules(all), ...all.flatMap(selectRules)];
  if (objectsOf(data['components']).length > 5) {
    faults.push({ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
  }
  for (const { path: at, component } of all) {
    if (component['type'] !== COMPONENT.textInput) continue;
    const most = Number(component['max_length'] ?? 4_000);
    if (Number(component['min_length'] ?? 0) > most) {
      faults.push({ path: [...at, 'min_length'], code: 'NUMBER_TYPE_MAX', message: 'min_length exceeds max_length.' });
    }
    faults.push(...tooLong([...at, 'value'], component['value'], most));
  }
  return faults;
}
