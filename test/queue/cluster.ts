import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { built } from '../built.ts';

/** A Redis of its own, which can be ended and started again. */
export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  /** At once, as a machine that loses its power. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param isKept what it holds is written down at every change, and there again when it is started again
 * @param args further ones of the server
 */
export async function startRedis(isKept = false, more: readonly string[] = []): Promise<RedisServer> {
  try {
    execFileSync('redis-server', ['--version']);
  } catch {
    throw new Error('The tests of the queue need Redis: `apt-get install redis-server`.');
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nines-redis-'));
  const keeping = isKept ? ['--appendonly', 'yes', '--appendfsync', 'always'] : [];
  let server: ChildProcess;
  const redis: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...keeping, ...more];
      server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
      for await (const text of server.stdout!) if (String(text).includes('Ready to accept connections')) break;
      server.stdout!.resume();
    },
    async kill() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
    async close() {
      await redis.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A process that works with one thread, and what it said. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** With a signal, and until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** @param patience seconds, after which others take what it has in hand */
export async function startWorker(url: string, patience = 1, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<WorkerProcess> {
  const cli = join(await built(), 'cli.js');
  const worker = spawn(process.execPath, [cli, 'work', url, '--workers', '1', '--patience', `${patience} s`, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  worker.stderr.on('data', (text) => (said += String(text)));
  while (!said.includes('works')) {
    if (worker.exitCode !== null) throw new Error(`A worker ended: ${said}`);
    await sleep(10);
  }
  return {
    process: worker,
    said: () => said,
    async end(signal = 'SIGKILL') {
      if (worker.exitCode !== null || worker.signalCode !== null) return;
      const ended = once(worker, 'exit');
      worker.kill(signal);
      if (signal === 'SIGKILL') worker.kill('SIGCONT');
      await ended;
    },
  };
}
