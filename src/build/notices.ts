import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Under which names packages ship what has to go along with their code. */
const LEGAL = /^(licen[cs]e|notice|copying)(\.|-|$)/i;
const LICENCE_IN_README = /^(#+ *)?licen[cs]e\b[^]*copyright[^]*/im;
/** A block of comment that names whom a part of the code was taken from. */
const IN_BLOCK = /\/\*(?:[^*]|\*(?!\/))*\bcopyright\b(?:[^*]|\*(?!\/))*\*\//;
const IN_LINES = /(?:^[ \t]*\/\/.*\n)*^[ \t]*\/\/.*\bcopyright\b.*\n(?:^[ \t]*\/\/.*\n)*/;
const CREDIT = new RegExp(`${IN_BLOCK.source}|${IN_LINES.source}`, 'gim');
const SEPARATOR = `\n${'-'.repeat(80)}\n\n`;
const HEAD = 'Code of these packages is part of the files that this one came with, on these terms.\n';

/** Code of others that is in a build, and the terms on which it may be: one file of them beside the built files. */
export interface Notices {
  /** For a bundle that is part of another, as a worker is: its packages are named in the other's file. */
  readonly collect: () => Plugin;
  /** For the bundle that the file goes with. */
  readonly write: (fileName: string) => Plugin;
}

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1];

/** @throws while building, for a package that ships no licence */
export function createNotices(): Notices {
  /** Modules by the folder of their package. */
  const packages = new Map<string, Set<string>>();
  const add = (bundle: Bundle) => {
    for (const id of Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))) {
      const folder = packageOf(id);
      if (folder !== null) packages.set(folder, (packages.get(folder) ?? new Set()).add(id));
    }
  };
  return {
    collect: () => ({ name: 'notices-of-a-part', apply: 'build', generateBundle: (_, bundle) => add(bundle) }),
    write: (fileName) => ({
      name: 'notices',
      apply: 'build',
      generateBundle(_, bundle) {
        add(bundle);
        const texts = [...packages].map(([folder, modules]) => notice(folder, modules)).sort();
        this.emitFile({ type: 'asset', fileName, source: [HEAD, ...texts].join(SEPARATOR) });
      },
    }),
  };
}

/** The folder of the package that a module is of; null for ours, and for what the bundler makes up. */
function packageOf(id: string): string | null {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(id.replaceAll('\\', '/')) ?? [];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : null;
}

function notice(folder: string, modules: ReadonlySet<string>): string {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const { name, version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  const files = readdirSync(folder).sort();
  const texts = files.filter((file) => LEGAL.test(file)).map(read);
  if (texts.length === 0)
    texts.push(
      ...files.filter((file) => /^readme/i.test(file)).flatMap((file) => LICENCE_IN_README.exec(read(file))?.[0] ?? []),
    );
  if (texts.length === 0)
    throw new Error(`${name} is bundled and ships no licence: it may not be passed on like this.`);
  const credits = [...modules]
    .sort()
    .flatMap((id) => readFileSync(id.replace(/\?.*$/, ''), 'utf8').match(CREDIT) ?? []);
  return [
    `${name} ${version} (${license})\n`,
    ...new Set([...texts, ...credits].map((text) => `${text.trim()}\n`)),
  ].join('\n');
}
