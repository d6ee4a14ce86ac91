import { count, hours, integer, key, list, record, reference, shape, time } from './build.ts';

const escalationShape = shape('escalation', 'Whom else is asked when nobody has acknowledged.', {
  after: key(time, 'From when the team is asked until the other one is asked as well.', {
    required: true,
    examples: ['10 min'],
  }),
  to: key(reference('team'), 'The other team. Whoever acknowledges first does the work, the other is free again.', {
    required: true,
    examples: ['managers'],
  }),
});

/** Who repairs and who decides. */
export const teamShape = shape('team', 'People who repair and decide.', {
  people: key(count(1), 'How many there are; each does one thing at a time.', {
    default: 'unlimited',
    examples: ['2', 'unlimited'],
  }),
  acknowledge: key(time, 'From when a free person is asked until that person begins.', {
    default: '0 s',
    examples: ['15 min', 'lognormal(5 min, 20 min)'],
  }),
  escalate: key(record(escalationShape), 'Who else is asked when nobody has acknowledged by then.', {
    default: 'nobody',
    examples: ['{ after: 10 min, to: managers }'],
  }),
  hours: key(
    list(hours),
    'When they are asked and work; outside of it nobody is asked and work pauses. The week begins on Monday at ' +
      '00:00, which is time 0.',
    { default: 'around the clock', examples: ['Mon-Fri 09:00-17:00', '[Mon-Fri 08:00-18:00, Sat 10:00-14:00]'] },
  ),
});

/** A failover that somebody has to decide on. */
export const decisionShape = shape('decision', 'Somebody who has to be free to decide.', {
  by: key(reference('team'), 'The team that is asked, as for a repair.', { required: true, examples: ['on-call'] }),
  takes: key(time, 'How long the decision then takes.', { default: '0 s', examples: ['10 min'] }),
});

export const sparesShape = shape('spares', 'Parts on the shelf, ordered one for one as they are taken.', {
  stock: key(integer(0), 'How many parts there are when none is on order.', { required: true, examples: ['2'] }),
  'lead-time': key(time, 'From ordering a part until it is there.', { required: true, examples: ['5 days'] }),
});
