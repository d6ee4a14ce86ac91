import type { Stages } from '../analysis/report.ts';
import { stagesOf } from '../analysis/stages.ts';
import { compileExperiment, firstExtraRow } from '../compile/faultload.ts';
import { runExperiment } from '../engine/experiment.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { experimentGoals } from '../model/disruptions.ts';
import type { Experiment, Model, Targets } from '../model/model.ts';
import { ExperimentCountingProbe } from '../observe/experiment.ts';
import { createWatch, incidentTeller, tellChanges, type Watch } from '../observe/trace.ts';
import { LifeRecord } from './life-record.ts';
import type { Life, LifeEvent } from './life.ts';

/** One run of an experiment, event by event; times are seconds since the first fault struck. */
export interface ExperimentLife extends Life {
  readonly result: {
    /** The entry was down. */
    readonly noticed: boolean;
    /** The entry served when the run ended, and nothing was lost for good. */
    readonly recovered: boolean;
    /** Seconds of the longest incident. */
    readonly recoverySeconds: number;
    /** Seconds of writes; Infinity: for good. */
    readonly lossSeconds: number;
    /** Of the longest incident. */
    readonly stages: Stages;
  };
  /** What it is held against, seconds; null: nothing. */
  readonly goals: Pick<Targets, 'rtoSeconds' | 'rpoSeconds'>;
}

interface ExperimentLifeOptions {
  /** Default: the model's. */
  readonly seed?: string | undefined;
  /** Which of the runs: the same as `experiment` counts with this seed. Default 0. */
  readonly run?: number | undefined;
  /** Default 20,000. */
  readonly mostEvents?: number | undefined;
}

/** Lives through one run of an experiment, from the moment at which it strikes. */
export function simulateExperimentLife(
  model: Model,
  experiment: Experiment,
  { seed = model.simulation.seed, run = 0, mostEvents = 20_000 }: ExperimentLifeOptions = {},
): ExperimentLife {
  const { program, names, faultload, rowNames } = compileExperiment(model, experiment);
  const probe = new ExperimentCountingProbe(program);
  const engine = createEngine(program, probe);
  const record = new LifeRecord(model, program, names, mostEvents, rowNames);
  let watch: Watch | null = null;
  const tellIncidents = incidentTeller(probe.open, record);
  const look = (e: Engine): void => {
    if (watch === null) {
      watch = createWatch(e);
      record.begins(watch.seen, watch.waits.waiting);
      return;
    }
    if (record.wantsMore()) tellChanges(e, watch, record);
    tellIncidents(e.now);
  };
  const { began, ended } = runExperiment(engine, probe, seed, run, model.simulation.warmUpSeconds, faultload, look);
  const result = probe.result(engine);
  const life = record.life();
  const length = ended - began;
  const incidents = life.incidents.map(({ start, end, cause }) => ({
    start: start - began,
    end: Math.min(end - began, length),
    cause,
  }));
  return {
    seed,
    replication: run,
    length,
    goals: experimentGoals(model, experiment),
    downtime: incidents.reduce((sum, { start, end }) => sum + end - start, 0),
    ...life,
    events: [
      ...corruptions(model, experiment, rowNames),
      ...life.events.map((event) => ({ ...event, time: event.time - began })),
    ].sort((a, b) => a.time - b.time),
    incidents,
    result: { ...result, stages: stagesOf(result.stages) },
  };
}

/** Nothing goes down of itself when data is corrupted, so that nothing tells of it but the experiment. */
function corruptions(model: Model, { steps }: Experiment, rowNames: readonly string[]): LifeEvent[] {
  let row = -1;
  return steps.flatMap(({ target, delaySeconds }): LifeEvent[] => {
    // Whole services have a row of their own, and none where they only work on sites.
    if ((target.kind === 'service' || target.kind === 'corrupt') && rowNames[row + 1] === target.text) row++;
    if (target.kind !== 'corrupt') return [];
    return [
      {
        time: delaySeconds,
        kind: 'shock',
        index: firstExtraRow(model) + row,
        state: 'down',
        value: 0,
        text: `the data of ${target.text} is destroyed, in every copy`,
      },
    ];
  });
}
