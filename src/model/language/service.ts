import {
  choice,
  duration,
  either,
  flag,
  frequency,
  integer,
  key,
  list,
  multiple,
  names,
  rate,
  record,
  reference,
  shape,
  share,
  time,
  timeBetween,
  transferPrice,
} from './build.ts';
import { backupShape, dataShape } from './data.ts';
import { conflicts, onPartition } from './network.ts';
import { decisionShape } from './people.ts';
import type { Key } from './kinds.ts';
import { check, deployShape, maintenanceShape } from './planned.ts';
import { rescheduleShape } from './reschedule.ts';
import { overloadShape } from './traffic.ts';
import { standbyFailures } from './standby-failures.ts';
import type { Mode } from '../model.ts';
import type { Distribution } from '../../random/distribution.ts';

const ofMembers = true;
const ACTIVE_ACTIVE = { ofMembers, modes: ['active-active'] } as const;
const SHARDED = { ofMembers, modes: ['sharded'] } as const;
const ACTIVE_PASSIVE = { ofMembers, modes: ['active-passive'] } as const;

/** Keys that may stand in either of two places mean the same in both. */
const rebuild: Key<Distribution> = key(
  time,
  'From the repair of a member until it is an eligible standby again: catching up with the active.',
  {
    default: '0 s',
    examples: ['30 min'],
  },
);
const slowStart: Key<Distribution> = key(time, 'From being believed healthy to getting requests.', { default: '0 s' });
const maxLag: Key<number> = key(
  duration,
  'How far a standby may be behind, in seconds of writes, and still be promoted.',
  {
    default: 'any',
    examples: ['5 min'],
  },
);

export const needShape = shape('need', 'What a service needs, beyond a name.', {
  'any-of': key(list(reference('service')), 'Services of which one will do: answers what the best of them answers.', {
    default: 'none',
    examples: ['[stripe, adyen]'],
  }),
  service: key(reference('service'), 'The service that is needed.', { default: 'none', examples: ['cache'] }),
  within: key(
    reference('domain kind'),
    'Each member is served by the members of that service in its own domain of this kind alone.',
    { default: 'by all of them', examples: ['zone'] },
  ),
});

export const failbackShape = shape('failback', 'Moving back to the first member once it is there again.', {
  after: key(time, 'From its return until the move begins.', { default: '0 s' }),
  takes: key(time, 'How long the move interrupts the service.', {
    default: 'a promotion and a redirection',
    examples: ['30 s'],
  }),
});
const falsePositiveShape = shape('false positive', 'Failovers that nobody needed.', {
  mtbf: key(timeBetween, 'Mean time between them.', { required: true, examples: ['1 year'] }),
});
export const dnsShape = shape('redirection', 'Clients that move over as their cached answers expire.', {
  'dns-ttl': key(duration, 'Time to live of the DNS answers; clients move over uniformly within it.', {
    required: true,
    examples: ['60 s'],
  }),
});

const failback = key(
  either(
    choice({ never: 'whoever is active stays so', auto: 'as soon as the first member is back' }),
    record(failbackShape),
  ),
  'Whether the first member becomes the active again.',
  { default: 'never', examples: ['auto', '{ after: 1 h, takes: 30 s }'] },
);
const falsePositive = key(
  record(falsePositiveShape),
  'Failovers that nobody needed, going through promotion and redirection.',
  {
    default: 'none',
    examples: ['{ mtbf: 1 year }'],
  },
);

export const healthCheckShape = shape(
  'health check',
  'How failed members are found and taken out of rotation, and taken back.',
  {
    interval: key(duration, 'Time between two checks.', { required: true, examples: ['10 s'] }),
    timeout: key(duration, 'How long a check waits for an answer.', { default: '0 s' }),
    'unhealthy-threshold': key(integer(1), 'Failed checks in a row that take a member out.', { default: '3' }),
    'healthy-threshold': key(integer(1), 'Passed checks in a row that take it back.', { default: '2' }),
    'slow-start': slowStart,
  },
);

export const replicationShape = shape(
  'replication',
  'How data gets from the active member to the standbys, or between members that all serve.',
  {
    mode: key(
      choice({
        sync: 'every write waits for the standby: nothing is lost',
        'semi-sync': 'at least one standby has every write',
        async: 'standbys are behind by the lag, which a failover loses',
      }),
      'When a write counts as done.',
      { required: true },
    ),
    lag: key(time, 'How far an asynchronous standby is behind.', {
      default: '0 s',
      examples: ['lognormal(1 s, 20 s)'],
    }),
    'max-lag': maxLag,
    strict: key(flag, 'With mode sync: the active stops when no replica is reachable, instead of going on alone.', {
      default: 'false',
    }),
    rebuild,
    'transfer-cost': key(transferPrice, 'What sending the changes to one standby costs.', {
      default: '0',
      examples: ['0.02 USD/GB'],
    }),
  },
);

