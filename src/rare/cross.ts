import { cumulativeHazard, ageAtHazard } from '../random/hazard.ts';
import { uniform32 } from '../random/stream.ts';
import { ageOf } from './ages.ts';
import { classOf, strikeBefore, type StrikeClass } from './classes.ts';
import { shareOf } from '../engine/dormancy.ts';
import type { Engine } from '../engine/engine.ts';
import type { Group } from './groups.ts';
import { CHOICES, type Crossings, type Walk } from './walk.ts';

/*
 * Hazard along an interval in which nothing happens: it is added to the class of the clocks, and where the class has a
 * place for a strike, one of them is noted with its time. The history itself is not touched.
 */

/** @param weight of the history */
export function accumulateMembers(
  walk: Walk,
  found: Crossings,
  group: Group,
  level: number,
  kind: number,
  weight: number,
): number {
  if (group.rate === 0) {
    let worth = 0;
    for (let i = 0; i < group.clocks; i++) {
      const { clockDown, holds } = walk.e.state;
      if (holds[group.firstMember + i] > 0 || clockDown[group.firstClock + i] !== 0) continue;
      worth += accumulateClock(walk, found, group, group.firstClock + i, level, kind, weight);
    }
    return worth;
  }
  const { e } = walk;
  const seconds = walk.until - e.now;
  const mass = weight * group.rate * workingOf(e, group) * seconds;
  if (!(mass > 0)) return 0;
  const each = classOf(walk.classes, group.alike, level, kind, mass);
  const from = each.done;
  const until = from + mass / each.step;
  for (let at = strikeBefore(walk.classes, each, until); at >= 0; at = strikeBefore(walk.classes, each, until))
    note(found, group, workingClock(walk, group), e.now + seconds * share(at, from, until), level);
  return pass(each, until, mass);
}

/** Members of the group's service that work, and that it can strike; who stands by counts by its share of failures. */
function workingOf(e: Engine, group: Group): number {
  const { hasLatent, program, state } = e;
  const service = group.services[0];
  if (program.serviceOnlyCounts[service] === 1 && !hasLatent) return state.healthy[service];
  let count = 0;
  for (let i = 0; i < group.clocks; i++)
    if (state.holds[group.firstMember + i] === 0 && state.clockDown[group.firstClock + i] === 0)
      count += shareOf(e, group.firstMember + i);
  return count;
}

/** The same of one clock that is up. */
export function accumulateClock(
  walk: Walk,
  found: Crossings,
  group: Group,
  clock: number,
  level: number,
  kind: number,
  weight: number,
): number {
  const { e } = walk;
  const { draws } = e.program;
  const seconds = walk.until - e.now;
  if (!(seconds > 0)) return 0;
  const age = group.rate > 0 ? 0 : ageOf(e, walk.probe, clock);
  const begun = group.rate > 0 ? 0 : cumulativeHazard(draws, group.upDraw, age);
  const hazard = group.rate > 0 ? group.rate * seconds : cumulativeHazard(draws, group.upDraw, age + seconds) - begun;
  const mass = weight * hazard;
  if (!(mass > 0)) return 0;
  const each = classOf(walk.classes, group.alike, level, kind, mass);
  const from = each.done;
  const until = from + mass / each.step;
  for (let at = strikeBefore(walk.classes, each, until); at >= 0; at = strikeBefore(walk.classes, each, until)) {
    const part = share(at, from, until);
    const passed = group.rate > 0 ? seconds * part : ageAtHazard(draws, group.upDraw, begun + hazard * part) - age;
    note(found, group, clock, e.now + Math.min(Math.max(passed, 0), seconds), level);
  }
  return pass(each, until, mass);
}

/** @returns what the mass is worth, as far as is known: weighted seconds of down time */
function pass(each: StrikeClass, until: number, mass: number): number {
  each.done = until;
  each.mass += mass;
  return mass * each.known;
}

function share(at: number, from: number, until: number): number {
  return Math.min(1, Math.max(0, (at - from) / (until - from)));
}

function note(found: Crossings, group: Group, clock: number, time: number, level: number): void {
  const at = found.count++;
  found.group[at] = group;
  found.clock[at] = clock;
  found.time[at] = time;
  found.level[at] = level;
}

/** One of those that work, each as likely as its share of failures says. */
function workingClock({ e, streams }: Walk, group: Group): number {
  for (;;) {
    const i = Math.floor(uniform32(streams, CHOICES) * group.clocks);
    const clock = group.firstClock + i;
    if (e.state.holds[group.firstMember + i] > 0 || e.state.clockDown[clock] !== 0) continue;
    const share = shareOf(e, group.firstMember + i);
    if (share === 1 || uniform32(streams, CHOICES) < share) return clock;
  }
}
