import type { Model } from '../model/model.ts';
import { membersOf } from './members.ts';
import { DRAWN, type Role } from './modes.tsx';
import type { Place } from './places.ts';

/** State of the system at a moment of one life or of a drill. */
export interface Moment {
  readonly time: number;
  readonly membersUp: readonly boolean[];
  readonly domainsUp: readonly boolean[];
  /** [link]; left out: none is cut. */
  readonly linksUp?: readonly boolean[];
  readonly answers: readonly number[];
  readonly active: readonly number[];
  /** [service] the stage that it is in, `serving` where nothing is under way. */
  readonly stages?: readonly string[];
}

/** What the drawing shows of the system: at rest everything works, at a moment what the life view found. */
export interface Shown {
  readonly isMoment: boolean;
  memberUp(member: number): boolean;
  /** How many of them are up. */
  countUp(members: readonly number[]): number;
  domainUp(domain: number): boolean;
  /** One of several links between the same two will do. */
  isCut(links: readonly number[]): boolean;
  role(member: number): Role;
  /** Share of requests answered, [0, 1]. */
  answer(service: number): number;
  service(service: number): 'up' | 'degraded' | 'down';
  /** The stage that a service is in; null: it serves, or is at rest. */
  stage(service: number): string | null;
}

/** A place drawn for several domains is up while one of them is. */
export function isPlaceUp({ domain, folded }: Place, shown: Shown): boolean {
  return folded.length > 0 ? folded.some((one) => shown.domainUp(one)) : shown.domainUp(domain);
}

export function shownOf(model: Model, moment: Moment | null): Shown {
  const { count, first, serviceOf } = membersOf(model);
  // A moment of another model says nothing about this one.
  const fits =
    moment !== null &&
    moment.membersUp.length === count &&
    moment.answers.length === model.services.length &&
    moment.domainsUp.length === model.domains.length;
  const seen = fits ? moment : null;
  const downBelow = 1 - model.sla.errorRate - 1e-12;
  const answer = (service: number) => seen?.answers[service] ?? 1;
  const stage = (service: number) => {
    const name = seen?.stages?.[service] ?? 'serving';
    return name === 'serving' ? null : name;
  };
  return {
    isMoment: seen !== null,
    stage,
    memberUp: (member) => seen?.membersUp[member] ?? true,
    countUp: (inside) => (seen === null ? inside.length : inside.filter((member) => seen.membersUp[member]).length),
    isCut: (links) => links.every((link) => seen?.linksUp?.[link] === false),
    domainUp: (domain) => seen?.domainsUp[domain] ?? true,
    role(member) {
      const service = serviceOf(member);
      const { mode } = model.services[service];
      const isFirst = (seen ? seen.active[service] : first[service]) === member;
      return DRAWN[mode].roles[isFirst ? 0 : 1];
    },
    answer,
    service(service) {
      const share = answer(service);
      if (share < downBelow) return 'down';
      return share < 1 ? 'degraded' : 'up';
    },
  };
}
