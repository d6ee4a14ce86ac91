import type { FailureMode, Model } from '../../model/model.ts';
import type { SinglePoint } from '../report-structure.ts';
import { bareProgram } from './bare.ts';
import type { Element } from './elements.ts';
import { settle } from './settled.ts';

/** More is not named. */
const MOST_NAMED = 4;

/** What stays down for want of somebody, or of something. */
interface Stuck {
  /** Repairs that nobody else makes. */
  readonly isStuck: (mode: FailureMode) => boolean;
  /** Services whose failovers nobody else decides. */
  readonly undecided: readonly number[];
}

/**
 * The one person, and the one part: a team of one who escalates to nobody, and a stock of one or none. Without them
 * what only they end stays down; it is one of these where all of that together takes the entry down, as the structure
 * is coherent (Barlow & Proschan 1975): what is down by less is down by more.
 */
export function alonePoints(model: Model): SinglePoint[] {
  const { matters } = bareProgram(model);
  const isDown = settle(model);
  const takesDown = (stuck: Stuck) => isDown(stuckTogether(model, matters, stuck));
  const point = (cause: string, kind: SinglePoint['kind'], proved: string): SinglePoint => ({
    ...{ cause, kind, unavailability: null, downtimePerYear: null },
    proved: `${proved}: all of that down takes the entry down`,
  });
  return [
    ...model.teams.flatMap(({ name, people, escalate }, team) => {
      if (people !== 1 || escalate !== null) return [];
      const undecided = model.services.flatMap(({ failover }, i) => (failover?.decidedBy === team ? [i] : []));
      const stuck = { isStuck: ({ work }: FailureMode) => work?.team === team, undecided };
      if (!takesDown(stuck)) return [];
      const repairs = namesOfStuck(model, matters, stuck.isStuck);
      const decisions = undecided.filter((i) => matters[i] === 1).map((i) => model.services[i].name);
      const does = [
        ...(repairs.length > 0 ? [`repairs ${few(repairs)}`] : []),
        ...(decisions.length > 0 ? [`decides on the failover of ${few(decisions)}`] : []),
      ];
      return [point(name, 'person', `one person alone ${does.join(' and ')}`)];
    }),
    ...model.components.flatMap((component) => {
      const { name, spares, failures } = component;
      if (spares === undefined || spares.stock > 1) return [];
      const isStuck = (mode: FailureMode) => mode.work?.needsSpare === true && failures.includes(mode);
      if (!takesDown({ isStuck, undecided: [] })) return [];
      const repairs = few(namesOfStuck(model, matters, isStuck));
      const stock = spares.stock === 0 ? 'no part is in stock' : 'one part alone is in stock';
      return [point(name, 'part', `${stock} to repair ${repairs}`)];
    }),
  ];
}

/** As in causes, `disk-server/disk`, of what the entry depends on. */
function namesOfStuck(model: Model, matters: Uint8Array, isStuck: Stuck['isStuck']): string[] {
  const { components, domains, shocks, services } = model;
  const used = new Set(services.flatMap(({ component }, i) => (matters[i] === 1 ? [component] : [])));
  return [
    ...[...components.filter((_, i) => used.has(i)), ...domains].flatMap(({ name, failures }) =>
      failures.filter(isStuck).map((mode) => `${name}/${mode.name}`),
    ),
    ...shocks.filter(isStuck).map(({ name }) => name),
  ];
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `'${name}'`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** All that is stuck, as one element; shocks that may miss do the worst that they can. */
function stuckTogether(model: Model, matters: Uint8Array, { isStuck, undecided }: Stuck): Element {
  const { components, domains, shocks, services } = model;
  const isDark = new Uint8Array(domains.length);
  // Preorder: a domain's parent is known before it.
  domains.forEach(({ parent, failures }, i) => {
    if ((parent >= 0 && isDark[parent] === 1) || failures.some(isStuck)) isDark[i] = 1;
  });
  const struckWhole = new Set([
    ...undecided,
    ...shocks.flatMap((shock) => (isStuck(shock) && shock.probability > 0 ? shock.hits : [])),
  ]);
  const struck: { service: number; members: number }[] = [];
  const sites: { service: number; site: number }[] = [];
  services.forEach(({ component, placement, sites: copies }, service) => {
    if (matters[service] === 0) return;
    const isWhole = struckWhole.has(service) || (component >= 0 && components[component].failures.some(isStuck));
    const isOut = (domain: number) => isWhole || (domain >= 0 && isDark[domain] === 1);
    if (copies !== null) placement.forEach((domain, site) => isOut(domain) && sites.push({ service, site }));
    else {
      const members = placement.reduce((sum, domain) => sum + (isOut(domain) ? 1 : 0), 0);
      if (members > 0) struck.push({ service, members });
    }
  });
  return {
    ...{ name: '', unavailability: 0, domain: -1, end: -1, kind: 0, sites },
    ...{ services: struck.map(({ service }) => service), struck: struck.map(({ members }) => members) },
  };
}
