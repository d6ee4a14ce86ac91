import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The page built once more into a folder of its own, as the next deploy would bring it: every file has another name. */
export function secondBuild(): Promise<string> {
  const output = { entryFileNames: 'assets/second-[name]-[hash].js', chunkFileNames: 'assets/second-[name]-[hash].js', assetFileNames: 'assets/second-[name]-[hash][extname]' };
  return buildApart('web', { build: { rollupOptions: { output } }, worker: { rollupOptions: { output } } });
}

/** The page of every plot, which is no part of what ships. */
export function plotGallery(): Promise<string> {
  return buildApart('plots', { base: './' });
}

async function buildApart(mode: string, { build, ...more }: { readonly build?: object; readonly [key: string]: unknown }): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), `nines-${mode}-`));
  const config = { mode, logLevel: 'error', build: { outDir, emptyOutDir: true, ...build }, ...more };
  // In a process of its own: a test's own mode, and what instruments its modules, would be built into the page.
  const env = { ...process.env, NODE_ENV: 'production' };
  const script = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, env });
  return outDir;
}
