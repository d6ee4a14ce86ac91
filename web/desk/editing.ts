/** What the desk loads when a model is first changed by pointing. */
export { applyActs } from '../../src/edit/index.ts';
