import { strain } from './strain.ts';
import type { StrainOrder } from './strain.ts';

/** The strain in a process of its own, so that no engine's memory stands in its way. */
process.stdout.write(JSON.stringify(await strain(JSON.parse(process.argv[2] ?? '{}') as StrainOrder)));
