import type { Failover, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { SERVICE_TIMES } from '../../model/times.ts';
import { mean } from '../../random/moments.ts';
import { formatDuration, formatPercent } from '../../units/index.ts';
import { type Obstacle, takesTimes } from './independence-losses.ts';
import { checkTakes } from './independence-rotation.ts';

/** What an active-passive service or a quorum does beside serving with whoever is up. */
export function failoverObstacles(service: Service, canLose: boolean): Obstacle[] {
  if (MODES[service.mode].leader === 'leader') return canLose ? takesTimes(service, () => true) : [];
  const { name, replication, failover, placement } = service;
  if (failover === null) return [];
  const strict: Obstacle[] =
    replication?.mode === 'sync' && replication.strict
      ? [{ reason: `${name} stops while it has no replica to write to`, seconds: 0 }]
      : [];
  // The one that there is serves whenever it is up: nobody else is ever chosen.
  if (placement.length === 1) return strict;
  // Failovers that nobody needed are promotions and redirections too.
  const moves = canLose || failover.falsePositive !== null;
  return [
    ...strict,
    ...takesTimes(service, ({ isMove = false }) => canLose || (moves && isMove)),
    ...(moves ? failing(service, failover) : []),
    ...(canLose ? [...checked(service, failover), ...remembering(service)] : []),
  ];
}

/** Where no time is given to detect it, whoever checks its health has to. */
function checked(service: Service, { detect }: Failover): Obstacle[] {
  const { healthCheck: check } = service;
  if (detect !== null || check === null) return [];
  const what = SERVICE_TIMES['failover.detect'].toDo ?? '';
  return checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, what);
}

function failing({ name }: Service, { success, retry }: Failover): Obstacle[] {
  const reason = `a promotion in ${name} fails with a chance of ${formatPercent(1 - success)}`;
  return success < 1 ? [{ reason, seconds: mean(retry) }] : [];
}

/** Who may be promoted depends on what has been. */
function remembering(service: Service): Obstacle[] {
  const { name, replication } = service;
  const behind = (seconds: number) => `a standby of ${name} that is behind by more than ${formatDuration(seconds)}`;
  const remembers = (reason: string): Obstacle => ({ reason, seconds: 0 });
  return [
    ...(replication?.mode === 'sync'
      ? [remembers(`a standby of ${name} that has missed synchronous writes is not promoted before it has caught up`)]
      : []),
    ...(replication !== null && replication.mode !== 'sync' && replication.maxLagSeconds < Infinity
      ? [remembers(`${behind(replication.maxLagSeconds)} is not promoted`)]
      : []),
  ];
}
