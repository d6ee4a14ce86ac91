import type { Service } from './model.ts';

/** The services that it names: those that it needs, those that it wants, and those that its failover needs. */
export function reliesOn({ needs, wants, coordinators }: Pick<Service, 'needs' | 'wants' | 'coordinators'>): number[] {
  return [...needs, ...wants.map(({ service }) => service), ...coordinators];
}
