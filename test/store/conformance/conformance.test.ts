import { onBothEngines } from '../engines.ts';
import { keepsCuration } from './curation.ts';
import { keepsDigests } from './digests.ts';
import { keepsLedger } from './outbox.ts';
import { keepsMarks } from './corrections.ts';
import { keepsNotes } from './notes.ts';
import { keepsSettings } from './settings.ts';

onBothEngines((newPlace) => {
  keepsSettings(newPlace);
  keepsNotes(newPlace);
  keepsDigests(newPlace);
  keepsLedger(newPlace);
  keepsCuration(newPlace);
  keepsMarks(newPlace);
});
