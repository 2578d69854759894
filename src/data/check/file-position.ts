import type { TextFile } from '../model/problem.ts';
import type { Text } from '../yaml/tree.ts';

/**
 * The offset in the file of the character at an offset of a text's value. A block loses its indentation when it is read; a quoted
 * text may be written with escapes or over several lines, and then its beginning is as near as can be said.
 */
export function insideText({ text }: TextFile, node: Text, offset: number): { at: number } {
  const raw = text.slice(node.at, node.end);
  if (node.style === 'plain') return { at: raw.startsWith(node.value) ? node.at + offset : node.at };
  if (node.style === 'quoted') return { at: raw.startsWith(node.value, 1) ? node.at + 1 + offset : node.at };
  const lines = raw.split('\n');
  const values = node.value.split('\n');
  const first = values[0] ?? '';
  const indent = (lines[1] ?? '').length - first.length;
  if (indent < 0 || !(lines[1] ?? '').endsWith(first)) return { at: node.at };
  let at = node.at + (lines[0] ?? '').length + 1;
  let left = offset;
  for (const [row, value] of values.entries()) {
    const line = lines[row + 1] ?? '';
    if (left <= value.length) return { at: at + Math.min(indent, line.length) + left };
    left -= value.length + 1;
    at += line.length + 1;
  }
  return { at: node.at };
}
