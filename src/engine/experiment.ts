import type { Faultload, FaultStep } from '../compile/faultload.ts';
import { clockFails } from './clocks.ts';
import type { Engine } from './engine.ts';
import { nextEvent } from './heap.ts';
import type { Probe } from './probe.ts';
import { advanced } from './replicate.ts';
import { instantEnds } from './settle.ts';
import { STAGE } from './state.ts';
import { start } from './start.ts';
import { finish, type Turns } from './turns.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/*
 * Experiments: a system in its steady state, in which something is broken at a moment of somebody's choice. Everything
 * else goes on as ever, failures of other things included.
 */

/** Is told of a run what only experiments have. */
export interface ExperimentProbe extends Probe<Engine> {
  /** The first fault is about to strike: what happened before that is not of the run. */
  faultsBegin(): void;
  /** A fault has struck a member of a service that has an active one. */
  struck(service: number, isActive: boolean): void;
}

/** Looks on: called before the first fault, and after every instant in which something happened. */
type ExperimentWatcher = (e: Engine, began: number) => void;

/** An experiment is run on a system that serves: it waits for that at most so long. */
const LONGEST_WAIT_SECONDS = 10 * SECONDS_PER_YEAR;

/**
 * One run: steady state, faults, and on until they are over and the entry serves.
 * @param e made with the probe
 * @returns the moment at which the first fault struck, and the one at which the run was over
 */
export function runExperiment(
  e: Engine,
  probe: ExperimentProbe,
  seed: string,
  run: number,
  warmUpSeconds: number,
  faultload: Faultload,
  watcher?: ExperimentWatcher,
): { began: number; ended: number } {
  return finish(runExperimentInTurns(e, probe, seed, run, warmUpSeconds, faultload, watcher));
}

/** Instants in one turn (`turns.ts`). */
const MOST_INSTANTS = 50_000;

/** The same to the last bit, in turns. */
export function* runExperimentInTurns(
  e: Engine,
  probe: ExperimentProbe,
  seed: string,
  run: number,
  warmUpSeconds: number,
  faultload: Faultload,
  watcher?: ExperimentWatcher,
): Turns<{ began: number; ended: number }> {
  start(e, seed, run, 1, warmUpSeconds, Infinity);
  let instants = 0;
  while (!advanced(e, 0)) yield;
  while (isDown(e) && nextEvent(e) < LONGEST_WAIT_SECONDS) {
    while (!advanced(e, nextEvent(e))) yield;
    if (++instants % MOST_INSTANTS === 0) yield;
  }
  const began = Math.max(0, e.now);
  e.now = began;
  probe.faultsBegin();
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
      inject(e, probe, faultload.steps[step++]);
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

function inject(e: Engine, probe: ExperimentProbe, step: FaultStep): void {
  const [holds, active] = [e.state.holds.slice(), e.state.active.slice()];
  for (const clock of step.clocks) clockFails(e, clock);
  if (step.roles.length > 0) clockFails(e, clockOfRole(e, step.roles));
  instantEnds(e);
  noteStruck(e, probe, holds, active);
}

/** @param holds as they were before the fault, like `active` */
function noteStruck(
  { program: { counts, onlyActiveServes, serviceMembers }, state }: Engine,
  probe: ExperimentProbe,
  holds: ArrayLike<number>,
  active: ArrayLike<number>,
): void {
  for (let service = 0; service < counts.services; service++) {
    if (onlyActiveServes[service] === 0) continue;
    for (let member = serviceMembers[service]; member < serviceMembers[service + 1]; member++) {
      if (state.holds[member] > holds[member]) probe.struck(service, member === active[service]);
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
function isRecovering({ program: { counts, onlyActiveServes }, state: { dataHeld, stage } }: Engine): boolean {
  for (let service = 0; service < counts.services; service++) {
    const isFailing =
      onlyActiveServes[service] === 1 && stage[service] !== STAGE.serving && stage[service] !== STAGE.redirecting;
    if (isFailing || dataHeld[service] === 1) return true;
  }
  return false;
}

function isDown({ program, state }: Engine): boolean {
  return state.answer[program.entry] < program.downBelow;
}
