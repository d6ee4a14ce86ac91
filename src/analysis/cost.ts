import type { Model, Service } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** Running costs, currency per year. */
export interface RunningCost {
  readonly total: number;
  readonly byService: readonly { readonly service: string; readonly perYear: number }[];
  /** By innermost domain; members outside all domains under an empty name. */
  readonly byDomain: readonly { readonly domain: string; readonly perYear: number }[];
  readonly byKind: readonly { readonly kind: string; readonly perYear: number }[];
  /** Of the same system without its redundancy: `required` members of each service. */
  readonly withoutRedundancy: number;
}

/** What the members cost a year; passive ones cost their share, and the first member counts as the active one. */
export function runningCost(model: Model): RunningCost {
  const byDomain = new Map<string, number>();
  let total = 0;
  let withoutRedundancy = 0;
  const byService = model.services.map((service) => {
    const each = service.component < 0 ? 0 : model.components[service.component].costPerSecond * SECONDS_PER_YEAR;
    let perYear = 0;
    service.placement.forEach((domain, replica) => {
      const cost = each * runningShare(service, replica);
      const name = domain < 0 ? '' : model.domains[domain].name;
      byDomain.set(name, (byDomain.get(name) ?? 0) + cost);
      perYear += cost;
    });
    total += perYear;
    withoutRedundancy += each * (service.mode === 'active-passive' ? 1 : service.required);
    return { service: service.name, perYear };
  });
  return {
    total,
    byService,
    byDomain: [...byDomain].map(([domain, perYear]) => ({ domain, perYear })),
    byKind: [{ kind: 'compute', perYear: total }],
    withoutRedundancy,
  };
}

function runningShare(service: Service, replica: number): number {
  return service.mode === 'active-passive' && replica > 0 ? service.passiveCostShare : 1;
}
