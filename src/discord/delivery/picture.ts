import type { Attached, Message } from '../../store/outbox/outbox-entry.ts';
import { KIND } from '../format/message.ts';

type Body = Message['body'];

const recordsIn = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

/** The message with a picture under the first text of its container, and with the facts that the picture shows. */
export function withPicture({ body }: Message, file: Attached, facts: Message['facts']): Message {
  const gallery = {
    type: KIND.gallery,
    items: [{ media: { url: `attachment://${file.name}` }, description: file.alt }],
  };
  const components = recordsIn(body['components']).map((component, at) => {
    if (at > 0 || component['type'] !== KIND.container) return component;
    const [first, ...rest] = recordsIn(component['components']);
    return { ...component, components: [first, gallery, ...rest] };
  });
  return { body: { ...body, components }, facts, files: [file] };
}

/** The same message without its pictures. */
export function wordsAlone(body: Body): Body {
  const components = recordsIn(body['components']).map((component) =>
    component['type'] === KIND.container
      ? { ...component, components: recordsIn(component['components']).filter(({ type }) => type !== KIND.gallery) }
      : component,
  );
  return { ...body, components };
}
