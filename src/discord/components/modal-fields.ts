import type { APIModalSubmissionComponent } from 'discord-api-types/v10';
import { COMPONENT_TYPE } from '../format/message.ts';

/** The values of a submitted modal by the custom ids of its fields. Older modals have rows in place of labels. */
export function modalFields(components: readonly APIModalSubmissionComponent[]): ReadonlyMap<string, string> {
  const inputs = components.flatMap((part) => {
    if (part.type === COMPONENT_TYPE.label) return [part.component];
    return part.type === COMPONENT_TYPE.row ? part.components : [];
  });
  return new Map(
    inputs.flatMap((input): [string, string][] => {
      if (input.type === COMPONENT_TYPE.input) return [[input.custom_id, input.value]];
      return input.type === COMPONENT_TYPE.select ? [[input.custom_id, input.values[0] ?? '']] : [];
    }),
  );
}
