import { buildNameEngine, buildTextEngine, searchNames, searchTexts } from '../text-engine.ts';
import { MOST } from '../settings.ts';
import type { Build } from './engine.ts';

export const factdesk: Build = (docs, kind) => {
  if (kind === 'names') {
    const engine = buildNameEngine(docs);
    return (query) => searchNames(engine, query, MOST).map(({ id }) => id);
  }
  const engine = buildTextEngine(docs);
  return (query) => searchTexts(engine, query, MOST).map(({ id }) => id);
};
