import { choice, duration, key, list, names, shape, share, yearlyRate } from './build.ts';

/** A calendar window, and how many there are in a year. */
const WINDOWS = {
  day: 'a day',
  week: 'a week of seven days',
  month: 'a twelfth of a year, 30.4375 days',
  quarter: 'a quarter of a year',
  year: 'a year, 365.25 days',
} as const;

const PLANNED = {
  maintenance: 'incidents that maintenance began',
  deploy: 'incidents that a deploy began',
} as const;

export const slaShape = shape('sla', 'What is promised to users, and when the system counts as down.', {
  'error-rate': key(share, 'Down while less than 1 − this share of the requests is answered.', { default: '5%' }),
  tolerates: key(duration, 'What is over sooner is no incident and no downtime of the SLA; availability counts it.', {
    default: '0 s',
    examples: ['30 s'],
  }),
  promise: key(share, 'The availability that each window is promised.', {
    default: 'targets.availability',
    examples: ['99.95%'],
  }),
  window: key(choice(WINDOWS), 'The calendar window that the promise is held in.', { default: 'month' }),
  fee: key(yearlyRate, 'What the user pays, of which credits are a part.', {
    default: 'none',
    examples: ['50000 USD/month'],
  }),
  credits: key(
    names('availability', share),
    'Of the fee of a window, the share owed below each availability; the lowest that it fell below counts.',
    { default: 'none', examples: ['{ 99.99%: 10%, 99%: 30%, 95%: 100% }'] },
  ),
  excludes: key(list(choice(PLANNED)), "Planned work that is left out of the SLA's figures, never of availability.", {
    default: 'nothing',
    examples: ['[maintenance]'],
  }),
});
