import { attach } from '../reply/export/attach.ts';
import { geoJson } from '../reply/export/geojson.ts';
import { gazetteer } from '../reply/cards/entity.ts';
import { findWhere, findWho, offerWhere } from '../search/story-search.ts';
import type { Command } from './command.ts';
import { declare } from './definition.ts';
import { exported } from './lookup/export-option.ts';
import { byName } from './lookup/name-command.ts';

/** A place by any of its names, and what happened there. */
export const where = {
  data: declare('where', [
    { name: 'place', required: true },
    { name: 'export', choices: ['geojson'] },
    { name: 'as_of' },
  ]),
  ...byName({
    option: 'place',
    find: findWhere,
    elsewhere: findWho,
    offer: offerWhere,
    tells: (fact) => fact.where.length > 0,
    show(hit, { ask, desk, index: { story }, language }) {
      const card = gazetteer(hit, story, desk.atlas, language);
      const file = exported(ask, { geojson: () => geoJson(hit.entity, story, language) }, language);
      return file === null ? card : attach(card, file, language);
    },
  }),
} satisfies Command;
