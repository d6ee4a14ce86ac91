import { mean } from '../random/moments.ts';
import type { Distribution } from '../random/distribution.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { OWNER } from './program.ts';

/** One clock before it is packed. */
export interface Clock {
  readonly ownerKind: number;
  readonly owner: number;
  readonly up: Distribution;
  /** null: over at once (a failover that nobody needed). */
  readonly down: Distribution | null;
  readonly losesData: boolean;
  readonly cause: string;
}

/**
 * All clocks of a model, exponential ones first, otherwise in the order in which the model names them: domains,
 * shocks, then each service's members mode by mode and its false positives.
 */
export function listClocks(model: Model): Clock[] {
  const clocks: Clock[] = [];
  const add = (ownerKind: number, owner: number, mode: FailureMode, cause: string) =>
    clocks.push({ ownerKind, owner, up: mode.up, down: mode.down, losesData: mode.losesData, cause });
  model.domains.forEach((domain, i) => domain.failures.forEach((mode) => add(OWNER.domain, i, mode, `${domain.name}/${mode.name}`)));
  model.shocks.forEach((shock, i) => add(OWNER.shock, i, shock, shock.name));
  let member = 0;
  model.services.forEach((service, i) => {
    const failures = service.component < 0 ? [] : model.components[service.component].failures;
    service.placement.forEach((_, replica) =>
      failures.forEach((mode) => add(OWNER.member, member + replica, mode, `${service.name}/${mode.name}`)),
    );
    member += service.placement.length;
    const falsePositive = service.failover?.falsePositive;
    if (falsePositive) {
      clocks.push({ ownerKind: OWNER.falsePositive, owner: i, up: falsePositive, down: null, losesData: false, cause: `${service.name}/false-positive` });
    }
  });
  const isExponential = (clock: Clock) => clock.up.kind === 'exponential';
  return [...clocks.filter(isExponential), ...clocks.filter((clock) => !isExponential(clock))];
}

/** Whether each service's members hold data that a failure destroys. */
export function losers(model: Model): boolean[] {
  // Where nobody says who holds data, everything that a destroyed domain held is taken to be data.
  const isSaid = model.services.some((service) => service.data !== null);
  return model.services.map(({ component, placement }, i) => {
    if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
    if (model.shocks.some((shock) => shock.losesData && shock.hits.includes(i))) return true;
    return !isSaid && placement.some((domain) => burns(model, domain));
  });
}

/** A failure of the domain, or of one around it, destroys the data in it. */
function burns({ domains }: Model, domain: number): boolean {
  for (let d = domain; d >= 0; d = domains[d].parent) if (domains[d].failures.some((mode) => mode.losesData)) return true;
  return false;
}

/** Long-run share of time down, MTTR / (MTBF + MTTR). */
export function unavailability(up: Distribution, down: Distribution | null): number {
  if (down === null) return 0;
  const mttr = mean(down);
  return mttr / (mean(up) + mttr);
}
