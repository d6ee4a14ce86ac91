import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { built } from './built.ts';

/**
 * The package as another repository gets it.
 * @param folder where its tarball goes
 * @returns the tarball's path
 */
export async function packed(folder: string): Promise<string> {
  const root = join(await built(), '..');
  const name = npm(root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder).trim();
  return join(folder, name);
}

/** As somebody with no network at all. @returns what it printed */
export function npm(cwd: string, ...args: string[]): string {
  // Started by npm itself, as `npm test` is, it would take the folder of that one for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
