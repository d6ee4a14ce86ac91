import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Domain, Link, Model, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import { linkName, parts } from '../network.ts';
import type { Report } from '../report.ts';
import { isWithin, type DomainTree } from './domains.ts';
import { resolveFailures } from './failures.ts';
import { valueOr } from './fields.ts';
import { withWork, type Helpers } from './people.ts';
import type { Whole } from './whole.ts';

/** Stands where an end is wrong; a model with it is never handed out. */
const NOWHERE: Link['between'] = [0, 0];

/** The network between domains. */
export function resolveLinksBetween(fields: DocumentFields, tree: DomainTree, domains: Ends, helpers: Helpers): Link[] {
  const { report } = helpers;
  return valueOr(fields.links, []).map((field): Link => {
    if (!field.ok) return { between: NOWHERE, failures: [] };
    const link = field.value.fields;
    const ends = domains.findAll(valueOr(link.between, []), 'error');
    if (link.between?.ok === true && link.between.value.length !== 2)
      report.error(link.between.at, messages.twoEnds(link.between.value.length));
    const [a, b] = ends;
    const known = link.between !== undefined && ends.length === 2;
    if (known && isWithin(tree, a, b)) report.error(link.between.at, messages.linkWithin(...named(tree.list, a, b)));
    if (known && isWithin(tree, b, a)) report.error(link.between.at, messages.linkWithin(...named(tree.list, b, a)));
    for (const { field: mode } of valueOr(link.failures, [])) {
      const data = mode.ok ? mode.value.fields.data : undefined;
      if (data?.ok === true && data.value === 'lost') report.error(data.at, messages.linkKeepsData());
    }
    const failures = resolveFailures(link.failures, report, 'link');
    return {
      between: known ? [a, b] : NOWHERE,
      failures: withWork(failures, link.failures, 'link', helpers),
    };
  });
}

type Ends = Helpers['services'];

function named(list: readonly Domain[], inner: number, outer: number): [string, string] {
  return [list[inner].name, list[outer].name];
}

/** Links that part nobody, and services that say what they do when they are parted and never are. */
export function suspectLinks(model: Model, { fields, drafts, instances }: Whole, report: Report): void {
  valueOr(fields.links, []).forEach((field, i) => {
    const link = model.links[i];
    if (!model.services.some((service) => parts(model, link, standsAround(model, service))))
      report.warning(field.at, messages.partsNobody(linkName(model, link)));
  });
  drafts.forEach(({ fields: given, at, service: { mode, replication } }, written) => {
    const said = given['on-partition'];
    const copies = model.services.filter((_, i) => instances.all[i].written === written);
    const between = model.links.filter((link) => copies.some(({ placement }) => parts(model, link, placement)));
    if (MODES[mode].holdsShards && between.length > 0)
      report.error(said?.at ?? at, messages.shardsParted(linkName(model, between[0])));
    else if (said !== undefined && between.length === 0) report.warning(said.at, messages.neverParted());
    else if (said !== undefined && MODES[mode].spreads && replication === null)
      report.warning(said.at, messages.nothingToAgreeOn());
  });
}

/** Where its members stand, and those of what its failover needs. */
function standsAround({ services }: Model, { placement, coordinators }: Service): number[] {
  return [...placement, ...coordinators.flatMap((coordinator) => services[coordinator].placement)];
}
