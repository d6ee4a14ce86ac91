import { type Incident, UNNAMED, wrong } from '../fit/log.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Model } from '../model/model.ts';
import { nearest } from '../units/index.ts';

/** Which rows of a log are outages of the model's entry, and which are failures of its parts. */
export interface Sorted {
  readonly outages: readonly Incident[];
  /** [cause of the model] the outages that it began. */
  readonly byCause: ReadonlyMap<string, readonly Incident[]>;
  readonly unknown: readonly { readonly cause: string; readonly incidents: number }[];
  /** Failures, each with the causes of the model that would be counted as such. */
  readonly failures: readonly {
    readonly name: string;
    readonly causes: readonly string[];
    readonly incidents: readonly Incident[];
  }[];
  readonly problems: readonly Diagnostic[];
}

/**
 * A row is an outage of the whole where it names no service, or the entry; else a failure of what it names: a service,
 * its component, a domain or a shock.
 */
export function sortLog(incidents: readonly Incident[], model: Model, causes: readonly string[]): Sorted {
  const entry = model.services[model.entry].name;
  const isWhole = ({ service }: Incident) => service === UNNAMED.service || service === entry;
  const outages = incidents.filter(isWhole);
  const byCause = new Map<string, Incident[]>();
  const unknown = new Map<string, number>();
  for (const each of outages) {
    if (each.cause === UNNAMED.cause) continue;
    const found = causes.includes(each.cause) ? each.cause : causes.find((name) => name.endsWith(`/${each.cause}`));
    if (found === undefined) unknown.set(each.cause, (unknown.get(each.cause) ?? 0) + 1);
    else byCause.set(found, [...(byCause.get(found) ?? []), each]);
  }
  const failures = new Map<string, { name: string; causes: string[]; incidents: Incident[] }>();
  const problems: Diagnostic[] = [];
  for (const each of incidents.filter((incident) => !isWhole(incident))) {
    const meant = causesOf(each, model, causes);
    if (typeof meant === 'string') problems.push(wrong(each.line, 1, 'service', meant));
    else {
      const name = each.cause === UNNAMED.cause ? each.service : `${each.service}/${each.cause}`;
      const known = failures.get(name) ?? { name, causes: meant, incidents: [] };
      known.incidents.push(each);
      failures.set(name, known);
    }
  }
  return {
    ...{ outages, byCause, problems, failures: [...failures.values()] },
    unknown: [...unknown].map(([cause, count]) => ({ cause, incidents: count })),
  };
}

/** @returns what is wrong, in words, where the model has no such thing */
function causesOf({ service, cause }: Incident, model: Model, causes: readonly string[]): string[] | string {
  const { services, components } = model;
  const ofComponent = services.filter((each) => components[each.component]?.name === service).map(({ name }) => name);
  const owners = [service, ...ofComponent];
  const own = causes.filter((name) => owners.some((owner) => name === owner || name.startsWith(`${owner}/`)));
  if (own.length === 0) {
    const known = [...new Set([...services.map(({ name }) => name), ...causes.map((name) => name.split('/')[0])])];
    const near = nearest(service, known);
    const hint = near === null ? `it has ${known.slice(0, 8).join(', ')}.` : `did you mean '${near}'?`;
    return `the model has no '${service}' that fails: ${hint} Leave service empty for an outage of the whole`;
  }
  const named =
    cause === UNNAMED.cause ? own : own.filter((name) => owners.some((owner) => name === `${owner}/${cause}`));
  return named.length > 0 ? named : `'${service}' fails by ${own.join(', ')} in the model, not by '${cause}'`;
}
