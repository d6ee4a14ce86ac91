import { choice, key, list, reference, shape } from './build.ts';
import { failures } from './failures.ts';
import type { Key } from './kinds.ts';
import type { Service } from '../model.ts';

/** The network between two domains. */
export const linkShape = shape(
  'link',
  'The network between two domains: while it is cut, their sides do not reach each other, and neither is down.',
  {
    between: key(list(reference('domain')), 'The two domains at its ends.', {
      required: true,
      examples: ['[eu-west-1, us-east-1]'],
    }),
    failures: key(failures, 'The ways in which it is cut.', {
      default: 'never cut',
      examples: ['{ cut: { mtbf: 180 days, mttr: 5 min } }'],
    }),
  },
);

export const onPartition: Key<Service['onPartition']> = key(
  choice({
    consistent: "only the side with the majority, with the leader's lock (`failover.needs`) or with the active goes on",
    available: 'both sides go on, and write what the other does not know of',
  }),
  'What it does while a link is cut between its members.',
  { default: 'consistent' },
);

export const conflicts: Key<'lost' | 'merge'> = key(
  choice({ lost: 'what the smaller side wrote is lost', merge: 'it is kept, and merged' }),
  'What becomes of what both sides wrote, when the cut is over.',
  { default: 'lost' },
);
