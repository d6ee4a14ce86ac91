import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../built.ts';
import { SELDOM } from '../parts/studies.ts';
import { freePort } from '../queue/cluster.ts';

/* A Slurm of its own, of one machine. */

const recipe = join(import.meta.dirname, '../../models/ci/parts-slurm.sh');
const STUDY = 'run coin.yaml --years 2000 --experiments';
const folder = mkdtempSync(join(tmpdir(), 'nines-slurm-'));
const at = (name: string) => join(folder, name);
const daemons: ChildProcess[] = [];
let cli: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const missing = ['munged', 'slurmctld', 'slurmd', 'sbatch'].filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')}: \`apt-get install slurm-wlm munge\`.`);
  cli = join(await built(), 'cli.js');
  for (const name of ['bin', 'state', 'spool', 'munge']) mkdirSync(at(name), { mode: 0o755 });
  // What npx does with a package that is there.
  writeFileSync(at('bin/npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  writeFileSync(at('coin.yaml'), SELDOM);
  writeFileSync(at('munge/key'), 'n'.repeat(64), { mode: 0o600 });
  writeFileSync(at('slurm.conf'), configuration(await freePort(), await freePort()));
  env = { ...process.env, SLURM_CONF: at('slurm.conf'), PATH: `${at('bin')}:${process.env.PATH}:/usr/sbin` };
  const munge = ['key', 'pid', 'log', 'seed', 'socket'].map((name) => `--${name}${name === 'socket' ? '' : '-file'}=${at(`munge/${name}`)}`);
  start('munged', ['--foreground', '--force', ...munge]);
  await until(() => spawnSync('munge', ['-n', '--socket', at('munge/socket')]).status === 0, 'munged');
  start('slurmctld', ['-D', '-f', at('slurm.conf')]);
  start('slurmd', ['-D', '-f', at('slurm.conf')]);
  await until(() => spawnSync('sinfo', ['-h', '-o', '%T'], { env, encoding: 'utf8' }).stdout.trim() === 'idle', 'the node');
}, 60_000);
afterAll(async () => {
  for (const daemon of daemons.reverse()) daemon.kill('SIGTERM');
  await until(() => daemons.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null), 'the end');
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function start(daemon: string, args: readonly string[]): void {
  daemons.push(spawn(daemon, args, { env, stdio: 'ignore' }));
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (isSo()) return;
    await sleep(100);
  }
  throw new Error(`Slurm: waited 30 s for ${what}.`);
}

function configuration(controller: number, node: number): string {
  const name = hostname().split('.')[0];
  const { username } = userInfo();
  return [
    ...['ClusterName=nines', `SlurmctldHost=${name}(127.0.0.1)`, `SlurmctldPort=${controller}`, `SlurmdPort=${node}`],
    ...['AuthType=auth/munge', `AuthInfo=socket=${at('munge/socket')}`, `SlurmUser=${username}`, `SlurmdUser=${username}`],
    ...['ProctrackType=proctrack/linuxproc', 'TaskPlugin=task/none', 'MpiDefault=none', 'ReturnToService=2'],
    ...[`StateSaveLocation=${at('state')}`, `SlurmdSpoolDir=${at('spool')}`, 'SelectType=select/cons_tres'],
    ...[`SlurmctldPidFile=${at('ctld.pid')}`, `SlurmdPidFile=${at('d.pid')}`, 'SelectTypeParameters=CR_CPU'],
    `NodeName=${name} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} State=UNKNOWN`,
    `PartitionName=main Nodes=${name} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');
}

function nines(...args: string[]): string {
  return execFileSync(process.execPath, [cli, ...args, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
}

function figures(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

describe('the recipe for Slurm, on a Slurm', () => {
  test('is an array of parts that are the report of one machine to the last bit', async () => {
    const submitted = ['--wait', '--array=1-3', '--cpus-per-task=1', recipe];
    const { status, stderr } = spawnSync('sbatch', submitted, { cwd: folder, env: { ...env, STUDY, PARTS: '3' }, encoding: 'utf8', timeout: 60_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const parts = [1, 2, 3].map((part) => at(`parts/part-${part}.nines`));
    expect(figures(nines('merge', ...parts))).toBe(figures(nines(...STUDY.split(' '))));
  }, 90_000);
});
