import type { Program } from '../compile/program.ts';
import type { ExperimentProbe } from '../engine/experiment.ts';
import type { Engine } from '../engine/engine.ts';
import { countingProbe, type CountingProbe } from './counting-probe.ts';
import { PHASE, STRUCK } from './names.ts';
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
interface ExperimentCountingProbe extends CountingProbe, ExperimentProbe {
  /** What the run that has just ended came to. */
  result(e: Engine): ExperimentRun;
}

export function experimentProbe(program: Program): ExperimentCountingProbe {
  const stages = new Float64Array(PHASE.phases);
  const struck = new Uint8Array(program.counts.services);
  let longest = 0;
  let loss = 0;
  let noticed = false;
  const probe = countingProbe(program, {
    // Of no use but for the arrays that are written to.
    observation: createObservation(program.counts, 1),
    incident({ recoverySeconds, lossSeconds, stages: seconds }) {
      noticed = true;
      loss += lossSeconds;
      if (recoverySeconds <= longest) return;
      longest = recoverySeconds;
      stages.set(seconds);
    },
    lossWithoutIncident(lossSeconds) {
      loss += lossSeconds;
    },
    outage: () => undefined,
  });
  return {
    ...probe,
    begin(e, years) {
      probe.begin(e, years);
      probe.ignoreYears();
    },
    faultsBegin() {
      longest = 0;
      loss = 0;
      noticed = false;
      stages.fill(0);
      struck.fill(STRUCK.nobody);
    },
    struck(service, isActive) {
      struck[service] = Math.max(struck[service], isActive ? STRUCK.active : STRUCK.standby);
    },
    result(e) {
      const isUp = Number.isNaN(probe.open.incidentStart);
      if (!isUp) probe.endIncident(e);
      return {
        noticed,
        recovered: isUp && loss < Infinity,
        recoverySeconds: isUp ? longest : Infinity,
        lossSeconds: loss,
        stages: stages.slice(),
        struck: struck.slice(),
      };
    },
  };
}
