import type { Faultload, FaultStep } from '../compile/faultload.ts';
import { MODE } from '../compile/program.ts';
import { endIncident } from './bookkeeping.ts';
import { clockFails } from './clocks.ts';
import type { Engine } from './engine.ts';
import { nextEvent } from './heap.ts';
import { PHASE, STRUCK, type Observation, type Observer } from './observer.ts';
import { advanced, instantEnds } from './replicate.ts';
import { STAGE } from './state.ts';
import { start } from './start.ts';
import { finish, type Turns } from './turns.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/*
 * Experiments: a system in its steady state, in which something is broken at a moment of somebody's choice. Everything
 * else goes on as ever, failures of other things included.
 */

/** What one run of an experiment came to. */
export interface ExperimentRun {
  readonly noticed: boolean;
  readonly recovered: boolean;
  /** Seconds without service, of the longest incident; 0 where nobody noticed; Infinity where the entry was down to the end. */
  readonly recoverySeconds: number;
  /** Seconds of writes, all in all; Infinity: all that there was, for good. */
  readonly lossSeconds: number;
  /** Seconds of the longest incident, [PHASE]. */
  readonly stages: Float64Array;
  /** Of each service with an active, who was struck, [STRUCK]. */
  readonly struck: Uint8Array;
}

/** Collects what a run comes to. */
export interface ExperimentObserver extends Observer {
  /** Forgets the run before. */
  reset(): void;
  strikes(service: number, whom: number): void;
  /** @param isUp the entry served when the run ended */
  result(isUp: boolean): ExperimentRun;
}

/** Looks on: called before the first fault, and after every instant in which something happened. */
export type ExperimentWatcher = (e: Engine, began: number) => void;

/** An experiment is run on a system that serves: it waits for that at most so long. */
const LONGEST_WAIT_SECONDS = 10 * SECONDS_PER_YEAR;

/** @param observation of at least one year; it is of no use to experiments but for the arrays that the engine writes to */
export function createExperimentObserver(observation: Observation): ExperimentObserver {
  const stages = new Float64Array(PHASE.phases);
  const struck = new Uint8Array(observation.serviceDown.length);
  let longest = 0;
  let loss = 0;
  let noticed = false;
  return {
    observation,
    incident(recoverySeconds, lossSeconds, _cause, seconds) {
      noticed = true;
      loss += lossSeconds;
      if (recoverySeconds <= longest) return;
      longest = recoverySeconds;
      stages.set(seconds);
    },
    lossWithoutIncident(lossSeconds) {
      loss += lossSeconds;
    },
    serviceOutage: () => undefined,
    reset() {
      longest = 0;
      loss = 0;
      noticed = false;
      stages.fill(0);
      struck.fill(STRUCK.nobody);
    },
    strikes(service, whom) {
      struck[service] = Math.max(struck[service], whom);
    },
    result: (isUp) => ({
      noticed,
      recovered: isUp && loss < Infinity,
      recoverySeconds: isUp ? longest : Infinity,
      lossSeconds: loss,
      stages: stages.slice(),
      struck: struck.slice(),
    }),
  };
}

/**
 * One run: steady state, faults, and on until they are over and the entry serves.
 * @param e made with a `ExperimentObserver`
 * @returns the moment at which the first fault struck, and the one at which the run was over
 */
export function runExperiment(
  e: Engine,
  seed: string,
  run: number,
  warmUpSeconds: number,
  faultload: Faultload,
  watcher?: ExperimentWatcher,
): { began: number; ended: number } {
  return finish(runExperimentInTurns(e, seed, run, warmUpSeconds, faultload, watcher));
}

/** Instants in one turn (`turns.ts`). */
const MOST_INSTANTS = 50_000;

