import { VERSION } from '../version.ts';
import type { ModelIdentity, RunFigures, SolvedFigures, SweepPoint, SweepReport, SweepWishes } from './report.ts';

interface SweepInput {
  readonly model: ModelIdentity;
  readonly asked: SweepWishes;
  readonly axes: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly values: readonly (number | string)[];
  }[];
  readonly points: readonly SweepPoint[];
  readonly seed: string;
  readonly seconds: number;
  readonly workers: number;
  readonly partial: boolean;
  readonly solved?: SolvedFigures | undefined;
}

/** The report of the points that are there. */
export function buildSweep({
  model,
  asked,
  axes,
  points,
  seed,
  seconds,
  workers,
  partial,
  solved,
}: SweepInput): SweepReport {
  const sum = (pick: (run: RunFigures) => number) => points.reduce((total, { report }) => total + pick(report.run), 0);
  return {
    nines: 1,
    kind: 'sweep',
    model: { name: model.name, sha256: model.sha256, parameters: model.parameters },
    run: {
      years: sum(({ years }) => years),
      replications: sum(({ replications }) => replications),
      seed,
      events: sum(({ events }) => events),
      seconds,
      workers,
      partial,
      version: VERSION,
    },
    asked,
    vary: axes.map(({ name }) => name),
    values: Object.fromEntries(axes.map(({ name, values }) => [name, values])),
    units: Object.fromEntries(axes.map(({ name, unit }) => [name, unit])),
    points,
    ...(solved === undefined ? {} : { solved }),
  };
}
