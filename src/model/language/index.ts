export type * from './kinds.ts';
export { documentShape, LANGUAGE_VERSION } from './document.ts';