export const failoverShape = shape('failover', 'What happens when the active member stops serving.', {
  detect: key(time, 'Until the failure is noticed.', {
    default: "the health check's delay, or at once",
    examples: ['30 s'],
  }),
  decide: key(
    either(time, record(decisionShape)),
    "Until the decision is taken: a person's time where failover is manual; with `by` one who has to be free.",
    {
      default: '0 s',
      examples: ['lognormal(5 min, 20 min)', '{ by: on-call, takes: 10 min }'],
    },
  ),
  promote: key(time, 'Until the standby has become the active.', {
    default: 'by standby',
    examples: ['uniform(15 s, 30 s)'],
  }),
  redirect: key(either(time, record(dnsShape)), 'Until the clients have moved over.', {
    default: '0 s',
    examples: ['5 s', '{ dns-ttl: 60 s }'],
  }),
  success: key(share, 'The chance that a promotion succeeds.', { default: '100%', examples: ['99%'] }),
  retry: key(time, 'After a promotion that failed, until the next attempt.', { default: '15 min' }),
  needs: key(
    list(reference('service')),
    'What a failover needs and serving does not: nothing is decided or promoted while one of these is down.',
    { default: 'nothing', examples: ['[etcd]'] },
  ),
  'demote-after': key(time, 'So long without what its failover needs the active steps down.', {
    default: 'never',
    examples: ['30 s'],
  }),
  rebuild,
  'max-lag': maxLag,
  drift: key(frequency, 'How often the way to a promotion breaks, which nobody notices: the next promotion fails.', {
    default: 'never',
    examples: ['2%/month'],
  }),
  drill: key(duration, 'Time between failovers that are tried, which find what would break one.', {
    default: 'never',
    examples: ['30 days'],
  }),
  failback,
  'false-positive': falsePositive,
});

