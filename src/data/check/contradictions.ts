import { problemIn, type UncheckedStory, type Entry } from '../files/unchecked-story.ts';
import type { Problem } from '../model/problem.ts';
import { textAt, textsAt } from '../yaml/tree.ts';

/** Both facts list a contradiction; no fact contradicts itself, or supersedes itself directly or in a circle. */
export function* links(draft: UncheckedStory): Iterable<Problem> {
  const { facts } = draft.tables;
  for (const fact of facts.entries) {
    const id = fact.id?.value;
    // Of two facts with one id, the links of the second cannot be judged before it has its own.
    if (id === undefined || facts.byId.get(id) !== fact) continue;
    for (const other of textsAt(fact.node, 'contradicts')) {
      const there = facts.byId.get(other.value);
      if (other.value === id) {
        yield problemIn(fact, other, 'The fact contradicts itself.', 'Write the id of the other fact.');
      } else if (there && !textsAt(there.node, 'contradicts').some((text) => text.value === id)) {
        yield problemIn(
          fact,
          other,
          `'${id}' contradicts '${other.value}', but '${other.value}' does not contradict '${id}'.`,
          `Add "contradicts: [${id}]" to '${other.value}'.`,
          { code: 'general', mentions: [id, other.value] },
        );
      }
    }
  }
  yield* circles(facts.entries, (fact) => textsAt(fact.node, 'supersedes'), 'supersedes');
  yield* circles(draft.tables.where.entries, (place) => some(textAt(place.node, 'in')), 'lies in');
  yield* circles(draft.tables.who.entries, (who) => some(textAt(who.node, 'role', 'of')), 'has a role of');
}

type Link = { readonly at: number; readonly value: string };
const some = (link: Link | undefined) => (link ? [link] : []);

/** Every circle is reported once, at the link that closes it. */
function* circles(entries: readonly Entry[], next: (entry: Entry) => readonly Link[], verb: string): Iterable<Problem> {
  const byId = new Map(entries.map((entry) => [entry.id?.value ?? '', entry]));
  const done = new Set<Entry>();
  for (const start of entries) {
    if (done.has(start)) continue;
    // Without recursion: a chain may be as long as the story.
    const path: { entry: Entry; links: Link[] }[] = [{ entry: start, links: [...next(start)] }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path.at(-1);
      const link = top?.links.shift();
      if (!top) break;
      const target = link && byId.get(link.value);
      if (!link) {
        done.add(top.entry);
        onPath.delete(top.entry);
        path.pop();
      } else if (target && onPath.has(target)) {
        const self = target === top.entry;
        const message = self
          ? `'${link.value}' ${verb} itself.`
          : `'${top.entry.id?.value ?? ''}' ${verb} '${link.value}', which in the end ${verb} '${top.entry.id?.value ?? ''}'.`;
        const mentions = [link.value, top.entry.id?.value ?? ''];
        yield problemIn(top.entry, link, message, 'Take one link out of the circle.', { code: 'general', mentions });
      } else if (target && !done.has(target)) {
        path.push({ entry: target, links: [...next(target)] });
        onPath.add(target);
      }
    }
  }
}
