import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../built.ts';

let cli: string;
const folder = mkdtempSync(join(tmpdir(), 'nines-endless-'));
const SECONDS = 20;

/** 10¹¹ events before the first year is over. */
const WARM_UP = `nines: 1
components: { c: { failures: { f: { mtbf: 0.3 s, mttr: 0.1 s } } } }
services: { s: { component: c } }
entry: s
simulation: { warm-up: 1000 years }
experiments: { lose-it: { fail: s, for: 2 h } }
`;

beforeAll(async () => {
  cli = join(await built(), 'cli.js');
  writeFileSync(join(folder, 'warm-up.yaml'), WARM_UP);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Interrupted so many times, first after a second and a half, then every half. */
function nines(interrupts: number, ...args: string[]): Promise<{ code: number | null; signal: string | null; err: string; seconds: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  for (let i = 0; i < interrupts; i++) setTimeout(() => child.kill('SIGINT'), 1500 + 500 * i);
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, err, seconds: (performance.now() - start) / 1000 })));
}

describe.each(['0', '2'])('what never ends, on %s workers', (workers) => {
  it.each([['run'], ['experiment']])('ends at Ctrl-C: %s', async (command) => {
    const { code, err, seconds } = await nines(1, command, 'warm-up.yaml', '--workers', workers);
    expect({ code, err }).toEqual({ code: 130, err: 'nines: interrupted before there was anything to report\n' });
    expect(seconds).toBeLessThan(SECONDS);
  });

  it('ends at once when it is pressed again', async () => {
    expect(await nines(2, 'run', 'warm-up.yaml', '--workers', workers)).toMatchObject({ code: null, signal: 'SIGINT', err: '' });
  });

  it('ends at --max-time, undecided', async () => {
    const { code, err, seconds } = await nines(0, 'run', 'warm-up.yaml', '--workers', workers, '--max-time', '1s');
    expect(code).toBe(2);
    expect(err).toMatch(/^nines: .*there is nothing to report/);
    expect(seconds).toBeLessThan(SECONDS);
  });
});
