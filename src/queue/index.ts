/** `nines/queue`: any study on as many machines as there are workers at a Redis. */
export { ask, type Asking, type AskOptions, type Status } from './ask.ts';
export type { Asked } from './asked.ts';
export { QueueError } from './error.ts';
export { work, type Work, type WorkOptions } from './work.ts';
