/** The public face of the emulator: nothing outside this package imports deeper. */
export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export type { Fault, FaultPlan } from './faults/plan.ts';
export { scripted } from './faults/plan.ts';
export { drawPlan, type Menu, planFrom } from './faults/random-plan.ts';
export type { JsonObject } from './json.ts';
export { commandSetRules } from './rules/commands.ts';
export type { Person, Seen } from './test-user.ts';
export type { LogEntry } from './traffic-log.ts';
export { DEFAULT_IDS, defaultWorld } from './world/default-world.ts';
