import type { Platform, WorkerHandle } from './pool.ts';

/**
 * Web workers.
 * @param create starts the page's own worker file, which runs `browser-worker.ts`: only the bundler of the page knows
 *   where that file ends up
 */
export function browserPlatform(create: () => Worker): Platform {
  // One core stays with the page and the thread that merges.
  const cores = Math.max(1, Math.min(8, (navigator.hardwareConcurrency || 2) - 1));
  return { cores, spawn: () => handle(create()) };
}

function handle(worker: Worker): WorkerHandle {
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  worker.addEventListener('error', (event) => {
    end(event.message || 'it could not be started');
    worker.terminate();
  });
  return {
    endpoint: worker,
    ended,
    terminate() {
      worker.terminate();
      end('it was ended');
    },
  };
}
