import type { Life } from '../../src/run/life.ts';

type BandState = 'out' | 'down' | 'degraded';

/** A stretch of time in one state, seconds. */
export interface Band<State extends string = BandState> {
  readonly start: number;
  readonly end: number;
  readonly state: State;
}

/** What each part of the system went through; stretches in which all was well are left out. */
export interface Bands {
  readonly services: readonly (readonly Band[])[];
  /** Stages of a failover or an election other than serving. */
  readonly stages: readonly (readonly Band<string>[])[];
  readonly domains: readonly (readonly Band[])[];
  /** [link] while it is cut. */
  readonly links: readonly (readonly Band[])[];
  readonly members: readonly (readonly Band[])[];
  /** [member] while it is active or leads. */
  readonly active: readonly (readonly Band<'active'>[])[];
  /** [what is waited for] while anything waits for it. */
  readonly waits: readonly (readonly Band<'waits'>[])[];
}

export function bandsOf({
  start,
  events,
  length,
  structure,
}: Pick<Life, 'start' | 'events' | 'length' | 'structure'>): Bands {
  const answerState = (answer: number) =>
    answer === 0 ? 'out' : answer < structure.downBelow ? 'down' : answer < 1 ? 'degraded' : null;
  const services = start.answers.map((answer) => recorder<BandState>(answerState(answer)));
  const stages = start.stages.map((stage) => recorder<string>(stage === 'serving' ? null : stage));
  const domains = start.domainsUp.map((up) => recorder<BandState>(up ? null : 'down'));
  const links = start.linksUp.map((up) => recorder<BandState>(up ? null : 'down'));
  const members = start.membersUp.map((up) => recorder<BandState>(up ? null : 'down'));
  const leaders = new Set(start.active);
  const active = start.membersUp.map((_, member) => recorder<'active'>(leaders.has(member) ? 'active' : null));
  const waits = start.waiting.map((count) => recorder<'waits'>(count > 0 ? 'waits' : null));
  const activeNow = [...start.active];
  for (const { time, kind, index, state, value } of events) {
    if (kind === 'service') services[index].change(time, answerState(value));
    else if (kind === 'domain') domains[index].change(time, state === 'up' ? null : 'down');
    else if (kind === 'link') links[index].change(time, state === 'up' ? null : 'down');
    else if (kind === 'member') members[index].change(time, state === 'up' ? null : 'down');
    else if (kind === 'wait') waits[index].change(time, value > 0 ? 'waits' : null);
    else if (kind === 'stage') {
      stages[index].change(time, state === 'serving' ? null : state);
      if (value === activeNow[index]) continue;
      active[activeNow[index]]?.change(time, null);
      active[value]?.change(time, 'active');
      activeNow[index] = value;
    }
  }
  const close = <State extends string>(recorders: readonly Recorder<State>[]) => recorders.map((r) => r.close(length));
  return {
    services: close(services),
    stages: close(stages),
    domains: close(domains),
    links: close(links),
    members: close(members),
    active: close(active),
    waits: close(waits),
  };
}

interface Recorder<State extends string> {
  change(time: number, state: State | null): void;
  close(end: number): Band<State>[];
}

function recorder<State extends string>(initial: State | null): Recorder<State> {
  const bands: Band<State>[] = [];
  let state = initial;
  let since = 0;
  const change = (time: number, next: State | null) => {
    if (state !== null && time > since) bands.push({ start: since, end: time, state });
    [state, since] = [next, time];
  };
  return {
    change,
    close(end) {
      change(end, null);
      return bands;
    },
  };
}

export function secondsIn(bands: readonly Band<string>[]): number {
  return bands.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** What part of the year is drawn, seconds, and onto how many pixels. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export const toX = ({ from, to, width }: Scale, time: number) => ((time - from) / (to - from)) * width;
export const toTime = ({ from, to, width }: Scale, x: number) => from + (x / width) * (to - from);

/**
 * All bands in one path. What is too short to see gets `least` pixels, and what would touch becomes one: the path has
 * at most one rectangle for every two pixels, however much happened.
 */
export function bandsPath(bands: readonly Band<string>[], scale: Scale, y: number, height: number, least = 2): string {
  let path = '';
  let left = -Infinity;
  let right = -Infinity;
  const flush = () => {
    if (right > left) path += `M${round(left)},${y}H${round(right)}V${y + height}H${round(left)}z`;
  };
  for (const band of bands) {
    if (band.end < scale.from || band.start > scale.to) continue;
    const x1 = Math.max(0, toX(scale, band.start));
    const x2 = Math.min(scale.width, Math.max(toX(scale, band.end), x1 + least));
    if (x1 <= right + 0.5) {
      right = Math.max(right, x2);
      continue;
    }
    flush();
    [left, right] = [x1, x2];
  }
  flush();
  return path;
}

const round = (value: number) => Math.round(value * 10) / 10;
