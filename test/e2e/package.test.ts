import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHOP } from '../models.ts';
import { npm, packed } from '../packed.ts';
import { startSite } from './page/harness.ts';

const app = mkdtempSync(join(tmpdir(), 'nines-app-'));
const installed = join(app, 'node_modules/nines');
const model = `${SHOP}experiments:\n  lose-a: { fail: a, for: 2 h }\n`;

/** What an application does with the library; the same module in Node and in the browser. */
const FIGURES = `
import { checkModel, compare, experiment, explain, ModelError, optimize, parseModel, simulate, sweep } from 'nines';

const text = ${JSON.stringify(model)};

/** Without what the clock and the machine decide. */
const still = (value) => JSON.stringify(value, (key, part) => (key === 'seconds' || key === 'workers' ? undefined : part));

export async function figures(workers) {
  const model = parseModel(text);
  const other = parseModel(text, { set: { web_replicas: 4 } });
  let error = null;
  try {
    parseModel('services: { web: { replicas: 2, tokyo: 1 } }');
  } catch (thrown) {
    error = thrown instanceof ModelError ? thrown.diagnostics : String(thrown);
  }
  const notices = [];
  const onNotice = (notice) => notices.push(notice);
  const run = await simulate(model, { years: 500, workers, onNotice });
  return {
    workers: run.run.workers,
    notices,
    bits: {
      run: still(run),
      comparison: still(await compare([model, other], { years: 100, workers })),
      experiments: still(await experiment(model, { runs: 500, workers })),
      sweep: still(await sweep(text, { vary: { web_replicas: '3,4' }, years: 50, workers })),
      explanation: still(await explain(text, { years: 20, sensitivity: false, workers })),
      optimization: still(await optimize(text, { vary: { web_replicas: '3,4' }, years: 200, workers })),
      check: still(checkModel(text)),
      error: still(error),
    },
  };
}
`;

const PAGE = `
import { figures } from './figures.js';
figures(2).then((found) => (document.title = JSON.stringify(found)), (error) => (document.title = 'failed: ' + error.stack));
`;

interface Found {
  readonly workers: number;
  readonly notices: readonly string[];
  readonly bits: Readonly<Record<string, string>>;
}

beforeAll(async () => {
  const write = (name: string, text: string) => writeFileSync(join(app, name), text);
  write('package.json', '{ "name": "app", "private": true, "type": "module" }\n');
  npm(app, 'install', await packed(app));
  write('figures.js', FIGURES);
  write('page.js', PAGE);
  write('index.html', '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./page.js"></script>\n');
}, 300_000);
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** Every file of the package. */
function files(): string[] {
  return readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(installed, name)).isFile());
}

function inNode(): Found {
  const script = "import { figures } from './figures.js'; process.stdout.write(JSON.stringify(await figures(1)));";
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: app, encoding: 'utf8', maxBuffer: 1 << 28 })) as Found;
}

async function inBrowser(folder: string): Promise<{ found: Found; workers: number; problems: readonly string[] }> {
  const site = await startSite({ folder });
  try {
    const page = await site.browser.newPage();
    const problems: string[] = [];
    let workers = 0;
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('worker', () => workers++);
    await page.goto(site.url);
    await page.waitForFunction(() => document.title !== '', undefined, { timeout: 120_000 });
    const title = await page.title();
    expect(title).not.toMatch(/^failed/);
    return { found: JSON.parse(title) as Found, workers, problems };
  } finally {
    await site.close();
  }
}

