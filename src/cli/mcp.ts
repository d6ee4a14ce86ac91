import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Library } from '../mcp/server.ts';
import { EXIT, UsageError } from './exit.ts';

/** As commander hands them over. */
export interface McpOptions {
  readonly page?: string;
}

/** `nines mcp`: serves agents on standard input and output, until that is closed. */
export async function mcp({ page = '' }: McpOptions): Promise<number> {
  if (page !== '' && !/^https?:\/\//.test(page))
    throw new UsageError(`--page takes the page's address, such as https://nines.example.org/, not '${page}'.`);
  const [sdk, { serveStdio }] = await loadSdk();
  const { createServer } = await import('../mcp/server.ts');
  const library = await openLibrary(page);
  const handle = serveStdio(() => createServer(sdk, library));
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.once('SIGINT', resolve);
  });
  await handle.close();
  return EXIT.ok;
}

/** What only those need whose agents ask. @throws UsageError where it is not installed */
async function loadSdk() {
  try {
    return await Promise.all([import('@modelcontextprotocol/server'), import('@modelcontextprotocol/server/stdio')]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      'agents need a package that nines does without otherwise: npm install @modelcontextprotocol/server',
    );
  }
}

/** @param page its address; empty: links are what stands behind it */
export async function openLibrary(page: string): Promise<Library> {
  const models = modelsFolder();
  const read = (name: string) => readFile(join(models, name), 'utf8');
  const gallery = readdirSync(models, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('ci'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return {
    ...{ guide: () => read('README.md'), defaults: () => read('defaults.md'), gallery, model: read },
    link: (model) => page + linkTo(model),
  };
}

/** Beside `dist`, or two above a source. */
function modelsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'models', 'README.md')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'models');
}

/** As the page packs a link (`web/state/link.ts`). */
function linkTo(text: string): string {
  const packed = deflateRawSync(JSON.stringify({ t: text }));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(crc32(packed));
  return `#n1=${Buffer.concat([head, packed]).toString('base64url')}`;
}
