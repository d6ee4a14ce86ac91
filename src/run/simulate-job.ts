import { addPairs, type Lengths, FIGURE, readFigures } from '../analysis/pairs.ts';
import { sampler } from '../analysis/sample.ts';
import type { Program } from '../compile/program.ts';
import { createEngine } from '../engine/engine.ts';
import { replicateInTurns } from '../engine/replicate.ts';
import type { Turns } from '../engine/turns.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import type { Observer } from '../observe/observer.ts';
import { addReplication, observe } from '../observe/tally.ts';
import { ofOne, simulatePlainInTurns } from './batch.ts';
import { simulateMissionInTurns } from './mission-batch.ts';
import { simulateRunsInTurns } from './experiment-batch.ts';
import type { Plan } from './plan.ts';
import { createResults, type Job, type Results } from './job.ts';

/** Simulates one batch of a job. The same job and index give the same bits on every thread and machine. */
export function* simulateJobInTurns({ programs, plan }: Job, batch: number): Turns<Results> {
  if (programs.length > 1) return yield* simulatePaired(programs, plan, batch);
  if (plan.mission) return ofOne(plan, yield* simulateMissionInTurns(programs[0], plan, plan.mission, batch));
  if (!plan.faultload) return yield* simulatePlainInTurns({ programs, plan }, batch);
  return ofOne(plan, yield* simulateRunsInTurns(programs[0], plan, plan.faultload, batch));
}

/** One replication of each program after the other, so that each pair is at hand. */
function* simulatePaired(programs: readonly Program[], plan: Plan, batch: number): Turns<Results> {
  const first = batch * plan.replicationsPerBatch;
  const end = Math.min(first + plan.replicationsPerBatch, plan.replications);
  const results = createResults({ programs, plan }, first, end);
  const addToSample = sampler(programs, plan.grouping ?? null);
  const lengths = programs.map((): Lengths => ({ ...NO_LENGTHS }));
  const figures = programs.map(() => new Float64Array(FIGURE.entries));
  const probes = programs.map((program, i) => {
    const observer = observe(
      results.tallies[i],
      program.counts,
      plan.yearsPerReplication,
      plan.rivals?.[i].goals ?? plan.goals,
    );
    return new CountingProbe(program, addingUp(observer, lengths[i]), Boolean(plan.grouping));
  });
  const engines = probes.map((probe, i) => createEngine(programs[i], probe));
  const lucks = probes.flatMap(({ luck }) => luck ?? []);
  for (let replication = first; replication < end; replication++) {
    for (const [i, engine] of engines.entries()) {
      const rival = plan.rivals![i];
      Object.assign(lengths[i], NO_LENGTHS);
      yield* replicateInTurns(engine, plan.seed, replication, plan.yearsPerReplication, rival.warmUpSeconds);
      addReplication(results.tallies[i], probes[i].observation, rival.goals);
      readFigures(figures[i], probes[i].observation, lengths[i], rival.losses);
      yield;
    }
    addPairs(results.pairs, figures);
    addToSample(results.sample, replication, figures, lucks, plan.yearsPerReplication);
  }
  return results;
}

const NO_LENGTHS: Lengths = { recovery: 0, losses: 0, lost: 0 };

/** What has not ended, or was lost for good, has no length; `differencesBetween` compares no means then. */
function addingUp(observer: Observer, lengths: Lengths): Observer {
  const add = (lossSeconds: number, weight: number) => {
    if (lossSeconds === Infinity) return;
    lengths.losses += weight;
    lengths.lost += lossSeconds * weight;
  };
  return {
    ...observer,
    incident(incident, weight) {
      if (incident.recoverySeconds < Infinity) lengths.recovery += incident.recoverySeconds * weight;
      add(incident.lossSeconds, weight);
      observer.incident(incident, weight);
    },
    lossWithoutIncident(lossSeconds, weight, rpoRow) {
      add(lossSeconds, weight);
      observer.lossWithoutIncident(lossSeconds, weight, rpoRow);
    },
  };
}
