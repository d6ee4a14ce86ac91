import { key, share } from './build.ts';
import type { Key } from './kinds.ts';

/** May stand on a component and on a service. @param otherwise what holds where it does not */
export function standbyFailures(otherwise: string): Key<number> {
  return key(share, 'The share of its failure rate that a passive member keeps: the dormancy factor.', {
    default: otherwise,
    examples: ['30%'],
  });
}
