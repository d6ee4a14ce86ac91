import { type Remote, wrap } from 'comlink';
import type { Desk } from './types.ts';

/** The page's one worker, kept for the page's whole life; it starts the simulating workers itself. */
export const desk: Remote<Desk> = wrap<Desk>(new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module', name: 'nines desk' }));
