import type { Fault } from '../api-error.ts';
import { COMPONENT } from '../discord-codes.ts';
import { isObject, numberOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import { repeated, required } from './lengths.ts';

type Path = readonly (string | number)[];

export interface Placed {
  readonly path: Path;
  readonly component: JsonObject;
}

/** Types that exist only where a message says IS_COMPONENTS_V2. */
const ONLY_V2: readonly unknown[] = [
  COMPONENT.section,
  COMPONENT.text,
  COMPONENT.thumbnail,
  COMPONENT.gallery,
  COMPONENT.file,
  COMPONENT.separator,
  COMPONENT.container,
];
const SELECTS: readonly unknown[] = [
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.roleSelect,
  COMPONENT.mentionableSelect,
  COMPONENT.channelSelect,
];
const STYLE = { link: 5, premium: 6 } as const;

/** Every component with its path, at every depth, in reading order. */
export function placed(list: unknown, above: Path): Placed[] {
  const all: Placed[] = [];
  const add = (component: JsonObject, path: Path): void => {
    all.push({ path, component });
    if (Array.isArray(component['components'])) addAll(component['components'], [...path, 'components']);
    for (const key of ['accessory', 'component']) {
      const inner = component[key];
      if (isObject(inner)) add(inner, [...path, key]);
    }
  };
  const addAll = (inner: unknown, over: Path): void => {
    for (const [index, component] of objectsOf(inner).entries()) add(component, [...over, index]);
  };
  addAll(list, above);
  return all;
}

/** What the description misses about the components of a message, all of them with their paths below `path`. */
export function componentRules(all: readonly Placed[], v2: boolean, path: Path): Fault[] {
  const faults = [...all.flatMap(ownRules), ...uniqueRules(all)];
  if (!v2) {
    const alien = all.find((one) => ONLY_V2.includes(one.component['type']));
    if (alien) {
      const message = 'Value of field "type" must be one of (1,).';
      faults.push({ path: [...alien.path, 'type'], code: 'UNION_TYPE_CHOICES', message });
    }
    if (all.filter((one) => one.path.length === path.length + 1).length > 5)
      faults.push({ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
    return faults;
  }
  if (all.length > 40) {
    const message = 'The total number of components exceeds the maximum of 40.';
    faults.push({ path, code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const texts = all.filter((one) => one.component['type'] === COMPONENT.text);
  if (texts.reduce((sum, one) => sum + textOf(one.component['content']).length, 0) > 4_000) {
    const message = 'Components displayable text size exceeds maximum size of 4000';
    faults.push({ path, code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return faults;
}

/** No custom_id and no number twice in one message or modal. */
export function uniqueRules(all: readonly Placed[]): Fault[] {
  const idOf = ({ component: { custom_id: id } }: Placed): string | null => (typeof id === 'string' ? id : null);
  const numberIn = ({ component: { id } }: Placed): string | null => (numberOf(id) > 0 ? textOf(id) : null);
  return [
    ...repeated(
      all,
      { value: idOf, path: ({ path }) => [...path, 'custom_id'] },
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
    ...repeated(
      all,
      { value: numberIn, path: ({ path }) => [...path, 'id'] },
      'COMPONENT_ID_DUPLICATED',
      'Component id cannot be duplicated',
    ),
  ];
}

/** What holds of one component by itself. */
function ownRules(one: Placed): Fault[] {
  switch (one.component['type']) {
    case COMPONENT.button:
      return buttonRules(one);
    case COMPONENT.row:
      return rowRules(one);
    default:
      return selectRules(one);
  }
}

function buttonRules({ path, component }: Placed): Fault[] {
  const given = (key: string): boolean => component[key] !== undefined && component[key] !== null;
  const { style } = component;
  if (style === STYLE.premium) return given('sku_id') ? [] : [required([...path, 'sku_id'])];
  const faults: Fault[] = [];
  const [own, other] = style === STYLE.link ? ['url', 'custom_id'] : ['custom_id', 'url'];
  if (!given(own)) faults.push(required([...path, own]));
  if (given(other)) {
    const message = 'A custom id and url cannot both be specified';
    faults.push({ path: [...path, other], code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message });
  }
  if (textOf(component['label']).trim() === '' && !given('emoji')) faults.push(required([...path, 'label']));
  return faults;
}

function rowRules({ path, component }: Placed): Fault[] {
  const inner = objectsOf(component['components']);
  const wide = inner.filter((one) => SELECTS.includes(one['type']) || one['type'] === COMPONENT.textInput).length;
  if (wide === 0 || inner.length === 1) return [];
  const message = 'The specified component exceeds the maximum width';
  return [{ path: [...path, 'components', 1], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

/** Selects of messages and of modals. */
export function selectRules({ path, component }: Placed): Fault[] {
  if (!SELECTS.includes(component['type'])) return [];
  const least = component['min_values'] ?? 1;
  const most = component['max_values'] ?? 1;
  const faults: Fault[] = [];
  if (Number(least) > Number(most)) {
    faults.push({
      path: [...path, 'min_values'],
      code: 'SELECT_MIN_OVER_MAX',
      message: 'min_values exceeds max_values.',
    });
  }
  if (component['type'] !== COMPONENT.stringSelect) return faults;
  const options = objectsOf(component['options']);
  const chosen = options.filter((one) => one['default'] === true).length;
  if (Number(most) > options.length || Number(least) > options.length) {
    const key = Number(least) > options.length ? 'min_values' : 'max_values';
    faults.push({
      path: [...path, key],
      code: 'NUMBER_TYPE_MAX',
      message: `Only ${options.length} options are given.`,
    });
  }
  if (chosen > Number(most)) {
    faults.push({
      path: [...path, 'options'],
      code: 'SELECT_TOO_MANY_DEFAULTS',
      message: 'More defaults than max_values.',
    });
  }
  return [
    ...faults,
    ...repeated(
      options,
      { value: (one) => textOf(one['value']), path: (_, index) => [...path, 'options', index, 'value'] },
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    ),
  ];
}
