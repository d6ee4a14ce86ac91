import type { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Platform, WorkerHandle } from './pool.ts';

/**
 * Node's workers, or null where this is not Node. Imports nothing of Node's, so that a browser's bundler is content.
 */
export function nodePlatform(): Platform | null {
  const node = (globalThis as { process?: NodeJS.Process }).process;
  if (node?.versions?.node === undefined || typeof node.getBuiltinModule !== 'function') return null;
  const { Worker } = node.getBuiltinModule('node:worker_threads');
  const { availableParallelism } = node.getBuiltinModule('node:os');
  return { cores: availableParallelism(), spawn: () => handle(new Worker(workerFile(), { execArgv: [] })) };
}

/**
 * The worker beside this code once built; run from the sources (as tests do) it is the built one still, for a thread
 * cannot read TypeScript.
 */
function workerFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? '../../dist/worker.js' : './worker.js';
  return new URL(file, import.meta.url);
}

function handle(worker: Worker): WorkerHandle {
  const ended = new Promise<string>((resolve) => {
    // An error comes with its exit right after it, and says more.
    worker.once('error', (error: Error) => resolve(error.message));
    worker.once('exit', (code) => resolve(`it exited with code ${code}`));
  });
  return { endpoint: nodeEndpoint(worker), ended, terminate: () => worker.terminate() };
}
