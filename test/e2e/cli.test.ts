import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../built.ts';
import { BROKEN, COIN, SHOP } from '../models.ts';

let cli: string;
const folder = mkdtempSync(join(tmpdir(), 'nines-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const coin = file('coin.yaml', COIN);
const shop = file('shop.yaml', SHOP);
const drilled = file('drilled.yaml', `${SHOP}experiments:\n  lose-a: { fail: a, for: 2 h }\n  kill-primary: { fail: db.active }\n`);
const broken = file('broken.yaml', BROKEN);

beforeAll(async () => {
  cli = join(await built(), 'cli.js');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { cwd: folder });
}

function finished(child: ChildProcess): Promise<Result> {
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const nines = (...args: string[]) => finished(start(...args));

function ninesWith(input: string, ...args: string[]): Promise<Result> {
  const child = start(...args);
  child.stdin!.end(input);
  return finished(child);
}

describe('nines run', () => {
  it('prints a report of at most 80 columns to standard output, and nothing else', async () => {
    const { code, out, err } = await nines('run', shop, '--years', '500');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Test shop +500 years · seed 7 · /);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });

  it('prints JSON, the same but for the clock on 1, 2 and 7 workers', async () => {
    const reports = [];
    for (const workers of ['1', '2', '7']) {
      const { out, err } = await nines('run', shop, '--years', '500', '--workers', workers, '--format', 'json');
      expect(err).toBe('');
      const report = JSON.parse(out);
      expect(report).toMatchObject({ nines: 1, kind: 'report', run: { years: 500, seed: '7', workers: Number(workers), partial: false } });
      reports.push({ ...report, run: { ...report.run, seconds: 0, workers: 0 } });
    }
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });

  it('reads standard input, sets parameters, and writes to a file', async () => {
    const target = join(folder, 'out.csv');
    const { code, out, err } = await ninesWith(SHOP, 'run', '-', '--years', '100', '--set', 'web_replicas=5', '--format', 'csv', '-o', target);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(target, 'utf8')).toContain('\r\nparameter,web_replicas,value,5,');
  });

  it('looks whether it can write the file before it begins', async () => {
    for (const [target, reason] of [
      [join(folder, 'nowhere', 'out.json'), 'there is no such file or directory'],
      [folder, 'it is a directory'],
      [join(coin, 'out.json'), 'its path goes through a file'],
    ]) {
      const begun = performance.now();
      const { code, out, err } = await nines('run', shop, '--years', '10000000', '-o', target);
      expect({ code, out, err }).toEqual({ code: 64, out: '', err: `nines: cannot write '${target}': ${reason}\n` });
      expect(performance.now() - begun).toBeLessThan(5000);
      expect((await nines('check', shop, '-o', target)).code).toBe(64);
      expect((await nines('arithmetic', '99.9%', '-o', target)).code).toBe(64);
    }
  });

  it.runIf(existsSync('/dev/full'))('prints a report that its file does not take', async () => {
    const { code, out, err } = await nines('run', coin, '--format', 'json', '-o', '/dev/full', '--assert', 'availability >= 99%');
    expect(JSON.parse(out)).toMatchObject({ kind: 'report' });
    expect(err).toContain('nines: assertion fails: availability >= 99%');
    expect(err).toContain("nines: cannot write '/dev/full': no space is left there; what it should have held went to standard output\n");
    expect(code).toBe(70);
  });

  it('blames --set for what is wrong with it, and no line of the model', async () => {
    const { code, err } = await nines('run', shop, '--set', 'web_replicas=4 h');
    expect(code).toBe(65);
    expect(err).toMatch(/^--set web_replicas=4 h: error: /);
    expect(err).not.toContain(' | ');
    expect((await nines('run', shop, '--set', 'web_replcas=4')).err).toMatch(/^--set web_replcas=4: error: .*web_replicas/);
    const json = JSON.parse((await nines('check', shop, '--set', 'web_replicas=4 h', '--format', 'json')).out);
    expect(json.diagnostics[0]).toMatchObject({ line: 1, column: 1, path: 'parameters.web_replicas' });
  });

  it('takes the seed and the precision', async () => {
    const { out } = await nines('run', coin, '--seed', 'review-7', '--precision', '5%', '--format', 'json');
    const { run, availability } = JSON.parse(out);
    expect(run).toMatchObject({ seed: 'review-7', partial: false });
    expect((availability.ci95[1] - availability.ci95[0]) / 2).toBeLessThanOrEqual(0.05 * (1 - availability.mean));
  });

  it('ends by the clock, marked as partial', async () => {
    const { out } = await nines('run', shop, '--years', '10000000', '--max-time', '300ms', '--format', 'json', '--quiet');
    const { run } = JSON.parse(out);
    expect(run.partial).toBe(true);
    expect(run.years).toBeGreaterThan(0);
  });

  it('reports what there is on Ctrl-C, marked as partial', async () => {
    const child = start('run', shop, '--years', '10000000', '--format', 'json');
    const result = finished(child);
    setTimeout(() => child.kill('SIGINT'), 1500);
    const { code, out } = await result;
    expect(code).toBe(0);
    expect(JSON.parse(out).run.partial).toBe(true);
  });

  it('ends quietly when its reader has gone', async () => {
    const child = start('run', coin, '--format', 'json');
    child.stdout!.destroy();
    const { err } = await new Promise<{ err: string }>((resolve) => {
      let err = '';
      child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('exit', () => resolve({ err }));
    });
    expect(err).toBe('');
  });
});

describe('the exit code', () => {
  it('is 0 when assertions hold, 1 when one fails, 2 when one is undecided', async () => {
    // A coin: half of the time down.
    expect((await nines('run', coin, '--assert', 'availability >= 40%', '--assert', 'availability <= 60%')).code).toBe(0);
    const failed = await nines('run', coin, '--assert', 'availability >= 99.95%', '--format', 'json');
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/^nines: assertion fails: availability >= 99\.95%: .*%.*\n$/);
    expect((await nines('run', coin, '--assert', 'availability >= 50%', '--seed', '3')).code).toBe(2);
  });

  it.each([
    [['run', coin, '--assert', 'availabilty >= 99%'], "did you mean 'availability'?"],
    [['run', coin, '--years', 'many'], '--years'],
    [['run', coin, '--seed', ''], '--seed takes text or a number'],
    [['run', coin, '--assert', 'uptme >= 99%'], 'There are availability, '],
    [['arithmetic', '99%', '--format', 'html'], 'Allowed choices are table, json, csv, markdown.'],
    [['run', coin, '--format', 'xml'], 'Allowed choices are'],
    [['run', coin, '--yeers', '4'], "Did you mean --years?"],
    [['run'], "missing required argument 'model'"],
    [['run', 'nowhere.yaml'], "cannot read the model 'nowhere.yaml': there is no such file or directory"],
    [['run', '.'], 'it is a directory'],
    [['optimize', coin], 'optimize needs something to choose from'],
    [['compare', coin], 'compare takes two models or more'],
    [['compare', '-', '-'], 'only one of the models can be -'],
    [['sweep', coin, '--vary', 'a=1..2'], 'the model has no parameters'],
    [['experiment', coin], 'the model has no experiments: it could have one with'],
    [['experiment', drilled, 'lose-aa'], "unknown experiment 'lose-aa': did you mean 'lose-a'?"],
    [['experiment', drilled, '--runs', '0'], '--runs takes a whole number from 1'],
    [['experiment', drilled, '--assert', 'rto.p95 <= 1 h'], "unknown option '--assert'"],
    [['rnu', coin], "Did you mean run?"],
    [['arithmetic', '99.95'], "did you mean '99.95%'?"],
  ])('is 64 for %j', async (args, message) => {
    const { code, out, err } = await nines(...args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(message);
  });

  it('is 64 without a command, with the help', async () => {
    const { code, err } = await nines();
    expect(code).toBe(64);
    expect(err).toContain('Usage: nines');
  });

  it('is 65 for a model with errors, all of which are printed with their places', async () => {
    const { code, out, err } = await nines('run', broken);
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/broken\.yaml:4:\d+: error: .*dya/);
    expect(err).toMatch(/broken\.yaml:6:\d+: error: unknown service 'dbb'/);
    expect(err).toContain('   6 |   web:');
    expect(err).toContain('2 errors');
  });

  it('is 65 for a parameter that is not there', async () => {
    expect((await nines('run', shop, '--set', 'web_replcas=4')).code).toBe(65);
  });

  it('is 0 for help and version', async () => {
    expect(await nines('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await nines('run', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--precision') });
  });
});

