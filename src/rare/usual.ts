import { nextEvent } from '../engine/heap.ts';
import { advance } from '../engine/replicate.ts';
import { drawMean } from '../random/draw-table.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { TooMuchWork } from './cascade.ts';
import { createClasses } from './classes.ts';
import { NO_GOALS } from './copy-probe.ts';
import type { Structure } from './groups.ts';
import { fullLevel, levelOf, places } from './level.ts';
import { areAllQuiet } from './quiet.ts';
import { begin, createWalk, createWalkStreams, type Walk } from './walk.ts';

/** Events of one pilot's plain history, about; so many times as many are more than failures alone would be. */
export const PILOT_EVENTS = 2000;
const MANY_TIMES = 3;
export const MOST_YEARS = 1e7;
/** What is whole less often than this has copies that hardly end. */
const SELDOM = 0.01;

/** Where services usually are, and how many years have about as many events as a pilot is to have. */
export interface Usual extends Pick<Walk, 'quiet' | 'partsOnOrder'> {
  readonly years: number;
}

/** What a plain history of one pilot's length shows. @throws TooMuchWork if something is seldom whole */
export function usualOf(structure: Structure, seed: string): Usual {
  const { counts } = structure.program;
  const whole = { quiet: new Int32Array(places(structure.program)), partsOnOrder: new Int32Array(counts.stocks) };
  for (const service of structure.services) whole.quiet[service] = Math.max(1, fullLevel(structure.program, service));
  const walk = createWalk(
    structure,
    whole,
    createWalkStreams(),
    createClasses(0, 0, createWalkStreams(), true),
    NO_GOALS,
  );
  const years = lookAround(walk, seed);
  if (structure.isCoupled) lookAtAll(walk, seed, years);
  else lookAtEach(walk, seed, years);
  return { ...whole, years };
}

/** @returns years of a pilot */
function lookAround(walk: Walk, seed: string): number {
  const { e, structure } = walk;
  const { program, groups } = structure;
  let perSecond = 0;
  for (const { clocks, upDraw, downDraw } of groups)
    perSecond += (2 * clocks) / (drawMean(program.draws, upDraw) + drawMean(program.draws, downDraw));
  const years = Math.min(MOST_YEARS, PILOT_EVENTS / perSecond / SECONDS_PER_YEAR);
  begin(walk, `quiet/${seed}`, 0, years);
  const before = e.events;
  const most = before + MANY_TIMES * PILOT_EVENTS;
  while (nextEvent(e) < walk.horizon && e.events < most) advance(e, nextEvent(e));
  return e.events < most ? years : e.now / SECONDS_PER_YEAR / MANY_TIMES;
}

/** Coupled services are to be whole all together, with no more parts on order than half of the time. */
function lookAtAll(walk: Walk, seed: string, years: number): void {
  const { e, partsOnOrder } = walk;
  const { stockOrdered } = e.state;
  const onOrder = Array.from(partsOnOrder, (): number[] => []);
  if (partsOnOrder.length > 0)
    live(walk, seed, years, (seconds) => {
      for (let stock = 0; stock < onOrder.length; stock++)
        onOrder[stock][stockOrdered[stock]] = (onOrder[stock][stockOrdered[stock]] ?? 0) + seconds;
    });
  onOrder.forEach((seconds, stock) => (partsOnOrder[stock] = median(Array.from(seconds, (each) => each ?? 0))));
  let whole = 0;
  let all = 0;
  live(walk, seed, years, (seconds) => {
    all += seconds;
    if (areAllQuiet(walk)) whole += seconds;
  });
  if (whole < SELDOM * all) throw new TooMuchWork();
}

/**
 * Half of the time a service that only counts is no further from its failure than this: in a small one that is as far
 * as it can be.
 */
function lookAtEach(walk: Walk, seed: string, years: number): void {
  const { e, quiet, structure } = walk;
  const { program, services, levels } = structure;
  const seconds = services.map(() => new Float64Array(levels));
  live(walk, seed, years, (each) => services.forEach((service, i) => (seconds[i][levelOf(e, service)] += each)));
  services.forEach((service, i) => {
    const all = seconds[i].reduce((sum, x) => sum + x, 0);
    if (program.serviceOnlyCounts[service] === 1) quiet[service] = Math.max(1, median(seconds[i]));
    else if (seconds[i][quiet[service]] < SELDOM * all) throw new TooMuchWork();
  });
}

function live(walk: Walk, seed: string, years: number, note: (seconds: number) => void): void {
  const { e } = walk;
  begin(walk, `quiet/${seed}`, 0, years);
  while (nextEvent(e) < walk.horizon) {
    note(nextEvent(e) - e.now);
    advance(e, nextEvent(e));
  }
}

/** @param seconds [value] spent there */
function median(seconds: ArrayLike<number>): number {
  let left = 0;
  for (let i = 0; i < seconds.length; i++) left += seconds[i] / 2;
  let value = 0;
  while (value < seconds.length - 1 && (left -= seconds[value]) > 0) value++;
  return value;
}
