import Fuse from 'fuse.js';
import type { Doc } from '../text/base.ts';
import { folded, FUSE, MOST } from '../settings.ts';
import type { Build } from './engine.ts';

const search = (docs: readonly Doc[], how: keyof typeof FUSE, read = (text: string): string => text) => {
  const fuse = new Fuse(docs, FUSE[how]);
  return (query: string): string[] => fuse.search(read(query), { limit: MOST }).map(({ item }) => item.id);
};

const inFolds = (text: string): string => folded(text).join(' ');

export const fuse: Build = (docs) => search(docs, 'plain');
export const fuseAnywhere: Build = (docs) => search(docs, 'anywhere');
export const fuseToken: Build = (docs) => search(docs, 'token');
export const fuseTokenFold: Build = (docs) =>
  search(
    docs.map(({ id, names, text }) => ({ id, names: names.map(inFolds), text: inFolds(text) })),
    'token',
    inFolds,
  );
