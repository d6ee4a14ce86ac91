import type { Model } from '../model/model.ts';

export interface Member {
  /** `db[0]`, or of a site `shop[us-east-1]`. */
  readonly name: string;
  readonly service: number;
  readonly replica: number;
  /** Index of its domain; −1: outside all. */
  readonly domain: number;
}

/** The members of a model, numbered by service. Each is looked up when it is asked for: there are up to a million. */
interface Members {
  readonly count: number;
  /** [service] the number of its first member. */
  readonly first: readonly number[];
  at(member: number): Member;
  serviceOf(member: number): number;
}

export function membersOf({ services, domains }: Pick<Model, 'domains' | 'services'>): Members {
  const first: number[] = [];
  let count = 0;
  for (const { placement } of services) {
    first.push(count);
    count += placement.length;
  }
  const serviceOf = (member: number) => {
    let [low, high] = [0, services.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (first[middle] <= member) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count,
    first,
    serviceOf,
    at(member) {
      const service = serviceOf(member);
      const replica = member - first[service];
      const { name, placement, sites } = services[service];
      const domain = placement[replica];
      return { name: `${name}[${sites === null ? replica : domains[domain].name}]`, service, replica, domain };
    },
  };
}

/** Numbers of a service's members. */
export function membersOfService({ first }: Members, { services }: Pick<Model, 'services'>, service: number): number[] {
  return services[service].placement.map((_, replica) => first[service] + replica);
}
