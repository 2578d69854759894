import { onBothEngines } from './engines.ts';
import { keepsCuration } from './keeps-curation.ts';
import { keepsDigests } from './keeps-digests.ts';
import { keepsLedger } from './keeps-ledger.ts';
import { keepsMarks } from './keeps-marks.ts';
import { keepsNotes } from './keeps-notes.ts';
import { keepsSettings } from './keeps-settings.ts';

onBothEngines((newPlace) => {
  keepsSettings(newPlace);
  keepsNotes(newPlace);
  keepsDigests(newPlace);
  keepsLedger(newPlace);
  keepsCuration(newPlace);
  keepsMarks(newPlace);
});
