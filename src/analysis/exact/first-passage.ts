import type { Model } from '../../model/model.ts';
import type { ExactMission } from '../report-mission.ts';
import { describeSystem } from './markov-model.ts';
import { NotMarkov } from './markov-rates.ts';
import { scopeOf } from './markov-scope.ts';
import { BUDGET } from './markov.ts';
import { type Chain, generateChain } from './markov-states.ts';
import { refusedBy } from '../theorems.ts';

/*
 * The first time from new, where the model is a Markov chain: states in which the entry is down are left by nothing, so
 * that what is lost to them is the unreliability.
 */

/** Up to so many states in which the entry is up. */
const MOST_STATES = 500;
/** Standard deviations of a Poisson number beside its mean, beyond which nothing is left in a double. */
const TAIL = 9;

/** Of a mission of so many seconds; null where the model is no small chain, or where the mission has too many steps. */
export function exactMission(model: Model, seconds: number): ExactMission | null {
  const scope = scopeOf(model);
  if (scope === null || refusedBy(model, 'exact value by a Markov chain') !== null) return null;
  try {
    const budget = { work: BUDGET };
    const chain = generateChain(describeSystem(model, scope), budget);
    const up = chain === null ? null : untilDown(chain);
    if (up === null) return null;
    const reliability = survival(up, seconds, budget.work);
    return reliability === null ? null : { reliability, meanSecondsToFirstIncident: meanTime(up) };
  } catch (error) {
    if (error instanceof NotMarkov) return null;
    throw error;
  }
}

/** The states in which the entry is up, state 0 the first: rates [from × states + to], and those of going down. */
interface UntilDown {
  readonly states: number;
  readonly rates: Float64Array;
  readonly down: Float64Array;
}

function untilDown({ states, from, to, perSecond, isDown }: Chain): UntilDown | null {
  const index = new Int32Array(states).fill(-1);
  let count = 0;
  for (let state = 0; state < states; state++) if (isDown[state] === 0) index[state] = count++;
  if (count > MOST_STATES || isDown[0] === 1) return null;
  const rates = new Float64Array(count * count);
  const down = new Float64Array(count);
  for (let move = 0; move < from.length; move++) {
    const source = index[from[move]];
    if (source < 0) continue;
    const target = index[to[move]];
    if (target < 0) down[source] += perSecond[move];
    else rates[source * count + target] += perSecond[move];
  }
  return { states: count, rates, down };
}

/**
 * Chance that it has not been down by then: uniformization (Jensen 1953), with the weights of the Poisson numbers taken
 * from their largest outwards (Fox & Glynn 1988), so that none of them is too small to be told.
 */
function survival({ states: n, rates, down }: UntilDown, seconds: number, work: number): number | null {
  const leaving = Float64Array.from(down);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) leaving[i] += rates[i * n + j];
  const fastest = leaving.reduce((most, rate) => Math.max(most, rate), 0);
  const mean = fastest * seconds;
  const spread = TAIL * Math.sqrt(mean) + 40;
  const last = Math.ceil(mean + spread);
  const moves = rates.reduce((count, rate) => count + (rate > 0 ? 1 : 0), n);
  if (!(last * moves < work)) return null;
  const weights = poisson(mean, Math.max(0, Math.floor(mean - spread)), last);
  const sparse = [...rates.keys()].filter((k) => rates[k] > 0);
  let now = new Float64Array(n);
  let next = new Float64Array(n);
  now[0] = 1;
  let lost = 0;
  let unreliability = 0;
  for (let step = 0; step <= last; step++) {
    unreliability += weights.at(step) * lost;
    for (let i = 0; i < n; i++) {
      next[i] = now[i] * (1 - leaving[i] / fastest);
      lost += (now[i] * down[i]) / fastest;
    }
    for (const k of sparse) next[k % n] += (now[(k - (k % n)) / n] * rates[k]) / fastest;
    [now, next] = [next, now];
  }
  return 1 - unreliability;
}

/** Chances of each number from the first to the last, which together are 1 to rounding. */
function poisson(mean: number, first: number, last: number): { at(number: number): number } {
  const weights = new Float64Array(last - first + 1);
  const middle = Math.min(last, Math.max(first, Math.floor(mean))) - first;
  weights[middle] = 1;
  for (let i = middle + 1; i < weights.length; i++) weights[i] = (weights[i - 1] * mean) / (first + i);
  for (let i = middle - 1; i >= 0; i--) weights[i] = (weights[i + 1] * (first + i + 1)) / mean;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return { at: (number) => (number < first ? 0 : weights[number - first] / sum) };
}

/**
 * States are taken out one by one, their time and their moves divided among those that are left: nothing is subtracted
 * (as by Grassmann, Taksar & Heyman 1985).
 * @returns null: it need never go down
 */
function meanTime({ states: n, rates: given, down: lost }: UntilDown): number | null {
  const rates = given.slice();
  const down = lost.slice();
  const time = new Float64Array(n).fill(1);
  for (let k = n - 1; k > 0; k--) {
    let leaving = down[k];
    for (let j = 0; j < k; j++) leaving += rates[k * n + j];
    for (let i = 0; i < k; i++) {
      const into = rates[i * n + k];
      if (into === 0) continue;
      if (leaving === 0) return null;
      const visits = into / leaving;
      for (let j = 0; j < k; j++) if (j !== i) rates[i * n + j] += visits * rates[k * n + j];
      down[i] += visits * down[k];
      time[i] += visits * time[k];
    }
  }
  return down[0] > 0 ? time[0] / down[0] : null;
}
