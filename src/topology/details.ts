import type { CauseFigures, Report, ServiceFigures } from '../analysis/report.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { loadPerMember } from '../model/load.ts';
import { parts } from '../model/network.ts';
import { duration, percent } from '../units/figure.ts';
import { formatPercent } from '../units/format.ts';
import type { Element } from './elements.ts';
import { membersOf } from './members.ts';
import { pathOf, siteOf } from './places.ts';
import { modeWords, settingsOf } from './words.ts';

/** Everything that the panel says about what is chosen. */
interface Details {
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly (readonly [name: string, value: string])[];
  /** The failures that belong to it, whether or not they have taken the entry down. */
  readonly failures: readonly {
    readonly mode: FailureMode;
    readonly cause: string;
    readonly figures: CauseFigures | null;
  }[];
  /** Causes of incidents that are no failure of a part: failovers and failbacks. */
  readonly otherCauses: readonly CauseFigures[];
  readonly settings: readonly (readonly [name: string, value: string])[];
}

export function detailsOf(element: Element, model: Model, report: Report | null): Details {
  switch (element.kind) {
    case 'domain':
      return ofDomain(element, model, report);
    case 'member':
      return ofMember(element, model, report);
    case 'service':
      return ofService(element.service, model, report);
    case 'route':
      return ofRoute(element, model, report);
    case 'link':
      return ofLink(element, model, report);
  }
}

type Of<Kind> = Extract<Element, { readonly kind: Kind }>;

function ofDomain({ place }: Of<'domain'>, model: Model, report: Report | null): Details {
  const own = new Set([place.domain, ...place.folded]);
  // [domain + 1]; a domain is read after its parent, and outside of all of them is outside.
  const inside = [false];
  model.domains.forEach(({ parent: around }, domain) => (inside[domain + 1] = own.has(domain) || inside[around + 1]));
  const members = model.services.reduce(
    (sum, service) => sum + service.placement.filter((domain) => inside[domain + 1]).length,
    0,
  );
  const { parent, failures } = model.domains[place.domain];
  const isFold = place.folded.length > 0;
  return {
    title: place.label,
    subtitle: [isFold ? null : place.kind, parent >= 0 ? `in ${pathOf(model, parent)}` : null]
      .filter(Boolean)
      .join(' '),
    figures: [['Members inside', String(members)]],
    failures: isFold
      ? []
      : [
          ...failures.map((mode) => failure(`${place.name}/${mode.name}`, mode, report)),
          ...model.shocks
            .filter(({ domains = [] }) => domains.includes(place.domain))
            .map((shock) => failure(shock.name, shock, report)),
        ],
    otherCauses: [],
    settings: [],
  };
}

function ofMember(element: Of<'member'>, model: Model, report: Report | null): Details {
  const service = model.services[element.service];
  const { domain } = membersOf(model).at(element.members[0]);
  const count = element.members.length;
  const place =
    element.place.folded.length > 0 ? element.place.name : domain >= 0 ? pathOf(model, domain) : 'outside all domains';
  return {
    ...ofService(element.service, model, report),
    title: element.name,
    subtitle:
      service.sites !== null
        ? `Site of ${service.name}`
        : count > 1
          ? `${count} members of ${service.name}`
          : `Member of ${service.name}`,
    figures: [['Where', place], ...serviceFigures(report?.services[service.name], `${service.name} `)],
    otherCauses: [],
    settings: [],
  };
}

