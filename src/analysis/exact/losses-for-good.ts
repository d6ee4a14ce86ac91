import type { FailureMode, Model, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { mean } from '../../random/moments.ts';
import { unavailability } from '../../compile/clocks.ts';
import { together } from '../structure/elements.ts';
import { refusedBy } from '../theorems.ts';
import { BUDGET, markovAvailability } from './markov.ts';
import { canLoseData } from './markov-rates.ts';
import type { Budget } from './markov-states.ts';

/**
 * How often data are lost for good, of all services together, where that can be calculated: a service without backups
 * whose members serve together, or by quorum, and fail by themselves in ways that all destroy data, loses everything as
 * often as too few copies are left (a birth–death process; only means count); an active-passive one as often as its
 * Markov chain says.
 * @returns times a second; null: nothing calculates it; undefined: no failure destroys data
 */
export function lossesForGoodPerSecond(model: Model): number | null | undefined {
  if (refusedBy(model, 'exact value by a Markov chain') !== null) return null;
  const losing = model.services.flatMap((_, i) => (canLoseData(model, i) ? [i] : []));
  if (losing.length === 0) return undefined;
  // A warm-up of none asks for the years after the day of commissioning.
  if (model.simulation.warmUpSeconds === 0 || model.services.some(({ sites }) => sites !== null)) return null;
  const budget = { work: BUDGET };
  let sum = 0;
  for (const index of losing) {
    const loses = ofService(model, index, budget);
    if (loses === null) return null;
    sum += loses;
  }
  return sum;
}

function ofService(model: Model, index: number, budget: Budget): number | null {
  const service = model.services[index];
  if (service.placement.length === 0) return 0;
  if (service.backup !== null) return null;
  if (!MODES[service.mode].standsBy || service.placement.length === 1) return ofTogether(model, service, index);
  const chain = markovAvailability({ ...model, entry: index }, budget);
  return 'reason' in chain ? null : chain.losesPerSecond;
}

/**
 * Each member is without data while any of its failures is on, and all others have them: everything is lost as one more
 * goes than may be missing, n φ × P(as many of the other n − 1 are without as may be).
 */
function ofTogether(model: Model, { mode, component, placement, required }: Service, index: number): number | null {
  const failures = component < 0 ? [] : model.components[component].failures;
  const isStruck = model.shocks.some(({ probability, hits }) => probability > 0 && hits.includes(index));
  const goesDark = placement.some((domain) => {
    for (let d = domain; d >= 0; d = model.domains[d].parent) if (model.domains[d].failures.length > 0) return true;
    return false;
  });
  // What holds a member for another cause keeps it from its data for longer than the failure that destroyed them.
  if (isStruck || goesDark || failures.some(({ losesData }) => !losesData)) return null;
  const others = placement.length - 1;
  const missing = placement.length - (MODES[mode].agrees ? required : 1);
  const without = together(failures);
  let chance = 1;
  for (let i = 1; i <= missing; i++) chance *= (without * (others - missing + i)) / i;
  for (let i = missing; i < others; i++) chance *= 1 - without;
  return placement.length * strikesPerSecond(failures) * chance;
}

/** How often a member that has data is struck, per second: also by what is repaired in no time. */
function strikesPerSecond(modes: readonly FailureMode[]): number {
  return modes.reduce((sum, mode, i) => {
    const others = modes.reduce(
      (product, other, j) => (j === i ? product : product * (1 - unavailability(other.up, other.down))),
      1,
    );
    return sum + others / (mean(mode.up) + mean(mode.down));
  }, 0);
}