export const serviceShape = shape(
  'service',
  'Members of one component under one redundancy mode, and what they need.',
  {
    component: key(reference('component'), 'What its members are; a service without one is only what it needs.', {
      default: 'none',
    }),
    replicas: key(integer(1), 'How many members it has.', { default: '1', ofMembers }),
    of: key(
      reference('service'),
      'Its members are copies of this service, and of all that this one needs or wants without an `in` of its ' +
        'own: one in each of its sites.',
      {
        default: 'none',
        examples: ['stack'],
      },
    ),
    sites: key(
      list(reference('domain')),
      'The domains in which the copies stand; a kind of domain means all of that kind.',
      {
        default: 'none',
        examples: ['[us-east-1, us-west-2]', 'region'],
      },
    ),
    strategy: key(
      choice({
        'backup-restore': 'nothing runs in the second site: it is built from backups, in hours',
        'pilot-light': 'the second site has the data, and is switched on in tens of minutes',
        'warm-standby': 'the second site runs at half the size, and is scaled up in minutes',
        'active-active': 'all sites serve',
      }),
      'Fills in what one of the published strategies for disaster recovery means, wherever it is not given.',
      { default: 'none' },
    ),
    in: key(
      list(reference('domain')),
      'The domain, or domains, in which it is placed; one that stands there twice has two members in turn.',
      { default: 'wherever the services that need it are placed' },
    ),
    across: key(
      list(reference('domain kind')),
      'Spreads the replicas round robin over the domains of this kind below where it is placed; of several kinds ' +
        'over those of the first, and within each over those of the next.',
      { examples: ['zone', '[zone, node]'], ofMembers },
    ),
    mode: key(
      choice({
        'active-active': 'every member serves',
        'active-passive': 'the first member serves, the others stand by',
        quorum: 'serves while a majority is up and has a leader',
        sharded: 'each member holds copies of some shards, and the share of shards that work is answered',
      } satisfies Readonly<Record<Mode, string>>),
      'The redundancy mode.',
      { default: 'active-active', ofMembers },
    ),
    required: key(integer(1), 'How many members have to be healthy: k of n. Sharded: how many copies of a shard.', {
      default: '1; for quorum the majority',
      ofMembers,
      modes: ['active-active', 'quorum', 'sharded'],
    }),
    shards: key(integer(1), 'Into how many pieces the data are divided.', {
      default: 'as many as members',
      ...SHARDED,
    }),
    copies: key(integer(1), 'How many members hold a copy of each shard.', {
      default: '1',
      examples: ['3'],
      ...SHARDED,
    }),
    leader: key(flag, 'Each shard is led by one of its copies, and is not answered until another is elected.', {
      default: 'false',
      ...SHARDED,
    }),
    'below-required': key(
      choice({ down: 'the service is down', degraded: 'it serves the share healthy / required' }),
      'What happens with fewer healthy members than required.',
      { default: 'down', ...ACTIVE_ACTIVE },
    ),
    'health-check': key(record(healthCheckShape), 'How failed members are found.', { default: 'at once', ofMembers }),
    'slow-start': { ...slowStart, ...ACTIVE_ACTIVE },
    retry: key(flag, 'A request that meets a failed member is sent to another one.', {
      default: 'false',
      ...ACTIVE_ACTIVE,
    }),
    needs: key(list(either(reference('service'), record(needShape))), 'The services without which it cannot answer.', {
      examples: ['[lb, db]', '[db, { any-of: [stripe, adyen] }]', '[db, { service: cache, within: zone }]'],
    }),
    wants: key(
      names('service', share),
      'Services it can do without, and the share of requests that it still answers then.',
      { examples: ['{ cache: 80% }'] },
    ),
    standby: key(
      choice({
        hot: 'running and up to date: promoted in 10 s, costs 100%, fails as an active does',
        warm: 'running, smaller or behind: promoted in 5 min, costs 50%, fails as an active does',
        cold: 'switched off: promoted in 2 h, costs 0%, does not fail',
      }),
      'Fills in the promotion time, the running cost and the standby failures where they are not given.',
      { default: 'none: promoted at once, costs 100%, fails as an active does', ...ACTIVE_PASSIVE },
    ),
    'standbys-answer': key(share, 'The share of requests that a standby answers while nobody serves as active.', {
      default: '0%',
      examples: ['70%'],
      ...ACTIVE_PASSIVE,
    }),
    'standby-failures': { ...standbyFailures('as its component says, else by standby'), ...ACTIVE_PASSIVE },
    'running-cost': key(
      either(share, names('service', share)),
      "A passive member's share of the running cost; with `of`, a map may give each service in the site a " +
        'share of its own.',
      { default: 'by standby', examples: ['50%', '{ web: 33%, db: 100% }'], ...ACTIVE_PASSIVE },
    ),
    replication: key(record(replicationShape), 'How data gets to the standbys, or between members that all serve.', {
      default: 'none',
      ofMembers,
    }),
    'on-partition': { ...onPartition, ofMembers },
    conflicts: { ...conflicts, ofMembers },
    failover: key(record(failoverShape), 'What happens when the active member stops serving.', ACTIVE_PASSIVE),
    failback: { ...failback, ...ACTIVE_PASSIVE },
    'false-positive': { ...falsePositive, ...ACTIVE_PASSIVE },
    rebuild: { ...rebuild, ...ACTIVE_PASSIVE },
    elect: key(time, 'From the loss of the leader to the next one.', {
      default: '0 s',
      examples: ['uniform(5 s, 15 s)'],
      ofMembers,
      modes: ['quorum', 'sharded'],
    }),
    load: key(multiple, "How much work there is, in members' worth: 400% takes four. Scaled by `traffic`.", {
      default: 'none',
      examples: ['400%'],
      ...ACTIVE_ACTIVE,
    }),
    overload: key(record(overloadShape), 'What happens when there is more work than its members carry.', {
      default: 'it answers what they carry',
      examples: ['{ above: 120%, then: crash, after: 5 min }'],
      ...ACTIVE_ACTIVE,
    }),
    reschedule: key(
      record(rescheduleShape),
      'Its members are started in other domains of the kind while their own is down, and go back once it has returned.',
      {
        default: 'they wait for it',
        examples: ['{ after: 340 s, start: 60 s }'],
        ofMembers,
        modes: ['active-active', 'active-passive', 'quorum'],
      },
    ),
    data: key(record(dataShape), 'The data that each member holds.', {
      default: 'none',
      examples: ['{ size: 500 GB, change-rate: 20 GB/day }'],
      ofMembers,
    }),
    backup: key(list(record(backupShape)), 'How that is backed up; with `of`, the data of all that stands in a site.', {
      default: 'none',
      examples: [
        '{ full: 1 week, incremental: 1 h, restore-rate: 200 MB/s }',
        '[{ full: 1 day, copies: [eu-west-1] }, { full: 1 week, copies: [tape] }]',
      ],
      ofMembers,
    }),
    check: { ...check('as its component says'), ofMembers },
    deploy: key(record(deployShape), 'Changes that go out to its members, some of them bad.', {
      default: 'none',
      examples: ['{ every: 1 week, change-failure-rate: 5%, recovery: 1 h }'],
      ofMembers,
    }),
    maintenance: key(record(maintenanceShape), 'Planned work that takes each member out in turn.', {
      default: 'none',
      examples: ['{ every: 30 days, takes: 10 min, max-unavailable: 1, window: Sun 02:00-06:00 }'],
      ofMembers,
    }),
    cost: key(rate, 'What it costs beside its members, whatever their number.', {
      default: '0',
      examples: ['20 USD/month'],
    }),
  },
);
