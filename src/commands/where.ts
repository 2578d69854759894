import { attach } from '../reply/export/attach.ts';
import { geoJson } from '../reply/export/geojson.ts';
import { placeCard } from '../reply/cards/entity.ts';
import { findWhere, findWho, completePlaces } from '../search/story-search.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { exportFile } from './lookup/export-option.ts';
import { nameCommand } from './lookup/name-command.ts';

/** Shows a place, found by any of its names, and what happened there. */
export const where = defineCommand({
  name: 'where',
  options: [{ name: 'place', required: true }, { name: 'export', choices: ['geojson'] }, { name: 'as_of' }],
  permission: READERS,
  ...nameCommand({
    option: 'place',
    find: findWhere,
    elsewhere: findWho,
    offer: completePlaces,
    tells: (fact) => fact.where.length > 0,
    show(hit, { ask, desk, index: { story }, language }) {
      const card = placeCard(hit, story, desk.atlas, language);
      const file = exportFile(ask, { geojson: () => geoJson(hit.entity, story, language) }, language);
      return file === null ? card : attach(card, file, language);
    },
  }),
});
