import type { Model } from '../model/model.ts';

/** What each member is called: `db[0]`, or by its site where a service works on sites: `shop[us-east-1]`. */
export function memberNames({ services, domains }: Model): string[] {
  return services.flatMap(({ name, placement, sites }) =>
    placement.map((domain, replica) => `${name}[${sites === null ? replica : domains[domain].name}]`),
  );
}
