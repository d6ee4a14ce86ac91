import type { Model } from '../../model/model.ts';
import type { Bare } from './bare.ts';
import { together } from './elements.ts';

/** When each element is asked for in a diagram, lower levels first. */
interface Levels {
  /** [shock], and what they strike one by one comes right after. */
  readonly shock: readonly number[];
  /** [domain] */
  readonly domain: readonly number[];
  /** [service] how many of its members are lost. */
  readonly service: readonly number[];
}

/**
 * Shocks first, for they strike anywhere; then the domains in preorder, each service's members right after the last
 * domain that holds any of them, so that what a domain took is forgotten as soon as can be. Services the other way
 * round than the entry's answer names them: what is multiplied later then stands above the product so far, and that is
 * done at once.
 */
export function levelsOf({ shocks, domains, services }: Model, { program, judged }: Bare): Levels {
  const named = new Set<number>();
  for (const answer of judged) {
    for (let i = program.answerOffsets[answer]; i < program.answerOffsets[answer + 1]; i++) {
      if (program.answerCode[i] >= 0) named.add(program.answerCode[i]);
    }
  }
  const after = new Map<number, number[]>();
  for (const service of named) {
    const last = services[service].placement.reduce((most, domain) => Math.max(most, domain), -1);
    const row = after.get(last);
    if (row === undefined) after.set(last, [service]);
    else row.push(service);
  }
  let next = shocks.length;
  const domain: number[] = [];
  const service = services.map(() => -1);
  const place = (row: readonly number[] = []) => [...row].reverse().forEach((each) => (service[each] = next++));
  place(after.get(-1));
  domains.forEach((_, index) => {
    domain.push(next++);
    place(after.get(index));
  });
  return { shock: shocks.map((_, i) => i), domain, service };
}

/** [domain] the share of time in which it is down by itself. */
export function domainsDown({ domains }: Model): number[] {
  return domains.map(({ failures }) => together(failures));
}
