import { count, key, properShare, shape, time } from './build.ts';

export const rescheduleShape = shape('rescheduling', 'Members without data that are started elsewhere.', {
  after: key(time, 'How long their domain has been down by then.', {
    required: true,
    examples: ['340 s'],
  }),
  start: key(time, 'From then until one serves there, and again as it goes back.', {
    default: '0 s',
    examples: ['60 s'],
  }),
  'halts-at': key(
    properShare,
    'While at least this share of the domains beside it is down, and not all of them, none of theirs is moved.',
    { default: 'never', examples: ['55%'] },
  ),
});

/** Of a domain. */
export const room = key(count(0), 'How many members it takes beyond its own, of those that are started elsewhere.', {
  default: 'unlimited',
  examples: ['4'],
});
