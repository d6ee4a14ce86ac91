import { plainText } from '../report/index.ts';
import { PointError } from '../run/grid.ts';
import { VaryError } from '../run/sweep-vary.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { UsageError } from './exit.ts';
import type { Loaded } from './load.ts';
import { screenOf } from './output.ts';

const FORM = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/s;
const NAME = /^\s*(\w+)\s*$/;

/** `--vary NAME=VALUES`, each; null for a `--vary NAME`, which is from where to where the model says it may lie. */
export function readVariations(variations: readonly string[]): Record<string, string | null> {
  const result: [string, string | null][] = [];
  for (const variation of variations) {
    const [, name, values = null] = FORM.exec(variation) ?? NAME.exec(variation) ?? [];
    if (name === undefined)
      throw new UsageError(
        `--vary '${variation}': a parameter is varied like 'detect=10 s..5 min:8' or 'web_replicas=3,4,6'.`,
      );
    if (result.some(([before]) => before === name))
      throw new UsageError(`--vary '${variation}': ${name} is varied already: give all of its values in one --vary.`);
    result.push([name, values]);
  }
  return Object.fromEntries(result);
}

/**
 * Work on what is varied of some models.
 * @returns null: one of them has errors at one of its points, which have been printed
 * @throws UsageError where what is varied makes no sense
 */
export async function varied<T>(
  models: readonly Loaded[],
  vary: Readonly<Record<string, string | null>>,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VaryError) {
      const { parameter, problem } = error;
      if (parameter === null) throw new UsageError(`--vary: ${problem}.`);
      const values = vary[parameter] ?? null;
      throw new UsageError(`--vary '${parameter}${values === null ? '' : `=${values}`}': ${problem}`);
    }
    if (!(error instanceof PointError)) throw error;
    complain(error, models.find(({ source }) => error.message.includes(source.file)) ?? models[0]);
    return null;
  }
}

function complain({ point, diagnostics, set }: PointError, { source }: Loaded): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const settings = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
  const text = renderDiagnostics(errors, source, screenOf(process.stderr), settings);
  process.stderr.write(`nines: the model has errors where ${plainText(point)}:\n${text}`);
}
