import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { built } from '../built.ts';
import { SHOP } from '../models.ts';
import { freePort } from '../queue/cluster.ts';

/* The file for Docker, without Docker: its commands as they stand there, each a process. */

const text = readFileSync(join(import.meta.dirname, '../../models/ci/docker-compose.yml'), 'utf8');
const { services } = parse(text) as { readonly services: Readonly<Record<string, { readonly command: string }>> };
const folder = mkdtempSync(join(tmpdir(), 'nines-compose-'));
const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, NINES_PASSWORD: 'something' };
const processes: ChildProcess[] = [];
let port: number;

beforeAll(async () => {
  const cli = join(await built(), 'cli.js');
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'shop.yaml'), SHOP);
  port = await freePort();
  await started(`${services.redis.command} --port ${port} --dir ${folder}`, 'Ready to accept connections');
  await started(`${here(services.worker.command)} --workers 1`, 'works');
});
afterAll(async () => {
  for (const each of processes.reverse()) each.kill('SIGTERM');
  while (processes.some(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) await sleep(20);
  rmSync(folder, { recursive: true, force: true });
});

/** Containers know one another by their names, and those outside by a port of the machine. */
function here(command: string): string {
  return command.replace(/(?:redis|localhost):6379/, `localhost:${port}`);
}

async function started(command: string, ready: string): Promise<void> {
  const made = spawn('bash', ['-c', `exec ${command}`], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  processes.push(made);
  let said = '';
  for (const stream of [made.stdout, made.stderr]) stream.on('data', (words) => (said += String(words)));
  while (!said.includes(ready)) {
    if (made.exitCode !== null) throw new Error(`'${command}' ended: ${said}`);
    await sleep(20);
  }
}

function figures(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

describe('the file for Docker', () => {
  test('has a Redis and a worker that simulate what its first lines ask for', () => {
    const [, asked] = /^# +(npx nines run .*)$/m.exec(text)!;
    const command = here(asked.replace('models/web-shop.yaml --years 1e7', 'shop.yaml --years 50'));
    expect(command).toContain('shop.yaml --years 50 --on redis://:something@localhost:');
    const run = (words: string) => spawnSync('bash', ['-c', `${words} --format json`], { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
    const [there, alone] = [run(command), run(command.replace(/ --on .*/, ''))];
    expect(there.stderr).toBe('');
    expect(figures(there.stdout)).toBe(figures(alone.stdout));
  });
});
