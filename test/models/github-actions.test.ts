import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { npm, packed } from '../packed.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly 'continue-on-error'?: boolean;
}

interface Workflow {
  readonly on: { readonly pull_request: { readonly paths: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: { readonly MODEL: string };
  readonly jobs: { readonly design: { readonly steps: readonly Step[] } };
}

const root = join(import.meta.dirname, '../..');
const workflow = parse(readFileSync(join(root, 'models/ci/github-actions.yml'), 'utf8')) as Workflow;
const { steps } = workflow.jobs.design;
const whole = readFileSync(join(root, workflow.env.MODEL), 'utf8').replace(/years: 10000/, 'years: 600');
/** Without its experiments, which take four times as long as the rest of the report. */
const original = whole.slice(0, whole.indexOf('\nexperiments:') + 1);

/** A repository of somebody else, with the package among its devDependencies as the README says. */
let consumer = '';
const rubbish: string[] = [];
beforeAll(async () => {
  consumer = temporary();
  const tarball = await packed(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "designs", "private": true }\n');
  writeFileSync(join(consumer, '.gitignore'), 'node_modules\n');
  npm(consumer, 'install', '--save-dev', `./${basename(tarball)}`);
});
afterAll(() => rubbish.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** What npx does with a package that is there: starts its command, without half a second of npm's own. */
let quickly = '';
beforeAll(() => {
  quickly = temporary();
  writeFileSync(join(quickly, 'npx'), '#!/bin/sh\ncommand=$1\nshift\nexec "./node_modules/.bin/$command" "$@"\n', { mode: 0o755 });
});

/**
 * A runner without a network, and without what it kept of earlier jobs.
 * @param isWhole with npm's own npx
 */
const environmentOf = (home: string, isWhole = false) => ({
  ...{ PATH: isWhole ? process.env.PATH : `${quickly}:${process.env.PATH}`, HOME: home, CI: 'true', npm_config_offline: 'true', npm_config_audit: 'false', npm_config_update_notifier: 'false' },
  ...workflow.env,
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nines-ci-'));
  rubbish.push(folder);
  return folder;
}

interface Outcome {
  /** Of each step that ran, by its name or its command. */
  readonly codes: ReadonlyMap<string, number | null>;
  /** As GitHub colours the job. */
  readonly isGreen: boolean;
  readonly summary: string;
  readonly folder: string;
}

/**
 * What GitHub does with a pull request whose branch has this model, in a clone of a repository whose main branch has the other.
 * @param installs whether the package is installed by the job's own step, and started by npm; otherwise it is there already
 */
function runJob(model: string, before: string | null, installs = false): Outcome {
  const folder = temporary();
  const [origin, clone] = [join(folder, 'origin.git'), join(folder, 'clone')];
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: clone, stdio: 'pipe' });
  cpSync(consumer, clone, { recursive: true });
  if (installs) rmSync(join(clone, 'node_modules'), { recursive: true });
  mkdirSync(join(clone, 'models'));
  execFileSync('git', ['init', '--quiet', '--bare', origin]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', origin);
  const file = join(clone, workflow.env.MODEL);
  if (before !== null) writeFileSync(file, before);
  writeFileSync(join(clone, 'README.md'), 'Models.\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'main');
  git('push', '--quiet', 'origin', 'main');
  git('checkout', '--quiet', '-b', 'change');
  writeFileSync(file, model);
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message', 'change');

  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  const env = { ...environmentOf(folder, installs), GITHUB_STEP_SUMMARY: summary, GITHUB_BASE_REF: 'main' };
  const codes = new Map<string, number | null>();
  let isGreen = true;
  for (const step of steps) {
    if (step.run === undefined || (!isGreen && step.if === undefined) || (step.run === 'npm ci' && !installs)) continue;
    // A runner's default shell.
    const { status } = spawnSync('bash', ['-e', '-c', step.run], { cwd: clone, env, stdio: 'pipe' });
    codes.set(step.name ?? step.run, status);
    isGreen &&= status === 0 || step['continue-on-error'] === true;
  }
  return { codes, isGreen, summary: readFileSync(summary, 'utf8'), folder: clone };
}

const GATE = 'Does the design keep its promises?';

describe('the GitHub Actions example', () => {
  test('asks for nothing that it does not need, and for models alone', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.on.pull_request.paths).toEqual(['models/**']);
    expect(steps.flatMap(({ uses }) => uses ?? []).every((uses) => /^actions\/[\w-]+@v\d+$/.test(uses))).toBe(true);
    // Without the history there is nothing to compare with.
    expect(steps[0].with?.['fetch-depth']).toBe(0);
    // What a stranger may choose reaches the shell as variables alone.
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('passes a design that keeps its promises, and says what changed', () => {
    const { codes, isGreen, summary, folder } = runJob(whole.replace('web_replicas: { value: 6, from: 4', 'web_replicas: { value: 8, from: 4'), whole, true);
    expect([...codes.values()].every((code) => code === 0), JSON.stringify([...codes])).toBe(true);
    expect(isGreen).toBe(true);
    expect(codes.get('npm ci')).toBe(0);
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['nines']);
    for (const heading of ['### Single points of failure', '## 2 models compared', '### Side by side', '### Assertions']) expect(summary).toContain(heading);
    expect(summary).toMatch(/\| rto\.p95 &?[^|]*\| holds \|/);
    for (const page of ['design.html', 'comparison.html']) expect(readFileSync(join(folder, 'report', page), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    expect(steps.at(-1)?.with?.path).toBe('report/*.html');
  });

  test('stops with 1 a design that breaks one, and its report is there all the same', () => {
    const { codes, isGreen, summary, folder } = runJob(original.replace('web_replicas: { value: 6, from: 4', 'web_replicas: { value: 5, from: 4'), original);
    expect(codes.get(GATE)).toBe(1);
    expect(isGreen).toBe(false);
    expect(summary).toContain('**fails**');
    expect(readFileSync(join(folder, 'report/design.html'), 'utf8')).toContain('<strong class="bad">fails</strong>');
  });

  test('stops with 2 where so few years do not tell, unless that is allowed as its comment says', () => {
    const few = original.replace('years: 600', 'years: 1').replace('web_replicas: { value: 6, from: 4', 'web_replicas: { value: 4, from: 4');
    const { codes, folder } = runJob(few, null);
    expect(codes.get(GATE)).toBe(2);
    const gate = steps.find(({ name }) => name === GATE)!.run!.trimEnd();
    for (const [text, code] of [[few, 0], [original.replace('web_replicas: { value: 6, from: 4', 'web_replicas: { value: 5, from: 4'), 1]] as const) {
      writeFileSync(join(folder, workflow.env.MODEL), text);
      const env = { ...environmentOf(folder), GITHUB_STEP_SUMMARY: '/dev/null' };
      const { status } = spawnSync('bash', ['-e', '-c', `${gate} || [ $? -eq 2 ]`], { cwd: folder, env, stdio: 'pipe' });
      expect(status).toBe(code);
    }
  });

  test('takes a model that is new, and names the errors of one that has some', () => {
    const added = runJob(original, null);
    expect(added.isGreen).toBe(true);
    expect(added.summary).toContain('is new: there is nothing to compare it with');
    const broken = runJob(original.replace('needs: [db]', 'needs: [dbb]'), original);
    expect(broken.codes.get('Errors, warnings, single points of failure')).toBe(65);
    expect(broken.codes.has(GATE)).toBe(false);
    expect(broken.summary).toContain("did you mean 'db'?");
    expect(existsSync(join(broken.folder, 'report/design.html'))).toBe(false);
  });
});
