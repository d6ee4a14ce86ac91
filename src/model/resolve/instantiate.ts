import { messages } from '../messages/index.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { domainsOfKind, isWithin, type DomainTree } from './domains.ts';
import { MODEL_LIMITS } from './limits.ts';
import type { PlacementScope } from './placement.ts';
import type { Draft } from './services.ts';
import type { Stack } from './stacks.ts';

/** A service as it stands somewhere: once outside of sites, or in one of them. */
export interface Instance {
  /** Index of the service as it is written. */
  readonly written: number;
  readonly site: Site;
  /** Those that it works on, in the order of its sites, and their domains; empty for a service without sites. */
  readonly inSites: Instance[];
  readonly domains: readonly number[];
}

/** Where instances stand: a domain, in a site around it. The outermost has no domain and holds what is in no site. */
interface Site {
  readonly domain: number;
  readonly around: Site | null;
  /** Where its instances are placed. */
  readonly scope: PlacementScope;
  /** What its instances' names end in. */
  readonly suffix: string;
  /** The services that put an instance here, and whether it is the first of their sites. */
  readonly owners: { readonly service: number; readonly first: boolean }[];
  readonly within: Map<number, Site>;
  readonly instances: Map<number, Instance>;
}

export interface Instances {
  /** In the order in which the services were written, of each in the order of the sites; empty if too many. */
  readonly all: readonly Instance[];
  /** [service as written] its indices into `all`. */
  readonly ofWritten: readonly (readonly number[])[];
  /** The instance that another one means by a service; undefined where errors have left it out. */
  readonly meantBy: (from: Instance, service: number) => Instance | undefined;
  /** The instance outside of sites; undefined for what only stands in sites. */
  readonly outside: (service: number) => Instance | undefined;
}

/** What the instances are made from. */
interface Originals {
  readonly drafts: readonly Draft[];
  readonly stacks: readonly Stack[];
  readonly scopes: readonly PlacementScope[];
  readonly tree: DomainTree;
  /** Circles, or too many services: there are no instances then, and the errors stand for themselves. */
  readonly broken: boolean;
}

/** Puts an instance of each service in a stack into each site. */
export function instantiateInSites(originals: Originals, report: Report): Instances {
  const { drafts, stacks, broken } = originals;
  const root: Site = {
    domain: -1,
    around: null,
    scope: null,
    suffix: '',
    owners: [],
    within: new Map(),
    instances: new Map(),
  };
  const waiting: Instance[] = [];
  let entries = 0;

  const instantiate = (written: number, place: Site): Instance => {
    const site = drafts[written].links.fixed ? root : place;
    const there = site.instances.get(written);
    if (there !== undefined) return there;
    const instance: Instance = {
      written,
      site,
      inSites: [],
      domains: broken ? [] : siteDomains(written, site, originals, report),
    };
    site.instances.set(written, instance);
    waiting.push(instance);
    return instance;
  };

  const inSomeStack = new Set(broken ? [] : stacks.flatMap((stack) => [...stack]));
  drafts.forEach((_, written) => {
    if (!inSomeStack.has(written)) instantiate(written, root);
  });
  for (let next = 0; next < waiting.length; next++) {
    const instance = waiting[next];
    const { links } = drafts[instance.written];
    entries += instance.domains.length;
    if (
      !broken &&
      (waiting.length + instance.domains.length > MODEL_LIMITS.services || entries > MODEL_LIMITS.members)
    ) {
      // What has been put into a site, or is about to put so much into its own.
      const { sites, at } = drafts[instance.site.owners[0]?.service ?? instance.written];
      report.error(sites?.at ?? at, messages.tooManyCopies(MODEL_LIMITS.services));
      return { all: [], ofWritten: drafts.map(() => []), meantBy: () => undefined, outside: () => undefined };
    }
    for (const target of [...links.needs, ...links.anyOf.flat(), ...links.within.map((need) => need.service)])
      instantiate(target, instance.site);
    for (const target of links.coordinators) instantiate(target, instance.site);
    for (const { service } of links.wants) instantiate(service, instance.site);
    if (links.of < 0 || drafts[links.of].links.fixed) continue;
    instance.domains.forEach((domain, i) => {
      const site = siteWithin(instance.site, domain, originals.tree);
      site.owners.push({ service: instance.written, first: i === 0 });
      instance.inSites.push(instantiate(links.of, site));
    });
  }
  const all = inOrder(root);
  const ofWritten = drafts.map((): number[] => []);
  all.forEach(({ written }, i) => ofWritten[written].push(i));
  return {
    ...{ all, ofWritten },
    meantBy: ({ site }, service) => (drafts[service].links.fixed ? root : site).instances.get(service),
    outside: (service) => root.instances.get(service),
  };
}

