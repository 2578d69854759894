import type { Fault } from '../api-error.ts';
import { COMMAND, OPTION } from '../discord-codes.ts';
import { isObject, objectOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import { missing, repeated, tooLong } from './lengths.ts';

type Path = readonly (string | number)[];

/** application-commands.mdx, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** reference.mdx, "Locales". */
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
    'zh-TW ko'
  ).split(' '),
);
const MOST: Readonly<Record<number, number>> = { [COMMAND.chat]: 100, [COMMAND.user]: 15, [COMMAND.message]: 15 };

/** A whole set of commands, as a bulk overwrite brings it. */
export function commandSetRules(list: readonly JsonObject[]): Fault[] {
  const typeOf = (one: JsonObject): number => Number(one['type'] ?? COMMAND.chat);
  const faults = list.flatMap((one, index) => commandRules(one, [index]));
  faults.push(
    ...repeated(
      list,
      { value: (one) => `${typeOf(one)} ${textOf(one['name'])}`, path: (_, index) => [index, 'name'] },
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    ),
  );
  for (const [type, most] of Object.entries(MOST)) {
    if (list.filter((one) => typeOf(one) === Number(type)).length <= most) continue;
    const message = `At most ${most} commands of type ${type} are allowed.`;
    faults.push({ path: [], code: 'APPLICATION_COMMANDS_MAX', message });
  }
  return faults;
}

/** What the description misses about one command. */
export function commandRules(command: JsonObject, path: Path): Fault[] {
  const chat = Number(command['type'] ?? COMMAND.chat) === COMMAND.chat;
  const faults = [...localeRules(command, path)];
  if (!chat) {
    if (textOf(command['description']) !== '') faults.push(unwanted([...path, 'description']));
    if (objectsOf(command['options']).length > 0) faults.push(unwanted([...path, 'options']));
    return faults;
  }
  faults.push(...nameRules(command, path), ...missing([...path, 'description'], command['description']));
  faults.push(...optionRules(objectsOf(command['options']), [...path, 'options']));
  if (sizeOf(command) > 8_000) {
    const message = 'Command exceeds maximum size of 8000 characters.';
    faults.push({ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return faults;
}

function unwanted(path: Path): Fault {
  return { path, code: 'APPLICATION_COMMAND_INVALID_FIELD', message: 'Commands in menus have no such field.' };
}

function nameRules(one: JsonObject, path: Path): Fault[] {
  const names: readonly [Path, string][] = [
    [[...path, 'name'], textOf(one['name'])],
    ...Object.entries(objectOf(one['name_localizations'])).map(([locale, name]): [Path, string] => [
      [...path, 'name_localizations', locale],
      textOf(name),
    ]),
  ];
  return names
    .filter(([, name]) => !NAME.test(name) || name !== name.toLowerCase())
    .map(([at]) => ({ path: at, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }));
}

function localeRules(one: JsonObject, path: Path): Fault[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) =>
    Object.keys(objectOf(one[key]))
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => ({
        path: [...path, key, locale],
        code: 'BASE_TYPE_CHOICES',
        message: `"${locale}" is not a locale that Discord knows.`,
      })),
  );
}

function optionRules(options: readonly JsonObject[], path: Path): Fault[] {
  const faults = repeated(
    options,
    { value: (one) => textOf(one['name']), path: (_, index) => [...path, index, 'name'] },
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    'Option names must be unique',
  );
  let optional = false;
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    const nested = option['type'] === OPTION.sub || option['type'] === OPTION.group;
    faults.push(...nameRules(option, at), ...localeRules(option, at));
    if (nested !== (options[0]?.['type'] === OPTION.sub || options[0]?.['type'] === OPTION.group)) {
      const message = 'Sub-commands and other options cannot stand side by side.';
      faults.push({ path: [...at, 'type'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
    }
    if (option['required'] === true && optional) {
      const message = 'Required options must be placed before non-required options';
      faults.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
    }
    if (option['required'] !== true && !nested) optional = true;
    faults.push(...choicesRules(option, at));
    faults.push(...optionRules(objectsOf(option['options']), [...at, 'options']));
  }
  return faults;
}

function choicesRules(option: JsonObject, path: Path): Fault[] {
  const choices = objectsOf(option['choices']);
  const faults = choices.flatMap((one, index) => tooLong([...path, 'choices', index, 'value'], one['value'], 100));
  if (option['autocomplete'] === true && choices.length > 0) {
    const message = 'Autocomplete cannot be used with choices.';
    faults.push({ path: [...path, 'choices'], code: 'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES', message });
  }
  return [
    ...faults,
    ...repeated(
      choices,
      { value: (one) => textOf(one['name']), path: (_, index) => [...path, 'choices', index, 'name'] },
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
      'Option choice names must be unique',
    ),
  ];
}

/** Names, descriptions and values of a command and all its options, of each the longest localisation. */
function sizeOf(one: JsonObject): number {
  const longest = (key: string): number => {
    const others = isObject(one[`${key}_localizations`]) ? Object.values(objectOf(one[`${key}_localizations`])) : [];
    return Math.max(textOf(one[key]).length, ...others.map((text) => textOf(text).length));
  };
  const choices = objectsOf(one['choices']).reduce((sum, choice) => sum + sizeOf(choice), 0);
  const options = objectsOf(one['options']).reduce((sum, option) => sum + sizeOf(option), 0);
  return longest('name') + longest('description') + textOf(one['value']).length + choices + options;
}
