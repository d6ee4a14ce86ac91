import type { ExperimentFigures, ExperimentsReport, StageName } from '../../../src/analysis/report.ts';
import { makeLoss, makeRecovery } from './make-report.ts';

/** Runs of an experiment that are to have happened. */
export interface MadeExperiment {
  readonly name?: string;
  readonly what?: string;
  /** Seconds of each run; 0: nobody noticed. */
  readonly lengths: readonly number[];
  /** Seconds of writes lost in each; 0 where missing. */
  readonly losses?: readonly number[];
  readonly rto?: number;
  readonly rpo?: number;
  readonly stages?: Partial<Record<StageName, number>>;
}

export function makeExperiment({
  name = 'lose-region',
  what = 'fail us-east-1 for 1 day',
  lengths,
  losses = [],
  rto,
  rpo,
  stages,
}: MadeExperiment): ExperimentFigures {
  const share = (count: number) => ({
    mean: count / lengths.length,
    ci95: [count / lengths.length, count / lengths.length] as const,
  });
  const [recoveryTime, dataLoss] = [
    makeRecovery(lengths, rto, stages),
    makeLoss(
      lengths.map((_, i) => losses[i] ?? 0),
      rpo,
    ),
  ];
  const target = (
    kind: 'rto' | 'rpo',
    goal: number | undefined,
    { p95, quantileCi95, withinTarget }: typeof recoveryTime | typeof dataLoss,
  ) =>
    goal === undefined
      ? []
      : [
          {
            target: kind,
            goal,
            value: p95,
            ci95: quantileCi95.p95,
            runsMet: withinTarget ?? 0,
            verdict: (withinTarget ?? 0) >= 0.95 ? ('met' as const) : ('missed' as const),
          },
        ];
  return {
    name,
    what,
    runs: lengths.length,
    noticed: share(lengths.filter((each) => each > 0).length),
    recovered: share(lengths.length),
    recoveryTime,
    dataLoss,
    permanentLoss: { mean: 0, ci95: [0, 0.003] },
    targets: [...target('rto', rto, recoveryTime), ...target('rpo', rpo, dataLoss)],
  };
}

export function makeExperiments(model: string, drills: readonly ExperimentFigures[]): ExperimentsReport {
  return {
    nines: 1,
    kind: 'experiments',
    model: { name: model, sha256: '', parameters: {} },
    run: {
      years: 0,
      replications: drills[0]?.runs ?? 0,
      seed: '1',
      events: 0,
      seconds: 1,
      workers: 1,
      partial: false,
      version: 'gallery',
    },
    experiments: drills,
  };
}
