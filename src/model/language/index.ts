export type * from './kinds.ts';
export { documentShape, LANGUAGE_VERSION } from './document.ts';
export { LATER, LATER_MODES, laterIn } from './later.ts';
