/** The entry of a simulating worker in the browser. */
import { expose } from 'comlink';
import { createBatchService } from './service.ts';

expose(createBatchService());
