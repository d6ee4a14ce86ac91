import { expose } from 'comlink';

/**
 * The page's worker file, for both kinds of workers: they share a part, which is sent once. Which one this is stands in
 * its name; the desk starts the others from the file that it came from itself.
 */

const early: MessageEvent[] = [];
const keep = (event: MessageEvent) => early.push(event);
const engine = async () => (await import('../../src/run/service.ts')).createBatchService();
const desk = async () => (await import('./service.ts')).desk;

// Whoever started this worker does not wait until it can listen.
addEventListener('message', keep);
expose(await (self.name === 'nines engine' ? engine() : desk()));
removeEventListener('message', keep);
for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
