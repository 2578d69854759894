import type { Clock } from '../clock.ts';
import { backupAgeSeconds, type BackupPlaces, createBackup, deleteOldBackups } from './backup.ts';

const LOOK_MS = 15 * 60_000;
const DAY_SECONDS = 86_400;

interface DailyBackupOptions extends BackupPlaces {
  readonly folder: string;
  /** Older backups are deleted, but never the newest one. */
  readonly keepDays: number;
  readonly settings: string;
  readonly clock: Clock;
  readonly report: (report: { readonly made: string; readonly deleted: number } | { readonly error: unknown }) => void;
}

export interface DailyBackup {
  /** Makes a backup if the newest one is a day old. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Looks at once and then every quarter of an hour. A backup that failed is tried again at the next look. */
export function startDailyBackup({ folder, keepDays, clock, report, ...contents }: DailyBackupOptions): DailyBackup {
  const run = async (): Promise<void> => {
    try {
      const age = await backupAgeSeconds(folder, clock);
      if (age !== null && age < DAY_SECONDS) return;
      const made = await createBackup(folder, { ...contents, clock });
      report({ made, deleted: (await deleteOldBackups(folder, keepDays, clock)).length });
    } catch (error) {
      report({ error });
    }
  };
  let last = Promise.resolve();
  const look = (): Promise<void> => {
    last = last.then(run);
    return last;
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  return {
    look,
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
