import type { Engine } from '../engine/engine.ts';
import type { Probe } from '../engine/probe.ts';
import { ageAtHazard, cumulativeHazard, hasHazard } from '../random/hazard.ts';
import { standardExponential } from '../random/ziggurat.ts';
import { forWear } from '../engine/maintenance.ts';
import { clockField, clockOwner, FLEET, OWNER, type Program } from '../compile/program.ts';

/**
 * Knows of each clock since when it is up, which the hazard of one that is not exponential follows from; counts
 * nothing. Its ages are part of a snapshot.
 */
export class AgeProbe implements Probe<Engine> {
  readonly notesChance = true;
  openNumbers: number;
  /** [clock beyond the exponential ones] seconds, on the history's clock; to come: while it is being made new. */
  readonly upSince: Float64Array;
  private readonly first: number;
  /** Services of which planned work makes members new. */
  private readonly renewed: readonly number[];

  constructor({ counts, maintainRenews }: Program) {
    this.first = counts.exponentialClocks;
    this.renewed = Array.from(maintainRenews.keys()).filter((service) => maintainRenews[service] === 1);
    this.openNumbers = counts.clocks - this.first;
    this.upSince = new Float64Array(this.openNumbers);
  }

  repair({ now }: Engine, clock: number): void {
    if (clock >= this.first) this.upSince[clock - this.first] = now;
  }

  instant(e: Engine): boolean {
    const { isOutForWork, workedOn, workLeft, due } = e.state;
    for (const service of this.renewed) {
      if (isOutForWork[service] === 0) continue;
      const member = workedOn[service];
      const isNewFrom = due[e.slots.maintenance + service - e.slots.timers] + workLeft[member];
      forWear(e, member, (clock) => (this.upSince[clock - this.first] = isNewFrom));
    }
    return this.renewed.length > 0;
  }

  follows(): boolean {
    return false;
  }

  save(into: Float64Array): void {
    into.set(this.upSince);
  }

  load(from: Float64Array): void {
    this.upSince.set(from.subarray(0, this.upSince.length));
  }

  begin(e: Engine): void;
  begin(): void {}
  fails(): void {}
  strike(): void {}
  delay(): void {}
  chance(): void {}
  answer(e: Engine, service: number, before: number): void;
  answer(): void {}
  loss(e: Engine, service: number, seconds: number): void;
  loss(): void {}
  people(): void {}
  waited(): void {}
  maintenance(): void {}
  settle(): void {}
  horizon(): void {}
  end(): void {}
}

/** Seconds that the clock, not an exponential one, has been up. */
export function ageOf(e: Engine, { upSince }: AgeProbe, clock: number): number {
  return e.now - upSince[clock - e.program.counts.exponentialClocks];
}

/**
 * A history that begins in the steady state knows what is left of each lifetime, and not what it had before: given what
 * is left, the whole is distributed as a lifetime that is longer than that (Cox 1962, ch. 5).
 * @param row whence it is drawn
 */
export function drawAges(e: Engine, { upSince }: AgeProbe, row: number): void {
  const { program, state } = e;
  const { exponentialClocks, clocks } = program.counts;
  for (let i = 0; i < e.heapSize; i++) {
    const clock = state.heapSlot[i];
    if (clock < exponentialClocks || clock >= clocks || state.clockDown[clock] === 1) continue;
    const draw = clockField(program, clock, FLEET.upDraw);
    if (!hasHazard(program.draws, draw)) continue;
    if (isRenewed(e, clock)) {
      upSince[clock - exponentialClocks] = renewedAt(e, clockOwner(program, clock));
      continue;
    }
    const left = state.heapTime[i] - e.now;
    const hazard = cumulativeHazard(program.draws, draw, left) + standardExponential(state.streams, row);
    upSince[clock - exponentialClocks] = state.heapTime[i] - Math.max(left, ageAtHazard(program.draws, draw, hazard));
  }
}

/** Whether planned work makes the clock's member new; then the next is due as long after that as is said. */
function isRenewed({ program }: Engine, clock: number): boolean {
  if (clockField(program, clock, FLEET.ownerKind) !== OWNER.member) return false;
  return program.maintainRenews[program.memberService[clockOwner(program, clock)]] === 1;
}

function renewedAt({ program: { maintainEvery, memberService }, slots, state }: Engine, member: number): number {
  return state.due[slots.maintenanceDue + member - slots.timers] - maintainEvery[memberService[member]];
}
