import { PROGRAM_VERSION, type Program } from '../compile/program.ts';
import { countedFleets, countedRingMost } from './counted-fleets.ts';
import type { Probe } from './probe.ts';
import { Scalars } from './scalars.ts';
import { createState, hasLatent, type State } from './schema.ts';
import type { Tilt } from './tilt.ts';
import { slotsOf, type Slots } from './timers.ts';

/** One replication at a time over one program: its scalars, and beside them what does not change in a history. */
export class Engine extends Scalars {
  readonly program: Program;
  readonly state: State;
  readonly slots: Slots;
  readonly probe: Probe<Engine>;
  /** Some service works on sites. */
  readonly hasSites: boolean;
  /** Somewhere passive members fail less than active ones. */
  readonly hasDormant: boolean;
  /** Some service has only so much that its members carry. */
  readonly hasLoad: boolean;
  /** Some faults go unnoticed. */
  readonly hasLatent: boolean;
  /** Some members are taken out for planned work. */
  readonly hasMaintenance: boolean;
  /** Some members are started elsewhere while their domain is down. */
  readonly hasMoves: boolean;
  /** [fleet] 1: `counted.ts` lives through what happens to them; and they ring so often that it is asked first. */
  readonly counted: Uint8Array;
  readonly hasCounted: boolean;
  /** Some members are served by those in their own domain alone. */
  readonly hasViews: boolean;
  /** Scratch: where rings of each stretch of time begin as they are put in order. */
  readonly buckets: Int32Array;
  /** Of an engine that lives in copies of states. */
  tilt: Tilt<Engine> | null = null;

  constructor(program: Program, probe: Probe<Engine>) {
    super();
    this.program = inOneShape(program);
    this.state = createState(program);
    this.slots = slotsOf(program);
    this.probe = probe;
    this.hasSites = program.memberCopy.some((copy) => copy >= 0);
    this.hasDormant = program.standbyFailures.some((share) => share < 1);
    this.hasLoad = program.loadWorth.some((worth) => worth > 0);
    this.hasLatent = hasLatent(program);
    this.hasMaintenance = program.counts.maintained > 0;
    this.hasMoves = program.moveAfterDraw.some((draw) => draw >= 0);
    this.counted = countedFleets(program);
    this.hasCounted = !probe.notesChance && countedRingMost(program, this.counted);
    this.hasViews = program.viewRequired.length > 0;
    this.buckets = new Int32Array(program.tapeLength / 2 + 1);
  }
}

/**
 * @param probe what it keeps must fit the program and the longest replication
 * @throws if the program was compiled by another version
 */
export function createEngine(program: Program, probe: Probe<Engine>): Engine {
  if (program.version !== PROGRAM_VERSION) {
    throw new Error(
      `this engine runs programs of version ${PROGRAM_VERSION}, got ${String(program.version)}: ` +
        'reload so that page and workers are of one build',
    );
  }
  return new Engine(program, probe);
}

/**
 * The same arrays in an object whose fields lie where those of every other engine's program lie. Objects that are put
 * together of parts do not, and the engine's loop would be compiled anew for each model that a process runs.
 */
function inOneShape(program: Program): Program {
  const shape = structuredClone(Object.fromEntries(Object.keys(program).map((name) => [name, null])));
  return Object.assign(shape, program);
}