describe('nines experiment', () => {
  it('prints a row for each experiment, in the order asked for, and where the time went', async () => {
    const { code, out, err } = await nines('experiment', drilled, 'kill-primary', 'lose-a', '--runs', '400');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Test shop +400 runs each · seed 7 · /);
    expect(out).toMatch(/\n {2}test +noticed +recovered +p50 +p95 +lost p95 +verdict\n {2}kill-primary +100% .*\n {2}lose-a /);
    expect(out).toMatch(/\nWhere the time went .*\n {2}kill-primary +detect /);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('prints JSON, the same but for the clock on this thread and on 2 workers', async () => {
    const reports = [];
    for (const workers of ['0', '2']) {
      const { out } = await nines('experiment', drilled, '--runs', '400', '--workers', workers, '--format', 'json', '--seed', 'review-7', '--set', 'web_replicas=4');
      const report = JSON.parse(out);
      expect(report).toMatchObject({ nines: 1, kind: 'experiments', model: { parameters: { web_replicas: 4 } }, run: { seed: 'review-7', replications: 800, partial: false } });
      reports.push({ ...report, run: { ...report.run, seconds: 0, workers: 0 } });
    }
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[0].experiments[0]).toMatchObject({ name: 'lose-a', what: 'fail a for 2 h', runs: 400 });
  });

  it('prints what a script or a pull request wants', async () => {
    expect((await nines('experiment', drilled, '--runs', '50', '--format', 'csv')).out).toContain('\r\nexperiment,lose-a,runs,50,');
    const target = join(folder, 'drills.md');
    expect((await nines('experiment', drilled, '--runs', '50', '--format', 'markdown', '-o', target)).out).toBe('');
    expect(readFileSync(target, 'utf8')).toMatch(/^## Test shop\n[^]*\n\| lose-a \| fail a for 2 h \|/);
  });

  it('shows how to write one where there is none, with what the model has', async () => {
    const { err } = await nines('experiment', shop);
    const [, example] = err.split('\n');
    const written = await ninesWith(`${SHOP}${example}\n`, 'experiment', '-', '--runs', '20');
    expect(written).toMatchObject({ code: 0, err: '' });
  });

  it('reports what there is on Ctrl-C, marked as partial', async () => {
    const child = start('experiment', drilled, '--runs', '100000000', '--format', 'json');
    const result = finished(child);
    setTimeout(() => child.kill('SIGINT'), 1500);
    const { code, out } = await result;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ run: { partial: true }, experiments: [{ name: 'lose-a' }] });
  });

  it('is 65 for a model with errors', async () => {
    expect(await nines('experiment', broken)).toMatchObject({ code: 65, out: '' });
  });
});