describe('the package', () => {
  test('is all that is installed: what it needs of others is in it, with their licences', () => {
    expect(readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['nines']);
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, object | undefined>;
    expect(dependencies).toBeUndefined();
    // What agents take, and a queue, for those who have them.
    const peers = ['@cdktn/hcl2json', '@modelcontextprotocol/server', 'bullmq', 'ioredis'];
    expect(Object.keys(peerDependencies ?? {})).toEqual(peers);
    expect(peerDependenciesMeta).toEqual(Object.fromEntries(peers.map((name) => [name, { optional: true }])));
    for (const [folder, packages] of [['dist', ['commander', 'preact', 'd3-shape']], ['dist/browser', []]] as const) {
      const notices = readFileSync(join(installed, folder, 'third-party-licenses.txt'), 'utf8');
      for (const name of [...packages, 'comlink', 'fastest-levenshtein', 'mathjs', 'seedrandom', 'yaml']) expect(notices).toMatch(new RegExp(`^-{80}\\n\\n${name} \\d`, 'm'));
      // A bundler writes above each module where it is from.
      const bundled = files().filter((name) => name.startsWith(`${folder}/`) && name.endsWith('.js')).map((name) => readFileSync(join(installed, name), 'utf8'));
      const regions = new Set(bundled.flatMap((text) => [...text.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name)));
      expect(regions.size).toBeGreaterThan(4);
      for (const name of regions) expect(notices).toContain(`${name} `);
    }
  });

  test.each([['work', 'redis://localhost:1'], ['run', 'shop.yaml', '--on', 'redis://localhost:1']])('says in one line what a queue needs besides, to nines %s, and does all else without it', (...args) => {
    writeFileSync(join(app, 'shop.yaml'), SHOP);
    const { status, stderr } = spawnSync(join(app, 'node_modules/.bin/nines'), args, { cwd: app, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 64, stderr: 'nines: a queue needs two packages that nines does without otherwise: npm install bullmq ioredis\n' });
  });

  test('says in one line what agents need besides', () => {
    const { status, stderr } = spawnSync(join(app, 'node_modules/.bin/nines'), ['mcp'], { cwd: app, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 64, stderr: 'nines: agents need a package that nines does without otherwise: npm install @modelcontextprotocol/server\n' });
  });

  test("has the queue under a name of its own, and nothing of it loads what is not there before it is asked", () => {
    const script = "import { ask, QueueError, work } from 'nines/queue'; process.stdout.write([ask, QueueError, work].map((each) => typeof each).join());";
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: app, encoding: 'utf8' })).toBe('function,function,function');
  });

  test('has the licences of what the page is made of beside the page, those of its workers too', () => {
    const notices = readFileSync(join(import.meta.dirname, '../../dist-web/third-party-licenses.txt'), 'utf8');
    for (const name of ['@codemirror/view', '@preact/signals', 'comlink', 'd3-scale', 'mathjs', 'preact', 'seedrandom', 'yaml']) expect(notices).toMatch(new RegExp(`^-{80}\\n\\n${name} \\d`, 'm'));
  });

  test("has no file of the repository's own tools", () => {
    expect(files().filter((name) => /bench|coverage|write-schema/.test(name))).toEqual([]);
    const scripts = files().filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(installed, name), 'utf8'));
    expect(scripts.join('').match(/src\/bench\/.*/g)).toBeNull();
  });
});

describe("import { simulate } from 'nines' in a browser", () => {
  let expected: Found;
  beforeAll(() => (expected = inNode()), 60_000);

  test('gives the bits of Node in an application that Vite built, on workers of its own', async () => {
    const bundle = join(app, 'bundle');
    // By itself, as anybody builds: inside the test runner Vite's own helpers have its names in them.
    const args = ['build', app, '--base', './', '--logLevel', 'error', '--outDir', bundle, '--emptyOutDir'];
    execFileSync(process.execPath, [join(import.meta.dirname, '../../node_modules/vite/bin/vite.js'), ...args], { cwd: app, stdio: 'inherit' });
    const { found, workers, problems } = await inBrowser(bundle);
    expect(problems).toEqual([]);
    expect(found.notices).toEqual([]);
    expect(found.workers).toBe(2);
    expect(workers).toBeGreaterThanOrEqual(2);
    expect(found.bits).toEqual(expected.bits);
  }, 180_000);

  test('needs no bundler: an import map will do', async () => {
    const plain = join(app, 'plain');
    mkdirSync(plain);
    for (const name of ['figures.js', 'page.js']) cpSync(join(app, name), join(plain, name));
    cpSync(join(installed, 'dist/browser'), join(plain, 'nines'), { recursive: true });
    const map = '<script type="importmap">{ "imports": { "nines": "./nines/index.js" } }</script>';
    writeFileSync(join(plain, 'index.html'), readFileSync(join(app, 'index.html'), 'utf8').replace('<script', `${map}<script`));
    const { found, workers, problems } = await inBrowser(plain);
    expect(problems).toEqual([]);
    expect(workers).toBeGreaterThanOrEqual(2);
    expect(found.bits).toEqual(expected.bits);
  }, 180_000);
});