function siteWithin(around: Site, domain: number, tree: DomainTree): Site {
  let site = around.within.get(domain);
  if (site === undefined) {
    site = {
      domain,
      around,
      scope: [domain],
      suffix: `${around.suffix}@${tree.list[domain].name}`,
      owners: [],
      within: new Map(),
      instances: new Map(),
    };
    around.within.set(domain, site);
  }
  return site;
}

/** The domains in which an instance has its sites: within a site, those of them that lie in it. */
function siteDomains(
  written: number,
  site: Site,
  { drafts, scopes, tree }: Originals,
  report: Report,
): readonly number[] {
  const { sites, name } = drafts[written];
  const scope = site.around === null ? scopes[written] : site.scope;
  if (sites === null || scope === null) return [];
  const found = new Set<number>();
  for (const named of sites.named) {
    const domains = typeof named === 'number' ? [named] : domainsOfKind(tree, scope, named);
    if (domains.length === 0 && !tree.incomplete)
      report.error(sites.at, messages.noDomainOfKind(String(named), whereOf(scope, tree), null));
    for (const domain of domains) if (site.around === null || isWithin(tree, domain, site.domain)) found.add(domain);
  }
  const missing =
    found.size === 0 && !sites.unknown && !tree.incomplete && sites.named.some((named) => typeof named === 'number');
  if (missing) report.error(sites.at, messages.noSiteWithin(name, tree.list[site.domain].name));
  return [...found];
}

function whereOf(scope: readonly number[], tree: DomainTree): string | null {
  return scope.length === 0
    ? null
    : scope
        .slice(0, 5)
        .map((domain) => `'${tree.list[domain].name}'`)
        .join(', ');
}

/** By service, then by site, outer sites before those within them. */
function inOrder(root: Site): Instance[] {
  const sites: Site[] = [];
  const open = [root];
  for (let site = open.pop(); site !== undefined; site = open.pop()) {
    sites.push(site);
    open.push(...[...site.within.values()].reverse());
  }
  const byService: Instance[][] = [];
  for (const site of sites)
    for (const instance of site.instances.values()) (byService[instance.written] ??= []).push(instance);
  return byService.flat();
}

/** Whether a copy stands in the first of all sites around it. */
export function isInFirstSite({ written, site }: Instance, stacks: readonly Stack[]): boolean {
  for (let at = site; at.around !== null; at = at.around) {
    if (!at.owners.some(({ service, first }) => first && stacks[service].has(written))) return false;
  }
  return true;
}

/** The share of its running cost that a copy has where its sites stand by. Nested sites multiply. */
export function siteCostShare({ written, site }: Instance, drafts: readonly Draft[], stacks: readonly Stack[]): number {
  let share = 1;
  for (let at = site; at.around !== null; at = at.around) {
    const shares = at.owners.flatMap(({ service, first }) => {
      if (!stacks[service].has(written)) return [];
      const {
        service: { mode },
        costShares,
      } = drafts[service];
      return [first || !MODES[mode].standsBy ? 1 : costShares.of(written)];
    });
    share *= Math.max(0, ...shares);
  }
  return share;
}
