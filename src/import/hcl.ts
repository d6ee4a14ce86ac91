import type { Draft } from './draft.ts';
import type { Resource } from './resource.ts';
import { readTrees } from './tree.ts';

export const isHcl = (file: string): boolean => /\.(tf|hcl)$/.test(file);

/** Numbers that are read of resources: where one is an expression, its default is taken, and that is told. */
const NUMBERS = [
  ...[
    'ttl',
    'request_interval',
    'failure_threshold',
    'desired_capacity',
    'min_size',
    'desired_count',
    'allocated_storage',
    'deregistration_delay',
  ],
  ...['interval', 'timeout', 'unhealthy_threshold', 'healthy_threshold'].map((key) => `health_check.0.${key}`),
  ...['count', 'for_each', 'multi_az'],
];

/**
 * The resources of parsed `.tf` files, as of a plan: a variable is its default, in whichever file it has one; other
 * expressions say nothing.
 */
export function resourcesOf(files: readonly HclFile[], draft: Draft): Resource[] {
  const defaults = new Map(files.flatMap(({ tree }) => [...defaultsOf(tree)]));
  return files.flatMap((file) => resourcesIn(file, defaults, draft));
}

function resourcesIn({ tree: parsed, text, file }: HclFile, defaults: Defaults, draft: Draft): Resource[] {
  const { resource = {}, module = {} } = parsed as Blocks;
  for (const name of Object.keys(module)) {
    const from = `${file}:${lineOf(text, new RegExp(`^\\s*module\\s+"${escaped(name)}"`))}`;
    draft.left.push({ from, text: `module ${name}: what it makes is not in the file. A plan has it` });
  }
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, blocks]) =>
      blocks.map((block): Resource => {
        const line = lineOf(text, new RegExp(`^\\s*resource\\s+"${escaped(type)}"\\s+"${escaped(name)}"`));
        const [values] = readTrees(JSON.stringify(filled(block, defaults)));
        return { type, name, from: `${file}:${line}`, values };
      }),
    ),
  );
}

/** Says which numbers of a resource are expressions that no file decides. */
export function expressionsOf({ type, name, from, values }: Resource, draft: Draft): void {
  const open = NUMBERS.filter((path) => values.text(path)?.includes('${') === true);
  if (open.length === 0) return;
  const text = `${type}.${name}: ${open.map((path) => path.replace('.0.', '.')).join(', ')}: `;
  draft.left.push({ from, text: `${text}an expression without a default: what is usual is taken, and one of it` });
}

/** A file, and what HashiCorp's parser makes of it. */
interface HclFile {
  readonly file: string;
  readonly text: string;
  readonly tree: object;
}

type Defaults = ReadonlyMap<string, string>;

interface Blocks {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly module?: object;
  readonly variable?: Readonly<Record<string, readonly { readonly default?: unknown }[]>>;
}

function defaultsOf(parsed: object): Defaults {
  const { variable = {} } = parsed as Blocks;
  return new Map(
    Object.entries(variable).flatMap(([name, [block]]): [string, string][] =>
      typeof block?.default === 'string' || typeof block?.default === 'number' ? [[name, String(block.default)]] : [],
    ),
  );
}

/** Texts with the defaults of what they refer to. */
function filled(value: unknown, defaults: Defaults): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{var\.(\w+)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
  if (Array.isArray(value)) return value.map((each) => filled(each, defaults));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, defaults)]));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function lineOf(text: string, pattern: RegExp): number {
  return (
    Math.max(
      0,
      text.split('\n').findIndex((line) => pattern.test(line)),
    ) + 1
  );
}
