import { MODES } from '../../src/model/modes.ts';
import type { Distribution } from '../../src/random/distribution.ts';
import type { Model, Service } from '../../src/model/model.ts';
import { linkName } from '../../src/model/network.ts';
import type { Element } from '../../src/topology/elements.ts';
import { type Member, membersOf, membersOfService } from '../../src/topology/members.ts';

/** Something that can be broken, and what it is called. */
export interface BreakTarget {
  /** As in a model's `fail` or `corrupt`. */
  readonly text: string;
  readonly what: 'fail' | 'corrupt';
  /** It holds no data, and is cut rather than broken. */
  readonly isLink?: boolean;
  /** For people. */
  readonly label: string;
  /** How long it stays failed unless somebody says: as its first failure mode has it; null: it has none. */
  readonly repair: Distribution | null;
}

/** What breaking an element of the topology can mean; the likeliest first. Empty for links. */
export function targetsOf(element: Element, model: Model): BreakTarget[] {
  switch (element.kind) {
    case 'domain': {
      const { domain, folded } = element.place;
      const { name, kind } = model.domains[domain];
      return [ofDomain(model, domain, folded.length > 0 ? `one of them, ${name}` : `the ${kind || 'domain'} ${name}`)];
    }
    case 'member': {
      const member = membersOf(model).at(element.members[0]);
      const one = model.services[element.service].sites === null ? 'member' : 'site';
      return [
        ofMember(
          model,
          member,
          element.members.length > 1 ? `one of them, ${member.name}` : `the ${one} ${member.name}`,
        ),
      ];
    }
    case 'service':
      return ofService(model, model.services[element.service]);
    case 'route':
      return [ofLink(model, element.name, element.route.links[0], `the link ${element.name}`)];
    case 'link':
      return [];
  }
}

function ofDomain({ domains }: Model, domain: number, label: string): BreakTarget {
  const { name, failures } = domains[domain];
  return { text: name, what: 'fail', label, repair: failures[0]?.down ?? null };
}

function ofLink({ links }: Model, name: string, link: number, label: string): BreakTarget {
  return { text: name, what: 'fail', isLink: true, label, repair: links[link].failures[0]?.down ?? null };
}

function ofMember(model: Model, { name, service, domain }: Member, label: string): BreakTarget {
  const repair =
    model.services[service].sites === null
      ? repairOf(model, model.services[service])
      : (model.domains[domain].failures[0]?.down ?? null);
  return { text: name, what: 'fail', label, repair };
}

function ofService(model: Model, service: Service): BreakTarget[] {
  const { name, written, placement, mode, sites, data, replication } = service;
  const count = placement.length;
  if (count === 0) return [];
  const one = sites === null ? 'member' : 'site';
  const fail = (text: string, label: string): BreakTarget => ({
    text,
    what: 'fail',
    label,
    repair: repairOf(model, service),
  });
  const targets = [
    fail(
      name,
      count === 1 ? `${name}, its only ${one}` : `${count === 2 ? 'both' : `all ${count}`} ${one}s of ${name}`,
    ),
  ];
  const { leader } = MODES[mode];
  if (count > 1 && leader !== null)
    targets.unshift(fail(`${name}.active`, `the ${leader === 'leader' ? leader : `active ${one}`} of ${name}`));
  if (data !== null || replication !== null)
    targets.push({ text: written, what: 'corrupt', label: `the data of ${written}`, repair: null });
  return targets;
}

/** How long what a text names stays failed by itself. */
export function repairOfText(model: Model, text: string | undefined): Distribution | null {
  const all = allTargets(model).flatMap(({ targets }) => targets);
  return all.find((target) => target.what === 'fail' && target.text === text)?.repair ?? null;
}

/** A site fails as its domain does. */
function repairOf({ components, domains }: Model, { sites, component, placement }: Service): Distribution | null {
  const failures = sites === null ? components[component]?.failures : domains[placement[0]]?.failures;
  return failures?.[0]?.down ?? null;
}

/** Above this many alike members, none is named. */
const MOST_MEMBERS = 20;
const MOST_NAMED = 200;

/** All that the model has: roles and services, domains, links, members. */
export function allTargets(model: Model): { readonly group: string; readonly targets: readonly BreakTarget[] }[] {
  const services = model.services.flatMap((service) => ofService(model, service));
  const domains = model.domains.map(({ name, kind }, domain) =>
    ofDomain(model, domain, kind === '' ? name : `${name} (${kind})`),
  );
  const names = model.links.map((link) => linkName(model, link));
  const links = names.flatMap((name, i) => (names.indexOf(name) === i ? [ofLink(model, name, i, name)] : []));
  const all = membersOf(model);
  const members = model.services
    .flatMap(({ placement }, service) => (placement.length > MOST_MEMBERS ? [] : membersOfService(all, model, service)))
    .slice(0, MOST_NAMED);
  return [
    {
      group: 'Roles and services',
      targets: services.filter(
        (target, i) => services.findIndex(({ text, what }) => text === target.text && what === target.what) === i,
      ),
    },
    { group: 'Domains', targets: domains.slice(0, MOST_NAMED) },
    { group: 'Links', targets: links.slice(0, MOST_NAMED) },
    { group: 'Members', targets: members.map((member) => ofMember(model, all.at(member), all.at(member).name)) },
  ].filter(({ targets }) => targets.length > 0);
}
