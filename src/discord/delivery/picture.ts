import type { PictureFile, OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import { recordsOf } from '../../is-record.ts';
import { COMPONENT_TYPE } from '../format/message.ts';

type Body = OutboxMessage['body'];

/** Adds a picture below the first text of the container, and the facts that the picture shows. */
export function withPicture({ body }: OutboxMessage, file: PictureFile, facts: OutboxMessage['facts']): OutboxMessage {
  const gallery = {
    type: COMPONENT_TYPE.gallery,
    items: [{ media: { url: `attachment://${file.name}` }, description: file.alt }],
  };
  const components = recordsOf(body['components']).map((component, at) => {
    if (at > 0 || component['type'] !== COMPONENT_TYPE.container) return component;
    const [first, ...rest] = recordsOf(component['components']);
    return { ...component, components: [first, gallery, ...rest] };
  });
  return { body: { ...body, components }, facts, files: [file] };
}

/** The same message without its pictures. */
export function withoutPictures(body: Body): Body {
  const components = recordsOf(body['components']).map((component) =>
    component['type'] === COMPONENT_TYPE.container
      ? {
          ...component,
          components: recordsOf(component['components']).filter(({ type }) => type !== COMPONENT_TYPE.gallery),
        }
      : component,
  );
  return { ...body, components };
}
