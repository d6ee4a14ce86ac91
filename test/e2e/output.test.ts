import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../built.ts';
import { COIN, SHOP } from '../models.ts';

let cli: string;
const folder = mkdtempSync(join(tmpdir(), 'nines-output-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const coin = file('coin.yaml', COIN);
const shop = file('shop.yaml', SHOP);
const drilled = file('drilled.yaml', `${SHOP}experiments:\n  lose-a: { fail: a, for: 2 h }\n`);

beforeAll(async () => {
  cli = join(await built(), 'cli.js');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(existsSync('/dev/full'))('output that finds no place', () => {
  const full = openSync('/dev/full', 'w');
  afterAll(() => closeSync(full));
  const everyCommand = [
    ['run', coin, '--years', '20', '--assert', 'availability >= 1%'],
    ['compare', shop, coin, '--years', '20'],
    ['sweep', shop, '--vary', 'web_replicas=3,4', '--years', '20'],
    ['experiment', drilled, '--runs', '20'],
    ['check', coin],
    ['explain', coin, '--years', '20'],
    ['optimize', shop, '--vary', 'web_replicas=3,4', '--subject-to', 'availability >= 50%', '--years', '200'],
    ['arithmetic', '99.9%'],
    ['--help'],
  ];

  it.each(everyCommand.map(([command, ...args]) => [command, args] as const))('is a fault of nines %s, 70, and one line says so', (command, args) => {
    const { status, stderr: err } = spawnSync(process.execPath, [cli, command, ...args], { cwd: folder, stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    expect(err.split('\n').filter((line) => line.includes('cannot write'))).toEqual(['nines: cannot write to standard output: no space is left there']);
    expect(err).not.toContain('    at ');
    expect(status).toBe(70);
  });

  it('is a fault on standard error, too, and the report is printed all the same', () => {
    const args = ['run', coin, '--years', '20', '--format', 'json', '--assert', 'availability >= 99%'];
    const { status, stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', full], encoding: 'utf8' });
    expect(status).toBe(70);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'report' });
  });

  it('is none where the reader has gone: the exit code is the report\'s', () => {
    const line = `"${process.execPath}" "${cli}" run "${coin}" --years 20 --assert 'availability >= 99%' | true; echo "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '1\n', stderr: '' });
  });
});

/** In a shell that lets no file grow beyond some kilobytes, which is what a full disk looks like to a process. */
function ninesOnFullDisk(kilobytes: number, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, cli, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe.skipIf(process.platform === 'win32')('a file for which there is no space', () => {
  it('keeps what it held, for every command, and the report goes to standard output', () => {
    const target = file('kept.json', 'what was there');
    for (const args of [['run', shop, '--years', '20'], ['check', shop, '--format', 'html'], ['experiment', drilled, '--runs', '20']]) {
      const { code, out, err } = ninesOnFullDisk(1, ...(args.includes('--format') ? args : [...args, '--format', 'json']), '--quiet', '-o', target);
      expect(code).toBe(70);
      expect(err).toMatch(/^nines: cannot write '.*kept\.json': .*; what it should have held went to standard output\n$/);
      expect(out.length).toBeGreaterThan(1024);
      expect(readFileSync(target, 'utf8')).toBe('what was there');
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves a sweep the points that it had, to go on from', () => {
    const sweep = (name: string) => ['sweep', shop, '--vary', 'web_replicas=3..6:4', '--years', '20', '--workers', '0', '--format', 'json', '-o', join(folder, name)];
    const kept = (name: string) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { points: unknown[] }).points.length;
    execFileSync(process.execPath, [cli, ...sweep('whole.json')]);
    const kilobytes = Math.ceil(readFileSync(join(folder, 'whole.json')).length / 2048);

    const cut = ninesOnFullDisk(kilobytes, ...sweep('part.json'));
    expect(cut.code).toBe(70);
    expect((JSON.parse(cut.out) as { points: unknown[] }).points).toHaveLength(4);
    const had = kept('part.json');
    expect(had).toBeGreaterThan(0);
    expect(had).toBeLessThan(4);

    const { status, stderr } = spawnSync(process.execPath, [cli, ...sweep('part.json')], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stderr).toContain(`has ${had} point`);
    expect(kept('part.json')).toBe(4);
  });
});
