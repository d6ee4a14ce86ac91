export { applyAct, applyActs } from './apply.ts';
export type { Act, Fields, Outcome, Patch, Path, Thing, Value } from './act.ts';
