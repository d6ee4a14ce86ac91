import type { Life } from '../../src/run/life.ts';

/** Everybody's state at a time of a life. */
interface LifeState {
  readonly membersUp: readonly boolean[];
  readonly domainsUp: readonly boolean[];
  readonly linksUp: readonly boolean[];
  readonly answers: readonly number[];
  readonly stages: readonly string[];
  readonly active: readonly number[];
}

export interface Replay {
  /** State after the first `count` events; forwards each event costs little, backwards it begins anew. */
  after(count: number): LifeState;
}

export function createReplay({ start, events }: Pick<Life, 'start' | 'events'>): Replay {
  let done = 0;
  let state = copy(start);
  return {
    after(count) {
      if (count < done) [done, state] = [0, copy(start)];
      for (; done < Math.min(count, events.length); done++) {
        const { kind, index, state: name, value } = events[done];
        if (kind === 'member') state.membersUp[index] = name === 'up';
        else if (kind === 'domain') state.domainsUp[index] = name === 'up';
        else if (kind === 'link') state.linksUp[index] = name === 'up';
        else if (kind === 'service') state.answers[index] = value;
        else if (kind === 'stage') {
          state.stages[index] = name;
          state.active[index] = value;
        }
      }
      return copy(state);
    },
  };
}

function copy({ membersUp, domainsUp, linksUp, answers, stages, active }: LifeState) {
  return {
    membersUp: [...membersUp],
    domainsUp: [...domainsUp],
    linksUp: [...linksUp],
    answers: [...answers],
    stages: [...stages],
    active: [...active],
  };
}

type Timed = readonly { readonly time: number }[];

/** How many events have happened at the time, those of that very instant included. */
export function countAt(events: Timed, time: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle].time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Time of the next instant in which something happens; null after the last. */
export function nextInstant(events: Timed, time: number): number | null {
  return events[countAt(events, time)]?.time ?? null;
}

/** Time of the instant before; null before the first. */
export function previousInstant(events: Timed, time: number): number | null {
  let i = countAt(events, time) - 1;
  while (i >= 0 && events[i].time >= time) i--;
  return i < 0 ? null : events[i].time;
}
