import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { decisionsOf } from '../run/decisions.ts';
import { conductOptimization } from '../run/optimize-on.ts';
import { FIRST_OBSERVATIONS } from '../run/optimize-options.ts';
import { planOptimization } from '../run/optimize-plan.ts';
import { currentPlatform } from '../run/platform.ts';
import { VaryError } from '../run/sweep-vary.ts';
import { readCommon, type StudyOptions } from './common.ts';
import { elsewhere, isElsewhere, refusePart } from './elsewhere.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadModels, questioned } from './load.ts';
import { optimizeProgressLine } from './optimize-progress.ts';
import { readIndifference, readObjective, readSubjectTo, readTolerance } from './optimize-wishes.ts';
import { presentOptimization } from './present-optimization.ts';
import { maybe } from './quantity.ts';
import { conduct, createNotices } from './study.ts';
import { readVariations, varied } from './vary.ts';

/** As commander hands them over. */
export interface OptimizeOptions extends Omit<StudyOptions, 'precision'> {
  readonly vary: readonly string[];
  readonly subjectTo: readonly string[];
  readonly minimize?: string;
  readonly maximize?: string;
  readonly indifference?: string;
  readonly tolerance?: string;
}

/** `nines optimize`: resolves to the exit code. */
export async function optimize(files: readonly string[], options: OptimizeOptions): Promise<number> {
  refusePart(options, 'optimize decides that after each round');
  const vary = readVariations(options.vary);
  const tolerance = maybe(options.tolerance, readTolerance);
  if (options.minimize !== undefined && options.maximize !== undefined)
    throw new UsageError('--minimize or --maximize: leave out one of the two.');
  const common = await readCommon(options);
  const { years, seed, set } = common;
  if (years !== undefined && years < FIRST_OBSERVATIONS)
    throw new UsageError(`--years: each candidate takes at least ${FIRST_OBSERVATIONS} before the first decision.`);
  const { loaded, models } = await loadModels(files, common);
  if (models === null) return EXIT.model;
  const isUnasked = options.vary.length === 0;
  if (models.length === 1 && isUnasked && Object.keys(decisionsOf(models[0], set)).length === 0)
    throw new UsageError(
      "optimize needs something to choose from: --vary 'web_replicas=3..8:6', several models, or in the model a " +
        "parameter that is a decision, as in 'web_replicas: { value: 6, from: 3, to: 8, is: decision }'.",
    );

  const aim = options.maximize === undefined ? 'minimize' : 'maximize';
  const objective = readObjective(`--${aim}`, options[aim] ?? 'cost.total', models[0]);
  const notices = createNotices();
  const asked = {
    ...{ years, seed, tolerance, [aim]: objective.figure },
    vary: isUnasked ? undefined : vary,
    subjectTo: options.subjectTo.map((text) => readSubjectTo(text, models[0])),
    indifference: maybe(options.indifference, (text) => readIndifference(text, objective.kind, models[0])),
  };
  const wishes = { ...asked, set, files: loaded.map(({ source }) => source.file), onNotice: notices.add };
  const texts = loaded.map(({ source }) => source.text);
  const plan = await varied(loaded, vary, () => planOptimization(texts, wishes).catch(usage));
  if (plan === null) return EXIT.model;
  if (isElsewhere(options)) {
    notices.tell(options.quiet);
    return elsewhere({ kind: 'optimize', ...questioned(loaded), wishes: asked }, [], common, options);
  }
  const report = await conduct<OptimizationReport>(
    common,
    optimizeProgressLine,
    (told) => conductOptimization(onPlatform(currentPlatform()), plan, { ...wishes, ...told }),
    notices,
  );
  if (report === null) return EXIT.interrupted;
  return presentOptimization(report, options);
}

/** Everything else was checked when it was read: what is left is a service that one of the models does not have. */
function usage(error: unknown): never {
  throw error instanceof RangeError && !(error instanceof VaryError) ? new UsageError(error.message) : error;
}
