export { applyAct, applyActs } from './apply.ts';
export { offersFor, type Offer } from './patterns/offers.ts';
export type { Act, Fields, Outcome, Patch, Path, Thing, Value } from './act.ts';