/** The same to the last bit, in turns. */
export function* runExperimentInTurns(
  e: Engine,
  seed: string,
  run: number,
  warmUpSeconds: number,
  faultload: Faultload,
  watcher?: ExperimentWatcher,
): Turns<{ began: number; ended: number }> {
  const observer = e.observer as ExperimentObserver;
  start(e, seed, run, 1, warmUpSeconds, Infinity);
  // Nothing is booked by the year.
  e.booked = Infinity;
  let instants = 0;
  while (!advanced(e, 0)) yield;
  while (isDown(e) && nextEvent(e) < LONGEST_WAIT_SECONDS) {
    while (!advanced(e, nextEvent(e))) yield;
    if (++instants % MOST_INSTANTS === 0) yield;
  }
  const began = Math.max(0, e.now);
  e.now = began;
  observer.reset();
  watcher?.(e, began);
  // Patience is for what is left when the faults are over, however long they were.
  const latest = began + faultload.mostSeconds;
  let limit = latest;
  let step = 0;
  while (step < faultload.steps.length || !isOver(e, faultload)) {
    const next = nextEvent(e);
    const due = step < faultload.steps.length ? began + faultload.steps[step].delaySeconds : Infinity;
    if (due <= next) {
      e.now = due;
      inject(e, faultload.steps[step++]);
    } else if (next > limit) {
      e.now = limit;
      break;
    } else {
      while (!advanced(e, next)) yield;
      if (++instants % MOST_INSTANTS === 0) yield;
    }
    watcher?.(e, began);
    if (limit === latest && step === faultload.steps.length && areFaultsOver(e, faultload))
      limit = Math.min(latest, e.now + faultload.patienceSeconds);
  }
  return { began, ended: e.now };
}

/** What the run that has just ended came to. */
export function experimentRun(e: Engine): ExperimentRun {
  const isUp = !isDown(e);
  if (!isUp) endIncident(e);
  return (e.observer as ExperimentObserver).result(isUp);
}

function inject(e: Engine, step: FaultStep): void {
  const [holds, active] = [e.state.holds.slice(), e.state.active.slice()];
  for (const clock of step.clocks) clockFails(e, clock);
  if (step.roles.length > 0) clockFails(e, clockOfRole(e, step.roles));
  instantEnds(e);
  noteStruck(e, holds, active);
}

/** @param holds as they were before the fault, like `active` */
function noteStruck(
  { program: { counts, serviceMode, serviceMembers }, state, observer }: Engine,
  holds: ArrayLike<number>,
  active: ArrayLike<number>,
): void {
  for (let service = 0; service < counts.services; service++) {
    if (serviceMode[service] !== MODE.activePassive) continue;
    for (let member = serviceMembers[service]; member < serviceMembers[service + 1]; member++) {
      if (state.holds[member] > holds[member])
        (observer as ExperimentObserver).strikes(service, member === active[service] ? STRUCK.active : STRUCK.standby);
    }
  }
}

/** Whoever is active now, in the site that is active. */
function clockOfRole(e: Engine, roles: FaultStep['roles']): number {
  const { service, clocks } = roles.find((role) => isInActiveSite(e, role.service)) ?? roles[0];
  const first = e.program.serviceMembers[service];
  const { active, holds } = e.state;
  let member = active[service];
  // A quorum that has no leader at the moment: its first member that works.
  if (member < 0) for (member = first; member < first + clocks.length - 1 && holds[member] > 0; member++);
  return clocks[member - first];
}

function isInActiveSite(e: Engine, service: number): boolean {
  const { serviceSite, memberService } = e.program;
  for (let site = serviceSite[service]; site >= 0; site = serviceSite[memberService[site]]) {
    if (e.state.active[memberService[site]] !== site) return false;
  }
  return true;
}

/** All faults are repaired, the entry serves, and nobody else will yet find out what is lost. */
function isOver(e: Engine, faultload: Faultload): boolean {
  return !isDown(e) && !isRecovering(e) && areFaultsOver(e, faultload);
}

function areFaultsOver({ state: { clockDown } }: Engine, faultload: Faultload): boolean {
  return faultload.steps.every(
    ({ clocks, roles }) =>
      clocks.every((clock) => clockDown[clock] === 0) &&
      roles.every((role) => role.clocks.every((clock) => clockDown[clock] === 0)),
  );
}

/** A service is on its way to a standby or a backup, whether the entry notices or not. */
function isRecovering({ program: { counts, serviceMode }, state: { dataHeld, stage } }: Engine): boolean {
  for (let service = 0; service < counts.services; service++) {
    const isFailing =
      serviceMode[service] === MODE.activePassive &&
      stage[service] !== STAGE.serving &&
      stage[service] !== STAGE.redirecting;
    if (isFailing || dataHeld[service] === 1) return true;
  }
  return false;
}

/** An incident is open. */
function isDown(e: Engine): boolean {
  return !Number.isNaN(e.incidentStart);
}
