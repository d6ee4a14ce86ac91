import {
  choice,
  currency,
  duration,
  either,
  key,
  list,
  names,
  parameter,
  rate,
  record,
  reference,
  seed,
  shape,
  share,
  text,
  version,
  yearlyRate,
  years,
} from './build.ts';
import { experimentShape } from './experiment.ts';
import { shockShape } from './failures.ts';
import { componentShape, domains } from './infrastructure.ts';
import { KIND_OF_DISRUPTION } from './kinds.ts';
import { linkShape } from './network.ts';
import { teamShape } from './people.ts';
import { serviceShape } from './service.ts';
import { slaShape } from './sla.ts';
import { trafficShape } from './traffic.ts';

/** The version of the language that this package reads. */
export const LANGUAGE_VERSION = 1;

/** `component`, `shock` and their like (`disruptions.ts`), or any kind of domain. */
const perKind = either(duration, names(KIND_OF_DISRUPTION, duration));

const targetsShape = shape('targets', 'What the system is meant to reach; results are held against it.', {
  availability: key(share, 'The share of time not down.', { default: 'no target', examples: ['99.95%'] }),
  rto: key(perKind, 'Recovery time objective: how long an incident may last, or one for each kind of disruption.', {
    default: 'no target',
    examples: ['15 min', '{ component: 1 min, zone: 5 min, region: 1 h, data: 4 h }'],
  }),
  rpo: key(
    perKind,
    'Recovery point objective: how much data, in time, may be lost, or one for each kind of disruption.',
    {
      default: 'no target',
      examples: ['1 min', '{ region: 1 min }'],
    },
  ),
  budget: key(yearlyRate, 'What it may cost.', { default: 'no target', examples: ['40000 USD/year'] }),
});

const lossesShape = shape('losses', 'What it costs when the system does not serve.', {
  downtime: key(rate, 'What an hour of downtime costs.', { default: '0', examples: ['20000 USD/h'] }),
  data: key(rate, 'What an hour of lost writes costs.', { default: '0', examples: ['5000 USD/h'] }),
});

const simulationShape = shape('simulation', 'How to simulate, unless the command line says otherwise.', {
  years: key(years, 'How many years to simulate.', { default: '10000' }),
  seed: key(seed, 'The same seed gives the same years.', { default: '1' }),
  'warm-up': key(duration, 'Time that passes before anything is measured.', { default: '1 year' }),
  mission: key(duration, 'How long it has to last from new without an incident; asks for its reliability.', {
    default: 'none',
    examples: ['1000 h'],
  }),
});

const parameterShape = shape('parameter', 'A value with a name, and what it is to whoever asks.', {
  value: key(parameter, 'What it is: a number, a quantity, an expression or a distribution.', {
    required: true,
    examples: ['6', '30 s'],
  }),
  from: key(parameter, 'The least that it may be: where sliders, sweeps and searches begin.', {
    default: 'not said',
    examples: ['2'],
  }),
  to: key(parameter, 'The most that it may be: where sliders, sweeps and searches end.', {
    default: 'not said',
    examples: ['12'],
  }),
  is: key(
    choice({
      decision: 'ours to choose: what if and the search for the cheapest vary it',
      assumption: "the world's: the tornado ranks it, and no search varies it unasked",
    }),
    'Whether it is ours to choose, or how the world is.',
    { default: 'not said' },
  ),
});

/** The whole language, from its root. Everything that knows a key's name takes it from here. */
export const documentShape = shape(
  'model',
  'A model of a system whose availability, recovery, data loss and cost are asked for.',
  {
    nines: key(version, 'The version of the language.', { required: true, examples: ['1'] }),
    name: key(text, "The model's name.", { default: "the file's name" }),
    description: key(text, 'What the model is about.', { default: 'none' }),
    currency: key(currency, 'The currency in which money is given.', { default: 'USD', examples: ['EUR'] }),
    parameters: key(
      names('parameter', either(parameter, record(parameterShape))),
      'Names that any value may use; sliders, --set and sweeps change them.',
    ),
    domains: key(domains, 'What fails together: a tree, of any depth and any kinds.'),
    links: key(list(record(linkShape)), 'The network between domains, and how it is cut.', {
      default: 'never cut',
      examples: ['[ { between: [eu-west-1, us-east-1], failures: { cut: { mtbf: 180 days, mttr: 5 min } } } ]'],
    }),
    teams: key(names('team', record(teamShape)), 'Who repairs and who decides.', {
      examples: ['{ on-call: { people: 2, acknowledge: 5 min } }'],
    }),
    components: key(names('component', record(componentShape)), 'Kinds of things that fail by themselves.'),
    shocks: key(names('shock', record(shockShape)), 'Failures that strike across the tree.'),
    services: key(
      names('service', record(serviceShape)),
      'Members of one component under one redundancy mode, and what they need.',
      { required: true },
    ),
    traffic: key(record(trafficShape), 'How the loads of services vary over the day.', {
      default: 'the same all day',
      examples: ['{ daily: { 00:00: 40%, 08:00: 100%, 20:00: 70% } }'],
    }),
    experiments: key(
      names('experiment', record(experimentShape)),
      'What follows when something happens now: chaos experiments and recovery drills.',
    ),
    entry: key(reference('service'), "The service whose availability is the system's.", {
      default: 'the only service that nothing needs',
    }),
    targets: key(record(targetsShape), 'What the system is meant to reach.'),
    losses: key(record(lossesShape), 'What it costs when the system does not serve.'),
    sla: key(record(slaShape), 'When the system counts as down.'),
    simulation: key(record(simulationShape), 'How to simulate.'),
  },
);
