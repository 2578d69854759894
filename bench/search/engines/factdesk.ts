import { buildNameEngine, buildTextEngine, searchNames, searchTexts } from '../../../src/search/engine.ts';
import { MOST } from '../settings.ts';
import type { Build } from './engine.ts';

export const factdesk: Build = (docs, kind) => {
  const plain = docs.map(({ id, names, text }) => ({ id, names, text: [text] }));
  if (kind === 'names') {
    const engine = buildNameEngine(plain);
    return (query) => searchNames(engine, query, MOST).map(({ id }) => id);
  }
  const engine = buildTextEngine(plain);
  return (query) => searchTexts(engine, query, MOST).map(({ id }) => id);
};
