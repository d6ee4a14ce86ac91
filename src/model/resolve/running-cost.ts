import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';
import { presetOf } from './redundancy.ts';
import type { Surroundings } from './surroundings.ts';
import { strategyCost } from './strategy.ts';

/** Shares of the running cost that passive members have. */
export interface CostShares {
  /** One share for all, where one is given. */
  readonly all: number | null;
  /** For a service that works on sites: the share of a service, as written, in a site that stands by. */
  readonly of: (service: number) => number;
}

/** What `running-cost`, `standby` and `strategy` say, in this order. */
export function resolveCostShares(
  fields: ServiceFields,
  index: number,
  { services, stacks }: Surroundings,
  report: Report,
): CostShares {
  const field = fields['running-cost'];
  const given = field?.ok === true ? field.value : null;
  const preset = presetOf(fields).passiveCostShare;
  if (typeof given === 'number') return { all: given, of: () => given };
  const { field: written } = services[index];
  const strategy = strategyCost(written.ok ? written.value.fields : {});
  const otherwise = (service: number): number => {
    if (strategy === null) return preset;
    const { field: other } = services[service];
    return other.ok && other.value.fields.data !== undefined ? strategy.data : strategy.others;
  };
  if (given === null || field === undefined) return { all: null, of: otherwise };
  if (fields.of === undefined) {
    // In another mode the key itself is wrong.
    if (fields.sites === undefined && fields.mode?.ok === true && MODES[fields.mode.value].standsBy)
      report.error(field.at, messages.costsWithoutOf());
    return { all: null, of: otherwise };
  }
  const shares = new Map<number, number>();
  const byName = new Map([...stacks[index]].map((service) => [services[service].name, service]));
  for (const { name, at, field: share } of given) {
    const service = byName.get(name);
    if (service !== undefined) shares.set(service, valueOr(share, 1));
    else if (byName.size > 0) report.error(at, messages.notInStack(name, report.nearest(name, byName.keys())));
  }
  return { all: null, of: (service) => shares.get(service) ?? otherwise(service) };
}
