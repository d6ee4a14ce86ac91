import { mean } from '../../random/moments.ts';
import { unavailability } from '../../compile/clocks.ts';
import type { FailureMode, Model } from '../../model/model.ts';
import { byService, criticalOf } from './importance.ts';
import type { Solved } from './solve.ts';

/**
 * How often the entry goes down where all clocks are independent: each failure counts by the chance that it finds the
 * entry up and takes it down, Σ ν × Birnbaum importance, with ν = 1 / (MTBF + MTTR) whatever the distributions (Vesely
 * 1970; Barlow & Proschan 1975, ch. 7). What is over in no time takes nothing down.
 * @returns per second
 */
export function failuresPerSecond(model: Model, solved: Solved): number {
  const { variables, chances, bare } = solved;
  let sum = 0;
  criticalOf(solved).forEach((critical, variable) => {
    const { kind, index } = variables.meanings[variable];
    if (kind === 'domain') sum += critical * goesDownPerSecond(model.domains[index].failures);
    else if (kind === 'shock') sum += critical * goesDownPerSecond([model.shocks[index]]);
  });
  const members = byService(solved, chances.reach(), (alive) => alive);
  model.services.forEach(({ component }, service) => {
    if (component < 0 || bare.matters[service] === 0 || members[service] === 0) return;
    sum += members[service] * goesDownPerSecond(model.components[component].failures);
  });
  return sum;
}

/** How often something goes down that is down while any of its modes is, per second. */
function goesDownPerSecond(modes: readonly FailureMode[]): number {
  let sum = 0;
  modes.forEach((mode, i) => {
    if (mean(mode.down) === 0) return;
    let others = 1;
    modes.forEach((other, j) => {
      if (j !== i) others *= 1 - unavailability(other.up, other.down);
    });
    sum += others / (mean(mode.up) + mean(mode.down));
  });
  return sum;
}
