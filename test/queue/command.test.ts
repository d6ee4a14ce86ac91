import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../built.ts';
import { SHOP } from '../models.ts';
import { type RedisServer, startRedis, startWorker, type WorkerProcess } from './cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-on-'));
writeFileSync(join(folder, 'shop.yaml'), SHOP);
const STUDY = ['run', 'shop.yaml', '--years', '100', '--format', 'json'];

let cli: string;
let redis: RedisServer;
let worker: WorkerProcess;
beforeAll(async () => {
  cli = join(await built(), 'cli.js');
  redis = await startRedis();
  worker = await startWorker(redis.url);
});
afterAll(async () => {
  await worker.end();
  await redis.close();
  rmSync(folder, { recursive: true });
});

const nines = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });

function figures(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

describe('--on', () => {
  it('prints what the command prints without it, and leaves nothing behind', () => {
    const { status, stdout, stderr } = nines(...STUDY, '--assert', 'availability >= 99.999%', '--on', redis.url);
    const here = nines(...STUDY, '--assert', 'availability >= 99.999%');
    expect({ status, stderr }).toEqual({ status: here.status, stderr: here.stderr });
    expect(figures(stdout)).toBe(figures(here.stdout));
    expect((JSON.parse(stdout) as { run: { workers: number } }).run.workers).toBeGreaterThan(0);
  });

  it.each([
    ['sweep', ['--vary', 'web_replicas=2..5', '--solve', 'availability >= 99%', '--years', '20']],
    ['optimize', ['--vary', 'web_replicas=2,3', '--subject-to', 'availability >= 90%', '--years', '320']],
    ['explain', ['--no-sensitivity', '--years', '50']],
  ])('has %s simulated too, which decides as it goes', (command, options) => {
    const args = [command, 'shop.yaml', ...options, '--format', 'json'];
    const [there, here] = [nines(...args, '--on', redis.url), nines(...args)];
    expect({ status: there.status, stderr: there.stderr }).toEqual({ status: here.status, stderr: here.stderr });
    expect(figures(there.stdout)).toBe(figures(here.stdout));
  });

  it('leaves a study there with --detach, and nines attach has its report', () => {
    const { status, stdout: id, stderr } = nines(...STUDY, '--seed', '5', '--on', redis.url, '--detach');
    expect(status).toBe(0);
    expect(id).toMatch(/^[0-9a-f]{32}\n$/);
    expect(stderr).toContain(`nines attach ${id.trim()} --on URL`);
    const attached = nines('attach', id.trim(), '--on', redis.url, '--format', 'json');
    expect(figures(attached.stdout)).toBe(figures(nines(...STUDY, '--seed', '5').stdout));
    const again = nines('attach', id.trim(), '--on', redis.url);
    expect({ status: again.status, stderr: again.stderr }).toEqual({
      status: 64,
      stderr: 'nines: there is no such question on this queue, or it has been answered\n',
    });
  });

  it.runIf(existsSync('/dev/full'))('keeps what is finished where the report finds no place: the same command needs no worker for it', async () => {
    const args = [...STUDY, '--seed', '6', '--on', redis.url];
    const full = nines(...args, '-o', '/dev/full');
    expect(full.status).toBe(70);
    expect(full.stderr).toContain('no space is left there');
    await worker.end('SIGTERM');
    const again = nines(...args);
    worker = await startWorker(redis.url);
    expect(again.status).toBe(0);
    expect(figures(again.stdout)).toBe(figures(full.stdout));
  });

  it('ends on Ctrl-C with what there is, marked partial, and says at once when nobody works', async () => {
    await worker.end('SIGTERM');
    const waiting = spawn(process.execPath, [cli, ...STUDY, '--seed', '7', '--on', redis.url], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = await told(waiting, 'no worker is there');
    expect(said).toContain('start some with nines work URL');
    worker = await startWorker(redis.url);
    await worker.end('SIGTERM');
    waiting.kill('SIGINT');
    const [stdout, code] = await finished(waiting);
    if (code === 0) expect(JSON.parse(stdout)).toHaveProperty('run.partial');
    else expect({ stdout, code }).toEqual({ stdout: '', code: 130 });
    worker = await startWorker(redis.url);
  });

  it.each<[string, readonly string[], string]>([
    ['where nobody answers', ['--on', 'redis://user:secret@127.0.0.1:1'], 'nines: no Redis at redis://…@127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1\n'],
    ['what is no Redis', ['--on', 'https://example.org'], "nines: a queue is given by the URL of a Redis, such as redis://host:6379 or rediss://:password@host for TLS, not 'https://example.org'\n"],
    ['with threads of this machine', ['--on', 'redis://x', '--workers', '2'], 'nines: --workers are the threads of this machine: with --on, nines work takes it on each of them.\n'],
    ['with a part', ['--on', 'redis://x', '--part', '1/2', '-o', 'x'], 'nines: --part or --on: leave out one of the two, as the workers of a queue divide by themselves.\n'],
    ['detached from nothing', ['--detach'], 'nines: --detach leaves a study on a queue: give that with --on redis://host:6379.\n'],
    ['detached where it decides as it goes', ['--on', 'URL', '--detach', '--precision', '5%'], 'nines: with a precision somebody has to look on and say when it is enough: give --years instead\n'],
    ['detached with an end', ['--on', 'redis://x', '--detach', '--max-time', '5'], 'nines: --detach leaves nobody who could end it: leave out --max-time.\n'],
  ])('is refused in one line %s, without its password', (_, args, message) => {
    expect(nines(...STUDY, ...args.map((arg) => (arg === 'URL' ? redis.url : arg)))).toMatchObject({ status: 64, stdout: '', stderr: message });
  });
});

function told(process: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    process.stderr!.on('data', (text) => {
      said += String(text);
      if (said.includes(words)) resolve(said);
    });
  });
}

function finished(process: ChildProcess): Promise<[string, number | null]> {
  let printed = '';
  process.stdout!.on('data', (text) => (printed += String(text)));
  return new Promise((resolve) => process.on('close', (code) => resolve([printed, code])));
}
