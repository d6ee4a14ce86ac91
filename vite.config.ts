import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { createNotices } from './src/build/notices.ts';
import SlowestFirst from './test/slowest-first.ts';

const entries: Record<string, string> = {
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  worker: 'src/run/worker.ts',
  'write-schema': 'src/cli/write-schema.ts',
  bench: 'src/bench/bench.ts',
  coverage: 'src/bench/coverage.ts',
  queue: 'src/queue/index.ts',
};

const NOTICES = 'third-party-licenses.txt';

/** Makes `dist/cli.js` a command: its first line, and the right to be run. */
function executable(file: string): Plugin {
  return {
    name: 'executable',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const path = join(dir, file);
      const text = readFileSync(path, 'utf8');
      if (!text.startsWith('#!')) writeFileSync(path, `#!/usr/bin/env node\n${text}`);
      chmodSync(path, 0o755);
    },
  };
}

/** Scripts and styles from the page's own files only: a model can come from a stranger. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  // CodeMirror sets its tab size through an attribute; an attribute runs nothing.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The built page's Content-Security-Policy; the development server needs its own inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' }],
  };
}

/** A service worker that knows every built file and its contents, so that a page once loaded works offline. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const names = [...readdirSync('web/public'), ...Object.keys(bundle).filter((name) => !name.endsWith('.map'))].sort();
      // Some hosts redirect from `index.html` to its folder: what people open is the folder.
      const files = names.map((name) => [name === 'index.html' ? './' : `./${name}`, integrityOf(readFileSync(join(dir, name)))]);
      const text = readFileSync('web/service-worker.js', 'utf8');
      const version = createHash('sha256').update(JSON.stringify(files)).update(text).digest('hex').slice(0, 16);
      writeFileSync(join(dir, 'service-worker.js'), `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(files)};\n${text}`);
    },
  };
}

function integrityOf(content: Buffer): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

const WRITES =
  /\/yaml\/browser\/dist\/(stringify\/|doc\/(createNode|anchors|applyReviver)|nodes\/(toJS|addPairToJSMap)|parse\/cst-visit|schema\/json\/|schema\/yaml-1\.1\/(?!merge))/;

/**
 * The page reads YAML 1.2 and never writes it: the half of the parser's package that writes stays out of the first load,
 * what makes nodes of plain values and plain values of nodes, and the schemas of other versions: `model/source/document.ts`
 * reads the nodes themselves.
 */
function readsYamlOnly(): Plugin {
  return {
    name: 'reads-yaml-only',
    apply: 'build',
    transform(code, id) {
      if (!WRITES.test(id)) return null;
      const names = [...code.matchAll(/^export \{ ([\w, ]+) \};$/gm)].flatMap(([, list]) => list.split(', '));
      if (names.length === 0) throw new Error(`${id} exports nothing that this knows how to leave out`);
      const refuse = "() => { throw new Error('The page writes no YAML.'); }";
      return { code: names.map((name) => `export const ${name} = ${refuse};`).join('\n'), map: null };
    },
  };
}

/** The library, the command and the worker, for Node. */
const node: ViteUserConfig = {
  plugins: [executable('cli.js'), createNotices().write(NOTICES)],
  // Bundled, dependencies and all: one process start reads a few files instead of hundreds.
  // Those of a queue are whoever's who has one.
  ssr: { noExternal: true, external: ['bullmq', 'ioredis', '@modelcontextprotocol/server', '@cdktn/hcl2json'] },
  build: {
    ssr: true,
    target: 'node20',
    // As the page's: a report that the page made is made again by the command, to the last byte.
    cssTarget: 'es2022',
    cssMinify: true,
    outDir: 'dist',
    minify: false,
    rollupOptions: {
      // What the page loads later a command needs at once.
      checks: { ineffectiveDynamicImport: false },
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      // Chunks beside the entries: `run/node.ts` finds the worker next to whichever file it ended up in.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  test: {
    // Ends what hangs. A machine that does other things as well may take several times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than there are cores: some tests wait for a browser, or for the clock.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowestFirst },
    unstubGlobals: true,
    restoreMocks: true,
    // Files share a process and what it has loaded, which takes three times less processor time. Those that put something
    // else in the place of a module say so in their names and have a process of their own.
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.{ts,tsx}'], exclude: ['**/*.isolated.test.ts'], isolate: false } },
      { extends: true, test: { name: 'isolated', include: ['test/**/*.isolated.test.ts'] } },
    ],
    // A report holds its styles.
    css: true,
    // Its package.json points Node at a file whose names Node cannot see.
    server: { deps: { inline: ['comlink'] } },
  },
};

