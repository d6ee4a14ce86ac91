import { choice, key, multiple, names, shape, share, time } from './build.ts';

export const overloadShape = shape('overload', 'What becomes of work that is too much for the members.', {
  above: key(multiple, "What one member carries at most, of a member's worth.", {
    default: '100%',
    examples: ['120%'],
  }),
  then: key(
    choice({
      shed: 'the rest is turned away',
      crash: 'all is taken on, and a member crashes that has been above it for long enough',
    }),
    'What happens above that.',
    { default: 'shed' },
  ),
  after: key(time, 'How long a member stands it, with `then: crash`.', { default: '0 s', examples: ['5 min'] }),
});

export const trafficShape = shape('traffic', 'How much is asked, when and where.', {
  daily: key(names('hour', multiple), 'The share of the load from each hour of the day on, until the next.', {
    default: '100% all day',
    examples: ['{ 00:00: 40%, 08:00: 100%, 20:00: 70% }'],
  }),
  'by-site': key(names('domain', share), 'Whose requests a site answers: their shares, of sites that all serve.', {
    default: 'as many for each site',
    examples: ['{ eu-west-1: 60%, us-east-1: 40% }'],
  }),
});
