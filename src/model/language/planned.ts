import { duration, flag, key, record, shape, share } from './build.ts';
import type { FieldsOf, Key, ReadRecord } from './kinds.ts';

export const checkShape = shape('check', 'How faults are found that nobody notices (`latent`).', {
  every: key(duration, 'From one check to the next; the first is at a random moment of that time.', {
    required: true,
    examples: ['30 days'],
  }),
  coverage: key(share, 'The chance that one check finds a fault.', { default: '100%', examples: ['95%'] }),
  staggered: key(flag, 'Members are checked one after the other, evenly spread, and not all at once.', {
    default: 'false',
  }),
});

export type CheckRecord = ReadRecord<FieldsOf<typeof checkShape.keys>>;

/** May stand on a component and on a service. @param otherwise what holds where it does not */
export function check(otherwise: string): Key<CheckRecord> {
  return key(record(checkShape), 'How faults are found that nobody notices.', {
    default: otherwise,
    examples: ['{ every: 30 days, coverage: 95% }'],
  });
}
