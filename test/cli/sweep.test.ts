import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SweepReport } from '../../src/analysis/report.ts';
import { UsageError } from '../../src/cli/exit.ts';
import { sweep, type SweepOptions } from '../../src/cli/sweep.ts';
import { readVariations } from '../../src/cli/vary.ts';
import { COIN, FRAIL, SHOP } from '../models.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const file = (name: string, text: string) => {
  writeFileSync(path(name), text);
  return path(name);
};
const withDetect = (text: string) => text.replace('parameters: { web_replicas: 3 }', 'parameters: { web_replicas: 3, detect: 30 s }').replace('detect: 30 s, promote', 'detect: detect, promote');
const shop = file('shop.yaml', withDetect(SHOP));
const frail = file('frail.yaml', withDetect(FRAIL));
const coin = file('coin.yaml', COIN);

let said: string;
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const options = (more: Partial<SweepOptions>): SweepOptions => ({ vary: [], set: [], format: 'json', quiet: false, workers: '0', years: '200', ...more });
const nines = (model: string, more: Partial<SweepOptions>) => sweep(model, options(more));
const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8')) as SweepReport;

/** Without what the clock decides. */
function figures(report: SweepReport): SweepReport {
  const still = <T extends object>(run: T): T => ({ ...run, seconds: 0, workers: 0 });
  return { ...report, run: still(report.run), points: report.points.map((point) => ({ ...point, report: { ...point.report, run: still(point.report.run) } })) };
}

describe('--vary', () => {
  it('splits at the first equals sign and keeps what follows', () => {
    expect(readVariations(['detect = 10 s..5 min:8', 'web_replicas=3,4,6'])).toEqual({ detect: '10 s..5 min:8', web_replicas: '3,4,6' });
  });

  it('of a name alone leaves its values to the model', () => {
    expect(readVariations([' web_replicas', 'detect=1 s'])).toEqual({ web_replicas: null, detect: '1 s' });
  });

  it.each([
    [['detect 3'], "a parameter is varied like 'detect=10 s..5 min:8' or 'web_replicas=3,4,6'"],
    [['detect='], 'a parameter is varied like'],
    [['a=1', 'a=2'], "--vary 'a=2': a is varied already"],
  ])('is refused as %j', (vary, message) => {
    expect(() => readVariations(vary)).toThrow(UsageError);
    expect(() => readVariations(vary)).toThrow(message);
  });
});