describe('--format markdown', () => {
  it('prints the report, its assertions at the end', async () => {
    const { code, out, err } = await nines('run', coin, '--format', 'markdown', '--assert', 'availability >= 99%');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^## Coin\n\n100 years · seed 1 · /);
    expect(out).toMatch(/\n\n### Assertions\n\n[^]*\| availability \\>= 99% \| \*\*fails\*\* \|/);
  });

  it('prints a check and the arithmetic', async () => {
    expect((await nines('check', coin, '--format', 'markdown')).out).toContain('### Single points of failure\n\n|  | down |\n| :-- | --: |\n| server |');
    const bad = await nines('check', broken, '--format', 'markdown');
    expect(bad).toMatchObject({ code: 65, err: '' });
    expect(bad.out).toContain("| **error** | unknown service 'dbb'");
    expect((await nines('arithmetic', '99.9%', '--format', 'markdown')).out).toContain('| 99.9% | 99.9% | 3.0 | 8.77 h |');
  });
});

describe('nines check', () => {
  it('prints what the arithmetic says and what brings the system down', async () => {
    const { code, out } = await nines('check', coin);
    expect(code).toBe(0);
    expect(out).toContain('Single points of failure\n  server');
  });

  it('prints JSON, for a model with errors too', async () => {
    const good = await nines('check', coin, '--format', 'json');
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out)).toMatchObject({ nines: 1, kind: 'check', diagnostics: [], arithmetic: 0.5 });
    const bad = await nines('check', broken, '--format', 'json');
    expect(bad.code).toBe(65);
    expect(JSON.parse(bad.out).diagnostics).toHaveLength(2);
    expect(JSON.parse(bad.out)).toMatchObject({ singlePoints: [], cutSets: [], arithmetic: null });
  });

  it('prints CSV', async () => {
    const { code, out } = await nines('check', coin, '--format', 'csv');
    expect(code).toBe(0);
    expect(out).toContain('\r\nsinglePoint,server,unavailability,0.5,,,share\r\n');
    expect((await nines('check', broken, '--format', 'csv'))).toMatchObject({ code: 65, out: expect.stringMatching(/\r\ndiagnostic,6:\d+,error,/) });
  });

  it('prints the expanded model, which is a model that means the same', async () => {
    const expanded = (await nines('check', shop, '--expand')).out;
    const run = async (text: string) => JSON.parse((await ninesWith(text, 'run', '-', '--years', '100', '--format', 'json', '--quiet')).out);
    const [a, b] = [await run(SHOP), await run(expanded)];
    expect(b.availability).toEqual(a.availability);
    expect(b.cost).toEqual(a.cost);
  });
});

describe('nines arithmetic', () => {
  it('prints each expression with its downtime', async () => {
    const { code, out } = await nines('arithmetic', '99.9%', 'parallel(99.95%, 2)');
    expect(code).toBe(0);
    expect(out).toContain('8.77 h');
    expect(out).toContain('99.999975%');
    expect(JSON.parse((await nines('arithmetic', '99.9%', '--format', 'json')).out).results[0]).toMatchObject({ availability: 0.999, nines: 3 });
    const json = JSON.parse((await nines('arithmetic', '3.5 nines', '--format', 'json')).out);
    expect(json).toMatchObject({ nines: 1, kind: 'arithmetic', results: [{ expression: '3.5 nines' }] });
  });
});

describe('the build', () => {
  it('makes a command that can be executed', () => {
    expect(statSync(cli).mode & 0o111).toBe(0o111);
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
