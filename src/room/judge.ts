import type { Answer, Route } from './rest/route.ts';
import type { Upload } from './state.ts';

/** Looks at the body of a request before anything is done with it; answers with null where nothing is wrong. */
export type Judge = (route: Route, json: unknown, files: ReadonlyMap<string, Upload>) => Answer | null;

export const lenient: Judge = () => null;