describe('nines sweep', () => {
  it('writes each format to a file', async () => {
    for (const format of ['table', 'markdown', 'csv', 'json'] as const) {
      expect(await nines(shop, { vary: ['detect=10 s,60 s'], format, output: path(`out.${format}`) })).toBe(0);
    }
    expect(said).toBe('');
    expect(readFileSync(path('out.table'), 'utf8')).toMatch(/^Test shop +200 years each · seed 7 · .*\n\nAlong detect\n {2}detect +availability .*\n {4}10 s +99\./);
    expect(readFileSync(path('out.markdown'), 'utf8')).toContain('\n| detect | availability | nines | down a year | recovery time, p95 | data loss, p95 | total cost a year |\n');
    expect(readFileSync(path('out.csv'), 'utf8')).toMatch(/^detect,availability\.mean,availability\.mean\.low,.*\r\n10,0\.99.*,200,false\r\n60,0\.99/);
    expect(read('out.json')).toMatchObject({ nines: 1, kind: 'sweep', vary: ['detect'], points: [{ parameters: { detect: 10 } }, { parameters: { detect: 60 } }] });
  });

  it.each<[Partial<SweepOptions>, string]>([
    [{}, "sweep needs --vary: as in --vary 'web_replicas=3..7'. The model's parameters are web_replicas, detect."],
    [{ vary: ['detekt=1 s'] }, "--vary 'detekt=1 s': unknown parameter 'detekt': did you mean 'detect'?"],
    [{ vary: ['detect=10..300'] }, "--vary 'detect=10..300': the parameter 'detect' is a time (30 s), and cannot be set to the plain number 10: did you mean '10 s'?"],
    [{ vary: ['detect=1..900 s:900', 'web_replicas=3,4'] }, '--vary: 900 × 2 are 1,800 points, at most 1,000: vary in larger steps.'],
    [{ vary: ['web_replicas=3,4'], set: ['web_replicas=5'] }, 'it is set to one value as well'],
    [{ vary: ['detect=1..9 s'], solve: 'availabilty >= 99%' }, "--solve 'availabilty >= 99%': unknown figure 'availabilty': did you mean 'availability'?"],
    [{ vary: ['detect=1 s,9 s'], solve: 'availability >= 99%' }, 'a solve varies one parameter over a range'],
    [{ vary: ['detect=1..9 s'], solve: 'availability >= 99%', precision: '5%' }, 'leave out --precision'],
    [{ vary: ['detect=1..9 s'], years: 'many' }, '--years'],
    [{ vary: ['detect=1..9 s'], output: path('nowhere/x.json') }, 'cannot write'],
  ])('refuses %j and says the way out', async (more, message) => {
    const refused = nines(shop, more);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });

  it('says how a model comes to a parameter', async () => {
    await expect(nines(coin, {})).rejects.toThrow("give a value of the model a name under 'parameters:'");
    await expect(nines(coin, { vary: ['x=1,2'] })).rejects.toThrow("--vary 'x=1,2': the model has no parameters");
  });

  it('is 65 for a model with errors at a point, which it names', async () => {
    expect(await nines(shop, { vary: ['web_replicas=1..3'] })).toBe(65);
    expect(said).toMatch(/^nines: the model has errors where web_replicas = 1:\n.*shop\.yaml:\d+:\d+: error: required: 2 is above replicas: 1/);
    expect(said).toContain('1 error\n');
  });

  it('is 65 for a model with errors at a point that a solve comes to', async () => {
    // Its ends are sound, what lies between them is not: one replica of two required.
    const odd = FRAIL.replace('web_replicas: 3', 'x: 0').replace('replicas: web_replicas', 'replicas: 3 - 2 * x * (2 - x)').replace('detect: 30 s', 'detect: 1 s + x * 1 h');
    expect(await nines(file('odd.yaml', odd), { vary: ['x=0..2'], solve: 'rto.p95 <= 10 min', output: path('odd.json') })).toBe(65);
    expect(said).toMatch(/^nines: the model has errors where x = 1:$/m);
  });
});

describe('--solve', () => {
  it('prints the answer as a sentence, and as a key of the JSON', async () => {
    expect(await nines(frail, { vary: ['detect=1..7200 s:16'], solve: 'rto.p95 <= 10 min', format: 'table', output: path('solve.txt') })).toBe(0);
    expect(readFileSync(path('solve.txt'), 'utf8')).toMatch(/\n\nSolved\n {2}rto\.p95 <= 10 min is met up to detect = .* and missed from\s.* on\./);
    await nines(frail, { vary: ['detect=1..7200 s:16'], solve: 'rto.p95 <= 10 min', output: path('solve.json') });
    const { solved, points } = read('solve.json');
    expect(solved).toMatchObject({ parameter: 'detect', assertion: 'rto.p95 <= 10 min', ends: ['met', 'missed'] });
    expect(points.map(({ parameters }) => parameters.detect)).toEqual(expect.arrayContaining([solved!.met, solved!.missed]));
  });

  it('beside CSV goes to standard error', async () => {
    expect(await nines(shop, { vary: ['web_replicas=3..5'], solve: 'availability >= 1%', format: 'csv', output: path('solve.csv') })).toBe(0);
    expect(said).toBe('nines: availability >= 1% is met at both ends of web_replicas, 3 and 5: it does not turn between them.\n');
    expect(readFileSync(path('solve.csv'), 'utf8').split('\r\n')).toHaveLength(4);
  });
});

