/** The entry of a worker thread in Node. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createBatchService } from './service.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread; it is not a program of its own.');
expose(createBatchService(), nodeEndpoint(parentPort));
