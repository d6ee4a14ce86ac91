import type { Model } from '../model/model.ts';
import type { ClockList } from './clocks.ts';
import { OWNER, STREAM } from './program.ts';

/** Whence each source of randomness draws: indices into `names`. */
export interface Streams {
  readonly names: readonly string[];
  /** [clock] */
  readonly up: Int32Array;
  readonly down: Int32Array;
  /** [service] */
  readonly restart: readonly number[];
  readonly operation: readonly number[];
  readonly data: readonly number[];
  /** [shock] */
  readonly shock: readonly number[];
  /** [policy] */
  readonly policy: readonly number[];
}

/** The names of `STREAM`, in their order. */
const PURPOSES = ['failure', 'repair', 'operation', 'data', 'start'] as const;

/** One stream a purpose: the fewest to seed, and all that a model alone needs. */
export function streamsByPurpose(clocks: number, services: number, shocks: number, policies: number): Streams {
  const all = (length: number, stream: number) => new Array<number>(length).fill(stream);
  return {
    names: PURPOSES,
    up: new Int32Array(clocks).fill(STREAM.failure),
    down: new Int32Array(clocks).fill(STREAM.repair),
    restart: all(services, STREAM.repair),
    operation: all(services, STREAM.operation),
    data: all(services, STREAM.data),
    shock: all(shocks, STREAM.operation),
    policy: all(policies, STREAM.data),
  };
}

/**
 * One stream a source, named after it. Two models that share a source by name then live through the same history of it:
 * the same failures at the same instants, whatever else is different (common random numbers; Law 2015, ch. 11.2).
 */
export function streamsBySource(
  model: Model,
  clocks: ClockList,
  memberName: (member: number) => string,
  policies: readonly string[],
  rows: number,
): Streams {
  const names: string[] = [...PURPOSES];
  const add = (name: string) => names.push(name) - 1;
  const clockStream = clocks.kind.map((kind, clock) => {
    const { ownerKind, cause } = clocks.kinds[kind];
    return add(`clock/${ownerName(model, ownerKind, clocks.owner[clock], memberName)}/${cause}`);
  });
  const shockStream = model.shocks.map(({ name }) => add(`shock/${name}`));
  const ofService = (what: string) => model.services.map(({ name }) => add(`${what}/${name}`));
  return {
    names,
    up: clockStream,
    down: clockStream,
    restart: ofService('restart'),
    operation: ofService('operation'),
    data: ofService('data'),
    shock: [...shockStream, ...new Array<number>(rows - shockStream.length).fill(STREAM.operation)],
    policy: policies.map((name) => add(`backup/${name}`)),
  };
}

function ownerName(model: Model, ownerKind: number, owner: number, memberName: (member: number) => string): string {
  switch (ownerKind) {
    case OWNER.member:
      return memberName(owner);
    case OWNER.domain:
      return model.domains[owner].name;
    default:
      return '';
  }
}