function ofService(index: number, model: Model, report: Report | null): Details {
  const service = model.services[index];
  const component = service.component >= 0 ? model.components[service.component] : null;
  const shocks = model.shocks.filter((shock) => shock.hits.includes(index));
  const others = [`${service.name}/false-positive`, `${service.name}/failback`, `${service.written}/deploy`];
  const names = (list: readonly number[]) => list.map((i) => model.services[i].name).join(', ');
  const settings = settingsOf(service);
  if (service.sites !== null)
    settings.unshift(['Sites', service.placement.map((site) => model.domains[site].name).join(', ')]);
  const carried = loadPerMember(service, model.traffic);
  if (carried !== null) settings.push(['Each carries in the busiest hour', formatPercent(carried, 2)]);
  if (service.needs.length > 0) settings.push(['Needs', names(service.needs)]);
  for (const { service: need, kind } of service.within)
    settings.push([`Needs in its own ${kind}`, model.services[need].name]);
  for (const group of service.anyOf) settings.push(['Needs one of', names(group)]);
  if (service.coordinators.length > 0) settings.push(['Failover needs', names(service.coordinators)]);
  for (const want of service.wants)
    settings.push(['Wants', `${model.services[want.service].name}, answers ${formatPercent(want.without)} without`]);
  return {
    title: service.name,
    subtitle: `${siteWords(model, index)}${modeWords(service)}${index === model.entry ? '; the entry' : ''}`,
    figures: serviceFigures(report?.services[service.name]),
    failures: [
      ...(component?.failures ?? []).map((mode) => failure(`${service.name}/${mode.name}`, mode, report)),
      ...shocks.map((shock) => failure(shock.name, shock, report)),
    ],
    otherCauses: (report?.incidents.byCause ?? []).filter(({ cause }) => others.includes(cause)),
    settings,
  };
}

function siteWords(model: Model, service: number): string {
  const site = siteOf(model, service);
  return site < 0 ? '' : `Copy of ${model.services[service].written} in ${model.domains[site].name}. `;
}

const LINK_WORDS = { needs: 'needs', 'any-of': 'may use', wants: 'wants' } as const;

function ofLink({ link }: Of<'link'>, model: Model, report: Report | null): Details {
  const [from, to] = [model.services[link.from].name, model.services[link.to].name];
  return {
    title: link.kind === 'coordinates' ? `${to} coordinates ${from}` : `${from} ${LINK_WORDS[link.kind]} ${to}`,
    subtitle:
      link.kind === 'coordinates'
        ? `Without ${to}, ${from} fails over to nobody`
        : link.kind === 'needs'
          ? `Without ${to}, ${from} answers nothing`
          : link.kind === 'any-of'
            ? `Without ${to}, ${from} answers what another one answers`
            : `Without ${to}, ${from} answers ${formatPercent(link.without)}`,
    figures: [...serviceFigures(report?.services[from], `${from} `), ...serviceFigures(report?.services[to], `${to} `)],
    failures: [],
    otherCauses: [],
    settings: [],
  };
}

function ofRoute({ name, route }: Of<'route'>, model: Model, report: Report | null): Details {
  const links = route.links.map((link) => model.links[link]);
  const parted = model.services.filter(({ placement }) => parts(model, links[0], placement));
  const several = links.length > 1 ? `, ${links.length} of them: cut while all are` : '';
  return {
    title: name,
    subtitle: `Link${several}. While it is cut its ends do not reach each other, and neither is down`,
    figures: [['Members on both sides', parted.map((service) => service.name).join(', ') || 'none']],
    failures: links.flatMap(({ failures }) => failures.map((mode) => failure(`${name}/${mode.name}`, mode, report))),
    otherCauses: [],
    settings: [],
  };
}

function failure(cause: string, mode: FailureMode, report: Report | null) {
  return { mode, cause, figures: report?.incidents.byCause.find((figures) => figures.cause === cause) ?? null };
}

function serviceFigures(figures: ServiceFigures | undefined, prefix = ''): [string, string][] {
  if (!figures) return [];
  const name = (text: string) => (prefix === '' ? text[0].toUpperCase() + text.slice(1) : prefix + text);
  return [
    [name('available'), percent(figures.availability.mean, figures.availability.ci95)],
    [name('down a year'), duration(figures.downtimePerYear.mean, figures.downtimePerYear.ci95)],
  ];
}

/** Seconds of downtime a year that a domain's own failures began; null where nothing is known. */
export function domainDowntime(model: Model, domain: number, report: Report | null): number | null {
  if (!report || domain < 0) return null;
  const { name, failures } = model.domains[domain];
  const own = new Set(failures.map((mode) => `${name}/${mode.name}`));
  return report.incidents.byCause.reduce(
    (sum, { cause, downtimePerYear }) => sum + (own.has(cause) ? downtimePerYear : 0),
    0,
  );
}
