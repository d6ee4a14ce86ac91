import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { built } from '../built.ts';
import { SELDOM } from '../parts/studies.ts';

const recipes = join(import.meta.dirname, '../../models/ci');
const read = (name: string) => readFileSync(join(recipes, name), 'utf8');
const STUDY = 'run coin.yaml --years 2000 --experiments';
const PARTS = 3;

interface Step {
  readonly name?: string;
  readonly run?: string;
}
interface Matrix {
  readonly env: Readonly<Record<string, string | number>>;
  readonly jobs: {
    readonly part: { readonly strategy: { readonly matrix: { readonly part: readonly number[] } }; readonly steps: readonly Step[] };
    readonly report: { readonly steps: readonly Step[] };
  };
}
interface IndexedJob {
  readonly spec: {
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly { readonly command: readonly string[]; readonly env: readonly { readonly name: string; readonly value: string }[] }[] } };
  };
}

let shims = '';
let expected = '';
const rubbish: string[] = [];
beforeAll(async () => {
  const cli = join(await built(), 'cli.js');
  shims = temporary();
  // What npx does with a package that is there; and a bucket that is a folder.
  writeFileSync(join(shims, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  writeFileSync(join(shims, 'aws'), '#!/bin/sh\nmkdir -p "$(dirname "$4")" && cp "$3" "$4"\n', { mode: 0o755 });
  const folder = temporary();
  expected = figures(spawnSync(process.execPath, [cli, ...STUDY.split(' '), '--format', 'json'], { cwd: folder, encoding: 'utf8' }).stdout);
});
afterAll(() => rubbish.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with the model in it. */
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nines-parts-'));
  rubbish.push(folder);
  writeFileSync(join(folder, 'coin.yaml'), SELDOM);
  return folder;
}

function figures(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

const environment = (folder: string, more: Readonly<Record<string, string>>) => ({ PATH: `${shims}:${process.env.PATH}`, HOME: folder, STUDY, PARTS: String(PARTS), ...more });

/** So many processes at the same time, each told which one it is. */
async function runAll(folder: string, command: readonly string[], each: (number: number) => Record<string, string>, count = PARTS) {
  const [file, ...args] = command;
  const numbers = Array.from({ length: count }, (_, i) => i);
  await Promise.all(numbers.map((i) => promisify(execFile)(file, args, { cwd: folder, env: environment(folder, each(i)) })));
}

function merged(folder: string, pattern: string): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-ec', `npx nines merge ${pattern} --format json`], { cwd: folder, env: environment(folder, {}), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return figures(stdout);
}

describe('a recipe for many machines, as so many processes, gives what one machine gives to the last bit:', () => {
  test('the matrix of GitHub Actions, and its last job names what is missing and how to make it', async () => {
    const { env, jobs } = parse(read('parts-github-actions.yml')) as Matrix;
    expect(jobs.part.strategy.matrix.part).toEqual(Array.from({ length: Number(env.PARTS) }, (_, i) => i + 1));
    const folder = temporary();
    const simulate = jobs.part.steps.find(({ name }) => name === 'Simulate')!.run!;
    await runAll(folder, ['bash', '-ec', simulate], (i) => ({ PART: String(i + 1) }), PARTS - 1);
    const merge = jobs.report.steps.find(({ name }) => name === 'Merge')!.run!;
    const report = () => spawnSync('bash', ['-ec', merge], { cwd: folder, env: environment(folder, { GITHUB_STEP_SUMMARY: 'summary.md' }), encoding: 'utf8' });
    const missing = report();
    expect(missing.status).toBe(64);
    const [, command] = /^(nines run .*)$/m.exec(missing.stderr) ?? [];
    expect(command).toBe(`nines run coin.yaml --years 2000 --experiments --part ${PARTS}/${PARTS} -o part-${PARTS}.nines`);
    spawnSync('bash', ['-ec', `npx ${command}`], { cwd: folder, env: environment(folder, {}) });
    expect(report().status).toBe(0);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('# Coin');
    expect(merged(folder, 'part-*.nines')).toBe(expected);
  });

  test('a Slurm array', async () => {
    const folder = temporary();
    await runAll(folder, ['bash', join(recipes, 'parts-slurm.sh')], (i) => ({ SLURM_ARRAY_TASK_ID: String(i + 1) }));
    expect(merged(folder, 'parts/part-*.nines')).toBe(expected);
  });

  test('an array job of AWS Batch', async () => {
    const folder = temporary();
    await runAll(folder, ['bash', join(recipes, 'parts-aws-batch.sh')], (i) => ({ AWS_BATCH_JOB_ARRAY_INDEX: String(i), BUCKET: join(folder, 'bucket') }));
    expect(merged(folder, 'bucket/parts/part-*.nines')).toBe(expected);
  });

  test('an Indexed Job of Kubernetes, of which an index runs twice', async () => {
    const { spec } = parse(read('parts-kubernetes.yml')) as IndexedJob;
    const [{ command, env }] = spec.template.spec.containers;
    expect(env.find(({ name }) => name === 'PARTS')?.value).toBe(String(spec.completions));
    const folder = temporary();
    mkdirSync(join(folder, 'again'));
    const index = (i: number) => ({ JOB_COMPLETION_INDEX: String(i % PARTS), FOLDER: join(folder, i < PARTS ? '.' : 'again') });
    await runAll(folder, command, index, PARTS + 1);
    expect(merged(folder, 'part-*.nines again/part-*.nines')).toBe(expected);
  });
});
