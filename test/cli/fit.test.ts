import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/cli/exit.ts';
import { logOf } from '../fit/log-text.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-fit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const log = join(folder, 'log.csv');
writeFileSync(log, logOf([[100, 102], [250, 251], [600, 605], [900, 904], [1500, 1503]]));
const period = ['--from', '2020-01-01', '--until', '2020-06-01'];

describe('nines fit', () => {
  const { nines, printed } = inProcess();

  it('asks first whether the rate is constant, then how often, then how long', async () => {
    expect(await nines('fit', log, ...period)).toBe(EXIT.ok);
    const places = ['Is the rate constant?', 'How often', 'Exponential or Weibull?', 'How long they take', 'Kaplan–Meier of 5'].map((title) => printed().indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(Math.max(...printed().split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says the same in every format', async () => {
    expect(await nines('fit', log, ...period, '--format', 'json')).toBe(EXIT.ok);
    const json = JSON.parse(printed()) as { kind: string; groups: { mtbf: { mean: number } }[]; parameters: string };
    expect(json).toMatchObject({ kind: 'fit', groups: [{ service: 'db', cause: 'disk', incidents: 5 }] });
    for (const [format, text] of [['csv', `rate,db/disk,mtbf,${json.groups[0].mtbf.mean}`], ['markdown', 'db\\_disk\\_mtbf'.replaceAll('\\', '')], ['html', 'db_disk_mtbf']])
      expect([format, await nines('fit', log, ...period, '--format', format), printed()]).toEqual([format, EXIT.ok, expect.stringContaining(text)]);
  });

  it('writes parameters to a file of their own', async () => {
    const file = join(folder, 'parameters.yaml');
    expect(await nines('fit', log, ...period, '--parameters', file)).toBe(EXIT.ok);
    expect(readFileSync(file, 'utf8')).toContain('db_disk_mtbf: 14.4 days to 76.8 days  # 5 incidents');
  });

  it('shows no more mistakes than anybody reads, and says how many there are', async () => {
    const many = join(folder, 'many.csv');
    writeFileSync(many, `\ufeffstart\n${'never\n'.repeat(1000)}`, 'utf16le');
    expect(await nines('fit', many)).toBe(EXIT.model);
    const complained = vi.mocked(process.stderr.write).mock.calls.map(([text]) => String(text)).join('');
    expect(complained.split('\n').filter((line) => line.includes(' error: '))).toHaveLength(200);
    expect(complained).toMatch(/1,?000 errors, of which the first 200 are shown/);
  });

  it('refuses what is no log with the exit code of a wrong model, and wrong options as usage', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, 'when\nyesterday');
    expect(await nines('fit', bad)).toBe(EXIT.model);
    await expect(nines('fit', log, '--from', 'May')).rejects.toThrow('--from takes a day or a moment such as 2024-01-01');
    await expect(nines('fit', log, '--members', 'db')).rejects.toThrow('such as db=2');
    await expect(nines('fit', log, '--from', '2024-01-01', '--until', '2023-01-01')).rejects.toThrow('has to come after');
    await expect(nines('fit', join(folder, 'none.csv'))).rejects.toThrow('cannot read the log');
  });
});
