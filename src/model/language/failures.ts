import {
  choice,
  exponentialTime,
  flag,
  integer,
  key,
  list,
  names,
  properShare,
  record,
  reference,
  serviceOrDomain,
  shape,
  share,
  timeBetween,
} from './build.ts';

const failureKeys = {
  mtbf: key(
    timeBetween,
    'Mean time up, from a repair to the next failure. A bare duration is exponential with that mean.',
    {
      default: 'from availability',
      examples: ['30 days', '2 years', 'weibull(1.5, 3 years)'],
    },
  ),
  availability: key(properShare, 'Given instead of mtbf: mtbf follows from A = MTBF / (MTBF + MTTR).', {
    examples: ['99.95%'],
  }),
  mttr: key(
    exponentialTime,
    'Mean time from the failure to back in working order. A bare duration is exponential with that mean.',
    {
      default: 'lognormal(30 min, 4 h) beside an availability',
      examples: ['90 s', 'lognormal(45 min, 4 h)', 'constant(10 min)'],
    },
  ),
  data: key(
    choice({ kept: 'its data survives', lost: 'it comes back empty' }),
    'Whether the data of what it strikes survives.',
    {
      default: 'kept',
    },
  ),
  'repaired-by': key(
    reference('team'),
    "The team that has to have somebody free: mttr is then that person's hands-on time, and waiting is simulated.",
    { default: 'nobody has to be free', examples: ['on-call'] },
  ),
  priority: key(integer(0), 'Of those who wait for a team the highest goes first, then who came first.', {
    default: '0',
    examples: ['5'],
  }),
  'repair-needs': key(
    list(reference('service')),
    'Services without which nobody can repair it: hands-on work waits, or pauses, while one of them is down.',
    { default: 'none', examples: ['[monitoring]'] },
  ),
};

/** One way in which a domain or a component fails by itself. */
export const failureShape = shape('failure mode', 'A way of failing: up for a time, then down for a time.', {
  ...failureKeys,
  'needs-spare': key(flag, "The repair takes a part from the component's spares, and orders another.", {
    default: 'false',
  }),
  latent: key(
    flag,
    'Of a component: it stops working and nobody knows, so that its repair does not begin before a check, or a ' +
      'promotion, finds it.',
    { default: 'false' },
  ),
});

export const failures = names('failure mode', record(failureShape));

/** A failure that strikes across the tree. */
export const shockShape = shape(
  'shock',
  'A failure that strikes several services at the same instant: a bad deploy, an expired certificate.',
  {
    ...failureKeys,
    hits: key(
      list(serviceOrDomain),
      'The services whose members it strikes, and the domains that it takes down whole.',
      {
        required: true,
        examples: ['[web, db]', '[eu-west-1a, eu-west-1b]'],
      },
    ),
    probability: key(share, 'The chance for each of these members and domains, independently, to be struck.', {
      default: '100%',
    }),
    repair: key(
      choice({
        together: 'it lasts for its mttr, for all that it struck, as a rollback ends it everywhere',
        each: 'it is over at once, and each victim is repaired by itself: the beta factor',
      }),
      'Whether what it struck is repaired all at once, or one by one.',
      { default: 'together' },
    ),
  },
);