describe('a file of a sweep', () => {
  const grid = { vary: ['detect=10 s..5 min:4'], years: '1500' };

  async function interrupt(output: string): Promise<number> {
    const before = existsSync(output) ? readFileSync(output, 'utf8') : '';
    const code = nines(shop, { ...grid, output });
    while (!existsSync(output) || readFileSync(output, 'utf8') === before) await sleep(2);
    process.emit('SIGINT');
    return code;
  }

  it('has the finished points after Ctrl-C, and is gone on from to the same bits', async () => {
    await nines(shop, { ...grid, output: path('whole.json') });
    expect(await interrupt(path('part.json'))).toBe(0);
    const part = read('part.json');
    expect(part.run.partial).toBe(true);
    expect(part.points.length).toBeGreaterThan(0);
    expect(part.points.length).toBeLessThan(4);
    for (const { report } of part.points) expect(report.run.partial).toBe(false);
    expect(said).toContain(`nines: '${path('part.json')}' has ${part.points.length} point${part.points.length === 1 ? '' : 's'}; the same command goes on from there\n`);
    said = '';
    expect(await nines(shop, { ...grid, workers: '2', output: path('part.json') })).toBe(0);
    expect(said).toMatch(/part\.json' has \d points? already: goes on from there\n$/);
    expect(JSON.stringify(figures(read('part.json')))).toBe(JSON.stringify(figures(read('whole.json'))));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('that is complete is not simulated again', async () => {
    const before = read('whole.json');
    expect(await nines(shop, { ...grid, output: path('whole.json') })).toBe(0);
    expect(said).toContain("has all 4 points already: nothing is left to simulate");
    expect(figures(read('whole.json'))).toEqual(figures(before));
  });

  it('is not overwritten by another sweep, nor by any where it holds something else', async () => {
    const output = path('whole.json');
    const before = readFileSync(output, 'utf8');
    for (const [more, message] of [
      [{ seed: '9' }, 'the seed is 7 there, 9 here'],
      [{ years: '20' }, 'the years are 1500 there, 20 here'],
      [{ set: ['web_replicas=4'] }, 'web_replicas is 3 there, 4 here'],
      [{ vary: ['detect=10 s..5 min:5'] }, 'detect takes the values'],
    ] as const) {
      await expect(nines(shop, { ...grid, output, ...more })).rejects.toThrow(`'${output}' holds another sweep, and is not overwritten: `);
      await expect(nines(shop, { ...grid, output, ...more })).rejects.toThrow(`${message}`);
      await expect(nines(shop, { ...grid, output, ...more })).rejects.toThrow('Remove it, or choose another file.');
    }
    expect(readFileSync(output, 'utf8')).toBe(before);
    for (const text of ['hello', '{}', '{ "nines": 1, "kind": "report" }']) {
      await expect(nines(shop, { ...grid, output: file('other.json', text) })).rejects.toThrow('holds something else than a sweep: remove it, or choose another file');
      expect(readFileSync(path('other.json'), 'utf8')).toBe(text);
    }
  });

  it('in which somebody changed a figure is not gone on from, and is left as it is', async () => {
    const text = readFileSync(path('whole.json'), 'utf8');
    const whole = read('whole.json');
    const [first, ...others] = whole.points;
    const better = { ...first.report, availability: { ...first.report.availability, mean: 0.999999 } };
    const bare = { ...first, checksum: undefined };
    for (const changed of [{ ...first, report: better }, { ...first, parameters: { detect: 11 } }, bare]) {
      const tampered = JSON.stringify({ ...whole, points: [changed, ...others] });
      const refused = nines(shop, { ...grid, output: file('tampered.json', tampered) });
      await expect(refused).rejects.toThrow(UsageError);
      await expect(refused).rejects.toThrow(`tampered.json' is not gone on from: the point of detect = ${changed.parameters.detect} was changed since it was simulated. Remove it, or`);
      expect(readFileSync(path('tampered.json'), 'utf8')).toBe(tampered);
    }
    // Laid out anew, with points left out, and finished on another machine: nobody has changed a figure.
    const still = { ...first, report: { ...first.report, run: { ...first.report.run, seconds: 9, workers: 64 } } };
    expect(await nines(shop, { ...grid, output: file('fewer.json', JSON.stringify({ ...whole, points: [still, others[1]] })) })).toBe(0);
    expect(figures(read('fewer.json'))).toEqual(figures(JSON.parse(text) as SweepReport));
  });

  it('may be empty, may be a link, and keeps its rights', async () => {
    const few = { vary: ['detect=10 s,20 s'], years: '20' };
    writeFileSync(path('empty.json'), '', { mode: 0o600 });
    symlinkSync(path('empty.json'), path('link.json'));
    expect(await nines(shop, { ...few, output: path('link.json') })).toBe(0);
    expect(read('empty.json').points).toHaveLength(2);
    expect(statSync(path('empty.json')).mode & 0o777).toBe(0o600);
    expect(await nines(shop, { ...few, output: '/dev/null' })).toBe(0);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});
