import { closure } from '../compile/answers.ts';
import { unavailability } from '../compile/clocks.ts';
import type { FailureMode, Model, Service } from '../model/model.ts';

/**
 * The entry's availability as the bare arithmetic has it: every replica is independent of every other, its own
 * availability times that of the domains it is in; replicas combine as k of n, services multiply. Nothing takes time
 * to detect or to fail over, nothing strikes twice. What reality takes off this figure is what the simulation is for.
 */
export function arithmeticAvailability(model: Model): number {
  const counted = new Set<number>();
  const count = (root: number) => {
    for (const index of closure(model.services, root)) {
      if (counted.has(index)) continue;
      counted.add(index);
      // A wanted service counts like a needed one if the rest without it would be called down.
      for (const want of model.services[index].wants) if (want.without < 1 - model.sla.errorRate) count(want.service);
    }
  };
  count(model.entry);
  let product = 1;
  for (const index of counted) product *= serviceAvailability(model, model.services[index]);
  return product;
}

function serviceAvailability(model: Model, service: Service): number {
  if (service.component < 0) return 1;
  const own = modesAvailability(model.components[service.component].failures);
  const required = service.mode === 'active-passive' ? 1 : service.required;
  return atLeast(required, service.placement.map((domain) => own * domainAvailability(model, domain)));
}

function domainAvailability(model: Model, domain: number): number {
  let product = 1;
  for (let d = domain; d >= 0; d = model.domains[d].parent) product *= modesAvailability(model.domains[d].failures);
  return product;
}

function modesAvailability(modes: readonly FailureMode[]): number {
  return modes.reduce((product, mode) => product * (1 - unavailability(mode.up, mode.down)), 1);
}

/** Chance that at least k of independent members with the given chances are up (Barlow & Heidtmann 1984). */
export function atLeast(k: number, chances: readonly number[]): number {
  // Counting those that are down keeps the small numbers: an availability near 1 loses no digits.
  const allowed = chances.length - k;
  const down = new Float64Array(allowed + 2);
  down[0] = 1;
  for (const chance of chances) {
    for (let i = allowed + 1; i > 0; i--) {
      const stays = i === allowed + 1 ? down[i] : down[i] * chance;
      down[i] = stays + down[i - 1] * (1 - chance);
    }
    down[0] *= chance;
  }
  return 1 - down[allowed + 1];
}