/** The library for browsers and their bundlers, and its worker: two files that need no other. */
const browser: ViteUserConfig = {
  plugins: [createNotices().write(NOTICES)],
  resolve: { alias: [{ find: './platform.ts', replacement: resolve('src/run/platform-browser.ts') }] },
  // Not a page: the worker's address stays as it is written, for whoever bundles the package.
  ssr: { target: 'webworker', noExternal: true },
  build: {
    ssr: true,
    target: 'es2022',
    outDir: 'dist/browser',
    minify: false,
    rollupOptions: {
      checks: { ineffectiveDynamicImport: false },
      input: { index: 'src/index.ts', worker: 'src/run/browser-worker.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
};

interface Chunking {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A module, what it imports at once, and what these import. */
function closure(root: string, context: Chunking): Set<string> {
  const known = new Set([root]);
  for (const id of known) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) known.add(imported);
  return known;
}

/**
 * What the page's two kinds of workers begin with is three files: what both need, and what only one of them needs. A few
 * files compress better than dozens, and nothing is sent twice.
 */
/** What the desk asks for when it is needed, though the index of its folder names it. */
const OPENED_LATER =
  /\/src\/model\/(print\/|check\.ts|parse\.ts|messages\/(?!index|found)|resolve\/suspicions|source\/(faults|syntax)\.ts|read\/(advice|instead|map-of-names|meant-map|unknown-key)\.ts|language\/(later|lookup|synonyms|notations|schema)\.ts)|\/src\/units\/(math-parser|parse|prepare|read-quantity|words)\.ts|\/mathjs\//;

function workerParts() {
  const [desk, engine] = [resolve('web/desk/service.ts'), resolve('src/run/service.ts')];
  const parts = { both: [desk, engine], desk: [desk], engine: [engine] };
  return Object.entries(parts).map(([name, roots], index) => ({
    name: (id: string, context: Chunking) => (!OPENED_LATER.test(id) && roots.every((root) => closure(root, context).has(id)) ? `worker-${name}` : null),
    debugName: name,
    priority: 3 - index,
  }));
}

const pageNotices = createNotices();

/** The page: static files for any host and any sub-path. `vite --mode web`. */
const web: ViteUserConfig = {
  root: 'web',
  base: './',
  publicDir: 'public',
  plugins: [contentSecurityPolicy(), pageNotices.write(NOTICES), offline()],
  worker: {
    format: 'es',
    plugins: () => [readsYamlOnly(), pageNotices.collect()],
    rollupOptions: {
      // What only views share that are opened later would otherwise be merged into the worker that the page begins with.
      experimental: { chunkOptimization: { mergeCommonChunks: false } },
      output: { codeSplitting: { groups: workerParts() } },
    },
  },
  build: {
    outDir: '../dist-web',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: { input: 'web/index.html' },
  },
  server: { fs: { allow: ['..'] } },
};

/** Every plot of made-up cases on one page, for whoever works on plots, and for a test: `vite --mode plots`. */
const plots: ViteUserConfig = {
  root: 'test/plots/gallery',
  server: { fs: { allow: ['../../..'] } },
};

/** Tests of what few machines have, which nobody should need for all others: `npm run test:slurm`. */
const slurm: ViteUserConfig = { ...node, test: { testTimeout: 120_000, hookTimeout: 240_000, include: ['test/models/slurm.by-hand.ts'] } };

export default defineConfig(({ mode }) => ({ web, browser, plots, slurm })[mode] ?? node);
