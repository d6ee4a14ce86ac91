import type { Service } from './model.ts';

type Links = Pick<Service, 'needs' | 'anyOf' | 'within' | 'wants' | 'coordinators'>;

/** What counts in its answer besides itself: services that it needs, alone or with others that will do, and wants. */
export function answersBy({ needs, anyOf, within, wants }: Omit<Links, 'coordinators'>): number[] {
  return [...needs, ...anyOf.flat(), ...within.map(({ service }) => service), ...wants.map(({ service }) => service)];
}

/** The services that it names: those that it needs, those that it wants, and those that its failover needs. */
export function reliesOn(links: Links): number[] {
  return [...answersBy(links), ...links.coordinators];
}
