import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { rateWithoutRedundancy } from './cost-baseline.ts';
import { listCosts } from './cost-items.ts';
import type { CostKind } from './report.ts';

/** Running costs, currency per year. */
interface RunningCost {
  readonly total: number;
  /** Every service; what a domain costs by itself is none of them's. */
  readonly byService: readonly { readonly service: string; readonly perYear: number }[];
  /** By innermost domain; what stands outside all domains under an empty name. */
  readonly byDomain: readonly { readonly domain: string; readonly perYear: number }[];
  /** Those that cost anything. */
  readonly byKind: readonly { readonly kind: CostKind; readonly perYear: number }[];
  /** Part of the total: members and sites that stand by. */
  readonly standby: number;
  /** Of the same system without its redundancy: see `rateWithoutRedundancy`. */
  readonly withoutRedundancy: number;
}

const KINDS: readonly CostKind[] = ['compute', 'storage', 'transfer', 'backup', 'fixed'];

const known = new WeakMap<Model, RunningCost>();

/** What running the system costs a year. The first member, and the first site, count as the active one. */
export function runningCost(model: Model): RunningCost {
  let cost = known.get(model);
  if (cost === undefined) known.set(model, (cost = calculate(model)));
  return cost;
}

function calculate(model: Model): RunningCost {
  const byService = model.services.map(({ name }) => ({ service: name, perYear: 0 }));
  const byDomain = new Map<string, number>();
  const byKind = new Map<CostKind, number>();
  let total = 0;
  let standby = 0;
  for (const { kind, service, domain, rate, isStandby } of listCosts(model)) {
    const perYear = rate * SECONDS_PER_YEAR;
    const name = domain < 0 ? '' : model.domains[domain].name;
    byDomain.set(name, (byDomain.get(name) ?? 0) + perYear);
    byKind.set(kind, (byKind.get(kind) ?? 0) + perYear);
    if (service >= 0) byService[service].perYear += perYear;
    if (isStandby) standby += perYear;
    total += perYear;
  }
  return {
    total,
    byService,
    byDomain: [...byDomain].map(([domain, perYear]) => ({ domain, perYear })),
    byKind: KINDS.map((kind) => ({ kind, perYear: byKind.get(kind) ?? 0 })).filter(({ perYear }) => perYear > 0),
    standby,
    withoutRedundancy: rateWithoutRedundancy(model) * SECONDS_PER_YEAR,
  };
}
