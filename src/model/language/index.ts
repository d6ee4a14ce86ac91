export type * from './kinds.ts';
export { documentShape, LANGUAGE_VERSION } from './document.ts';
export { laterIn } from './later.ts';
