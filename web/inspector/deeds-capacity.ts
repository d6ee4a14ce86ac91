import type { Act, Value } from '../../src/edit/index.ts';
import type { Model, Service } from '../../src/model/model.ts';
import { MODES } from '../../src/model/modes.ts';
import type { Deed } from './deed.ts';

/** What a service can be told of its load, its shards, whose requests it answers, and of who coordinates it. */
export function capacityDeeds(service: Service, model: Model): readonly Deed[] {
  return [
    ...ofLoad(service, model),
    ...ofShards(service, model),
    ...ofSites(service, model),
    ...ofCoordinators(service, model),
  ];
}

const set = (path: readonly string[], value: Value): Act => ({ act: 'set', path, value });

function ofLoad(
  { name, written, placement, component, mode, load, required }: Service,
  { traffic }: Model,
): readonly Deed[] {
  // What stands in sites has none.
  if (component < 0 || !MODES[mode].spreads || name !== written) return [];
  const key = ['services', written];
  // What all but one carry: N + 1.
  const worth = `${Math.max(required, placement.length - 1) * 100}%`;
  if (load === null)
    return [{ name: 'Give it a load', label: `give ${written} a load`, acts: [set([...key, 'load'], worth)] }];
  return [
    ...(load.crash === null
      ? [
          {
            ...{ name: 'Let overload crash it', label: `let members of ${written} crash under too much` },
            acts: [set([...key, 'overload'], { then: 'crash', after: '5 min' })],
          },
        ]
      : []),
    ...(traffic.length === 0
      ? [
          {
            ...{ name: 'Follow the hours of the day', label: 'let loads follow the hours of the day' },
            acts: [set(['traffic', 'daily'], { '00:00': '40%', '08:00': '100%', '20:00': '70%' })],
          },
        ]
      : []),
  ];
}

/** As stores with a replication factor of three do it, which write to two. */
function ofShards(service: Service, { services }: Model): readonly Deed[] {
  const { written, placement, component, mode, load, required, backup, sites, replication } = service;
  const isPlain = component >= 0 && load === null && backup === null && replication === null && required === 1;
  if (!isPlain || sites !== null || placement.length < 3 || !MODES[mode].spreads) return [];
  if (services.some((each) => each.written === written && each !== service)) return [];
  const key = ['services', written];
  return [
    {
      ...{ name: 'Divide it into shards', label: `divide ${written} into shards` },
      acts: [
        { act: 'mode', service: written, mode: 'sharded' },
        set([...key, 'copies'], 3),
        set([...key, 'required'], 2),
      ],
    },
  ];
}

function ofSites({ written, sites, mode, placement }: Service, { domains, trafficBySite }: Model): readonly Deed[] {
  if (sites === null || !MODES[mode].spreads || placement.length < 2 || trafficBySite.length > 0) return [];
  const each = Math.floor(100 / placement.length);
  const shares = placement.map((place, i) => [
    domains[place].name,
    `${i === 0 ? 100 - each * (placement.length - 1) : each}%`,
  ]);
  return [
    {
      ...{ name: 'Say whose requests', label: `say whose requests each site of ${written} answers` },
      acts: [set(['traffic', 'by-site'], Object.fromEntries(shares))],
    },
  ];
}

function ofCoordinators(
  { written, failover, coordinators, sites, name }: Service,
  { services, components }: Model,
): readonly Deed[] {
  if (failover === null || sites !== null || name !== written) return [];
  const key = ['services', written, 'failover'];
  if (coordinators.length > 0)
    return failover.demoteAfter !== null
      ? []
      : [
          {
            ...{ name: 'Step down without them', label: `let ${written} step down without what its failover needs` },
            acts: [set([...key, 'demote-after'], '30 s')],
          },
        ];
  const there = services.find(
    (each) => MODES[each.mode].agrees && each.name === each.written && each.component >= 0 && each.needs.length === 0,
  );
  const isTaken =
    components.some((each) => each.name === 'voter') || services.some((each) => each.written === 'voters');
  if (there === undefined && isTaken) return [];
  return [
    {
      ...{ name: 'Let a quorum decide its failover', label: `let a quorum decide the failover of ${written}` },
      acts: [
        ...(there === undefined
          ? ([
              { act: 'add', thing: { what: 'component', name: 'voter' } },
              {
                act: 'add',
                thing: { what: 'service', name: 'voters' },
                value: { component: 'voter', replicas: 3, mode: 'quorum' },
              },
            ] as const)
          : []),
        set([...key, 'needs'], [there?.written ?? 'voters']),
      ],
    },
  ];
}
