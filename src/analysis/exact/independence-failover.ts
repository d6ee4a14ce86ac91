import type { Failover, Service } from '../../model/model.ts';
import { SERVICE_TIMES } from '../../model/times.ts';
import { formatDuration, formatPercent } from '../../units/index.ts';
import { type Obstacle, takes, takesFor } from './independence-losses.ts';
import { checkTakes } from './independence-rotation.ts';

/** What an active-passive service or a quorum does beside serving with whoever is up. */
export function failoverObstacles(service: Service, canLose: boolean): Obstacle[] {
  if (service.mode === 'quorum') return canLose ? takesFor(service, 'elect') : [];
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
  return [...strict, ...moves, ...(canLose ? [...noticing(service, failover), ...remembering(service)] : [])];
}

function noticing(service: Service, { detect }: Failover): Obstacle[] {
  const detection =
    detect === null
      ? checked(service, SERVICE_TIMES['failover.detect'].toDo ?? '')
      : takesFor(service, 'failover.detect');
  return [...detection, ...takesFor(service, 'failover.decide')];
}

function checked(service: Service, what: string): Obstacle[] {
  const { healthCheck: check } = service;
  return check === null ? [] : checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, what);
}

function moving(service: Service, { redirect, success, retry }: Failover): Obstacle[] {
  const { name } = service;
  const fails = `a promotion in ${name} fails with a chance of ${formatPercent(1 - success)}`;
  return [
    ...takesFor(service, 'failover.promote'),
    ...(redirect.kind === 'delay'
      ? takesFor(service, 'failover.redirect.delay')
      : untilAsked(name, redirect.ttlSeconds)),
    ...(success < 1 ? [{ reason: fails, seconds: takes(service, retry, '')[0]?.seconds ?? 0 }] : []),
    ...takesFor(service, 'failover.failback.takes'),
  ];
}

/** Whoever has asked for the address asks again only when its time to live is over. */
function untilAsked(name: string, seconds: number): Obstacle[] {
  const { toDo } = SERVICE_TIMES['failover.redirect.ttlSeconds'];
  return seconds > 0 ? [{ reason: `${name} takes up to ${formatDuration(seconds)} ${toDo}`, seconds }] : [];
}

/** Who may be promoted depends on what has been. */
function remembering(service: Service): Obstacle[] {
  const { name, replication } = service;
  const behind = (seconds: number) => `a standby of ${name} that is behind by more than ${formatDuration(seconds)}`;
  const remembers = (reason: string): Obstacle => ({ reason, seconds: 0 });
  return [
    ...takesFor(service, 'failover.rebuild'),
    ...(replication?.mode === 'sync'
      ? [remembers(`a standby of ${name} that has missed synchronous writes is not promoted before it has caught up`)]
      : []),
    ...(replication !== null && replication.mode !== 'sync' && replication.maxLagSeconds < Infinity
      ? [remembers(`${behind(replication.maxLagSeconds)} is not promoted`)]
      : []),
  ];
}
