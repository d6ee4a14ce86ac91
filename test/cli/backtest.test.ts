import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit.ts';
import { logOf } from '../fit/log-text.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-backtest-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const model = file(
  'coin.yaml',
  `nines: 1
name: Coin
components: { server: { failures: { crash: { mtbf: 10 days, mttr: 10 days } } } }
services: { server: { component: server } }
experiments: { stop: { fail: server, for: 1 h } }
simulation: { years: 100, seed: 1 }
`,
);
const log = file('log.csv', logOf([[10, 20], [40, 45], [60, 80], [100, 110], [120, 122], [140, 150], [180, 190], [300, null]], ',,'));
const period = ['--from', '2020-01-01', '--until', '2020-03-01'];

describe('nines backtest', () => {
  const { nines, printed, forget } = inProcess();

  it('says in words what is beyond the model, in every format', async () => {
    expect(await nines('backtest', model, log, ...period, '--drill', 'stop=90 days')).toBe(EXIT.ok);
    expect(printed()).toContain('more, beyond 99%');
    expect(printed()).toMatch(/stop: 90(\.0)? days is beyond the model's/);
    expect(Math.max(...printed().split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const [format, text] of [
      ['json', '"kind": "backtest"'],
      ['csv', 'incidents,,observed,8'],
      ['markdown', 'What the model expected'],
      ['html', '<h2>What the model expected'],
    ]) {
      forget();
      expect([format, await nines('backtest', model, log, ...period, '--format', format)]).toEqual([format, EXIT.ok]);
      expect(printed()).toContain(text);
    }
  });

  it('refuses by name what it cannot hold against each other', async () => {
    await expect(nines('backtest', model)).rejects.toThrow('there is nothing to hold the model against');
    await expect(nines('backtest', model, '--drill', 'stopp=1 h')).rejects.toThrow("unknown experiment 'stopp': did you mean 'stop'?");
    await expect(nines('backtest', model, '--drill', 'stop')).rejects.toThrow("such as 'lose-a-zone=140 s'");
    expect(await nines('backtest', model, file('bad.csv', 'start\nMonday'))).toBe(EXIT.model);
  });
});
