import type { ComparisonReport } from '../analysis/report.ts';
import { chancesIn } from '../assertion/assertion.ts';
import { compare as study } from '../run/compare.ts';
import { readCommon, type StudyOptions } from './common.ts';
import { elsewhere, isElsewhere } from './elsewhere.ts';
import { presentComparison } from './present-comparison.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadModels, questioned } from './load.ts';
import { goalOf, progressLine } from './progress.ts';
import { readAssertion } from './read-assertion.ts';
import { conduct } from './study.ts';

export interface CompareOptions extends StudyOptions {
  readonly assert: readonly string[];
}

/** `nines compare`: resolves to the exit code. */
export async function compare(files: readonly string[], options: CompareOptions): Promise<number> {
  const common = await readCommon(options);
  if (files.length < 2) throw new UsageError('compare takes two models or more.');
  const { loaded, models } = await loadModels(files, common);
  if (models === null) return EXIT.model;

  const assertions = models.map((model) => options.assert.map((text) => readAssertion('--assert', text, model)));

  const { years, precision, seed } = common;
  const chances = chancesIn(options.assert);
  const wishes = { years, precision, ...(chances.length === 0 ? {} : { chances }) };
  if (isElsewhere(options)) {
    const asked = { kind: 'compare' as const, ...questioned(loaded), wishes: { ...wishes, seed } };
    return elsewhere(asked, options.assert, common, options);
  }
  const goal = goalOf(common, Math.max(...models.map(({ simulation }) => simulation.years)));
  const line = (soFar: ComparisonReport) => progressLine(soFar.models[0], goal);
  const report = await conduct<ComparisonReport>(common, line, (told) => study(models, { ...told, ...wishes }));
  return report === null ? EXIT.interrupted : presentComparison(report, assertions, options);
}
