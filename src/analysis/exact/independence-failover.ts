import type { Distribution } from '../../random/distribution.ts';
import type { Failover, HealthCheck, Service } from '../../model/model.ts';
import { isConstantZero } from '../../random/parameters.ts';
import { formatDuration, formatPercent } from '../../units/index.ts';
import { type Obstacle, takes } from './independence-losses.ts';
import { checkTakes } from './independence-rotation.ts';

/** What an active-passive service or a quorum does beside serving with whoever is up. */
export function failoverObstacles(service: Service, canLose: boolean): Obstacle[] {
  if (service.mode === 'quorum') return canLose ? takes(service, service.elect, 'to elect a leader') : [];
  const { name, replication, failover, placement } = service;
  if (failover === null) return [];
  const strict: Obstacle[] =
    replication?.mode === 'sync' && replication.strict
      ? [{ reason: `${name} stops while it has no replica to write to`, seconds: 0 }]
      : [];
  // The one that there is serves whenever it is up: nobody else is ever chosen.
  if (placement.length === 1) return strict;
  // Failovers that nobody needed are promotions and redirections too.
  const moves = canLose || failover.falsePositive !== null ? moving(service, failover) : [];
  return [...strict, ...moves, ...(canLose ? [...noticing(service, failover), ...remembering(service, failover)] : [])];
}

function noticing(service: Service, { detect, decide }: Failover): Obstacle[] {
  const gone = 'to detect that its active is gone';
  const detection = detect !== null ? takes(service, detect, gone) : checked(service, service.healthCheck, gone);
  return [...detection, ...takes(service, decide, 'to decide on a failover')];
}

function checked(service: Service, check: HealthCheck | null, what: string): Obstacle[] {
  return check === null ? [] : checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, what);
}

function moving(service: Service, { promote, redirect, success, retry, failback }: Failover): Obstacle[] {
  const { name } = service;
  const clients = 'to redirect its clients';
  const fails = `a promotion in ${name} fails with a chance of ${formatPercent(1 - success)}`;
  return [
    ...takes(service, promote, 'to promote a standby'),
    ...(redirect.kind === 'delay'
      ? takes(service, redirect.delay, clients)
      : redirect.ttlSeconds > 0
        ? [
            {
              reason: `${name} takes up to ${formatDuration(redirect.ttlSeconds)} ${clients}`,
              seconds: redirect.ttlSeconds,
            },
          ]
        : []),
    ...(success < 1 ? [{ reason: fails, seconds: takes(service, retry, '')[0]?.seconds ?? 0 }] : []),
    ...(failback === null || failback.takes === null
      ? []
      : takes(service, failback.takes, 'to move back to its first member')),
  ];
}

/** Who may be promoted depends on what has been. */
function remembering(service: Service, { rebuild }: { readonly rebuild: Distribution }): Obstacle[] {
  const { name, replication } = service;
  const remembers = (reason: string): Obstacle => ({ reason, seconds: 0 });
  return [
    ...(isConstantZero(rebuild) ? [] : takes(service, rebuild, 'to rebuild a member before it may be promoted')),
    ...(replication?.mode === 'sync'
      ? [remembers(`a standby of ${name} that has missed synchronous writes is not promoted before it has caught up`)]
      : []),
    ...(replication !== null && replication.mode !== 'sync' && replication.maxLagSeconds < Infinity
      ? [
          remembers(
            `a standby of ${name} that is behind by more than ${formatDuration(replication.maxLagSeconds)} is not promoted`,
          ),
        ]
      : []),
  ];
}
