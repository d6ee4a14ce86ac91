import type { Program } from '../compile/program.ts';
import type { ExperimentProbe } from '../engine/experiment.ts';
import type { Engine } from '../engine/engine.ts';
import { CountingProbe } from './counting-probe.ts';
import { PHASE, STRUCK } from './names.ts';
import type { Observer } from './observer.ts';
import { createObservation } from './observation.ts';

/** What one run of an experiment came to. */
export interface ExperimentRun {
  readonly noticed: boolean;
  readonly recovered: boolean;
  /**
   * Seconds without service, of the longest incident; 0 where nobody noticed; Infinity where the entry was down to the
   * end.
   */
  readonly recoverySeconds: number;
  /** Seconds of writes, all in all; Infinity: all that there was, for good. */
  readonly lossSeconds: number;
  /** Seconds of the longest incident, [PHASE]. */
  readonly stages: Float64Array;
  /** Of each service with an active, who was struck, [STRUCK]. */
  readonly struck: Uint8Array;
}

/** Collects what a run of an experiment comes to. */
export class ExperimentCountingProbe extends CountingProbe implements ExperimentProbe {
  readonly #run: Run;

  constructor(program: Program) {
    const run = createRun(program.counts.services);
    super(program, collector(program, run));
    this.#run = run;
  }

  override begin(e: Engine, years: number): void {
    super.begin(e, years);
    this.ignoreYears();
  }

  faultsBegin(): void {
    Object.assign(this.#run, createRun(this.#run.struck.length));
  }

  struck(service: number, isActive: boolean): void {
    const { struck } = this.#run;
    struck[service] = Math.max(struck[service], isActive ? STRUCK.active : STRUCK.standby);
  }

  /** What the run that has just ended came to. */
  result(e: Engine): ExperimentRun {
    const isUp = Number.isNaN(this.open.incidentStart);
    if (!isUp) this.endIncident(e);
    const { noticed, longest, loss, stages, struck } = this.#run;
    return {
      noticed,
      recovered: isUp && loss < Infinity,
      recoverySeconds: isUp ? longest : Infinity,
      lossSeconds: loss,
      stages,
      struck,
    };
  }
}

/** What has happened so far. */
interface Run {
  longest: number;
  loss: number;
  noticed: boolean;
  stages: Float64Array;
  struck: Uint8Array;
}

function createRun(services: number): Run {
  const stages = new Float64Array(PHASE.phases);
  return { longest: 0, loss: 0, noticed: false, stages, struck: new Uint8Array(services).fill(STRUCK.nobody) };
}

function collector({ counts }: Program, run: Run): Observer {
  return {
    // Of no use but for the arrays that are written to.
    observation: createObservation(counts, 1),
    incident({ recoverySeconds, lossSeconds, stages }) {
      run.noticed = true;
      run.loss += lossSeconds;
      if (recoverySeconds <= run.longest) return;
      run.longest = recoverySeconds;
      run.stages.set(stages);
    },
    lossWithoutIncident(lossSeconds) {
      run.loss += lossSeconds;
    },
    outage: () => undefined,
    waited: () => undefined,
  };
}
